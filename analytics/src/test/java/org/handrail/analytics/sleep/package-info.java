@NullMarked
package org.handrail.analytics.sleep;

import org.jspecify.annotations.NullMarked;
