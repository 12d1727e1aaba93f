/** A real recording, played into the house as a watch would send it. */
@NullMarked
package org.handrail.companion.replay;

import org.jspecify.annotations.NullMarked;
