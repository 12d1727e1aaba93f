/** Whether a frame may enter: paired, consented, timely, plausible. Deciding is pure. */
@NullMarked
package org.handrail.ingest.admission;

import org.jspecify.annotations.NullMarked;
