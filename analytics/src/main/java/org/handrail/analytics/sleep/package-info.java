/** Nights from what a device staged and from motion and heart rate, and what they say over weeks. Pure. */
@NullMarked
package org.handrail.analytics.sleep;

import org.jspecify.annotations.NullMarked;
