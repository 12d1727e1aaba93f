@NullMarked
package org.handrail.ingest.archive;

import org.jspecify.annotations.NullMarked;
