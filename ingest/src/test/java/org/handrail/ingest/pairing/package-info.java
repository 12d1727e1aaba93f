@NullMarked
package org.handrail.ingest.pairing;

import org.jspecify.annotations.NullMarked;
