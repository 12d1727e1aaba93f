/** The words every room shares: ids, streams, frames, time windows, and how frames look on the wire. Plain Java. */
@NullMarked
package org.handrail.signals;

import org.jspecify.annotations.NullMarked;
