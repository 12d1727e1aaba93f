/** Frames that come past the broker, on their way to the same writers. */
@NullMarked
package org.handrail.ingest.direct;

import org.jspecify.annotations.NullMarked;
