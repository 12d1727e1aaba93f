/** What is old is compressed, and what is older is let go. */
@NullMarked
package org.handrail.ingest.retention;

import org.jspecify.annotations.NullMarked;
