/** Frames made durable in batches, and read back bit for bit. */
@NullMarked
package org.handrail.ingest.archive;

import org.jspecify.annotations.NullMarked;
