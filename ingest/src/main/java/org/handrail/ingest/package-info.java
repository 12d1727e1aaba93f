/** From the wrist to the archive. This package is the door: pairing, the archive's queries, the sink for frames. */
@NullMarked
package org.handrail.ingest;

import org.jspecify.annotations.NullMarked;
