@NullMarked
package org.handrail.ingest.silence;

import org.jspecify.annotations.NullMarked;
