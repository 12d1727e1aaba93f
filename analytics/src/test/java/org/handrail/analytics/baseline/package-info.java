@NullMarked
package org.handrail.analytics.baseline;

import org.jspecify.annotations.NullMarked;
