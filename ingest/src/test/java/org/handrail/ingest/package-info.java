@NullMarked
package org.handrail.ingest;

import org.jspecify.annotations.NullMarked;
