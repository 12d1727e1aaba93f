/** What nobody has yet, and which devices are silent. */
@NullMarked
package org.handrail.companion.coordinatorpage;

import org.jspecify.annotations.NullMarked;
