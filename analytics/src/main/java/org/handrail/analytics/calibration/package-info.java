/** From scores to probabilities that come true as often as they say. Pure. */
@NullMarked
package org.handrail.analytics.calibration;

import org.jspecify.annotations.NullMarked;
