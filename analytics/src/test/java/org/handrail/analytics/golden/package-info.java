@NullMarked
package org.handrail.analytics.golden;

import org.jspecify.annotations.NullMarked;
