@NullMarked
package org.handrail.ingest.admission;

import org.jspecify.annotations.NullMarked;
