@NullMarked
package org.handrail.ingest.retention;

import org.jspecify.annotations.NullMarked;
