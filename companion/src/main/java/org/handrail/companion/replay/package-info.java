/** A real recording, or a scenario with known truth, played into the house as watches would send it. */
@NullMarked
package org.handrail.companion.replay;

import org.jspecify.annotations.NullMarked;
