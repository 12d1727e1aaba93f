@NullMarked
package org.handrail.ingest.direct;

import org.jspecify.annotations.NullMarked;
