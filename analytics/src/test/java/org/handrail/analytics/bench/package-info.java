/** What a beat, a minute, a window and a wearer cost. Run by {@code ./handrail bench analytics}. */
@NullMarked
package org.handrail.analytics.bench;

import org.jspecify.annotations.NullMarked;
