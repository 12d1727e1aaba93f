/** Tells open pages that something has changed, so that they look again. */
@NullMarked
package org.handrail.companion.live;

import org.jspecify.annotations.NullMarked;
