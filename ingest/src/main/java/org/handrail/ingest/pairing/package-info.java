/** Which device is on whose wrist, in the database and in memory. */
@NullMarked
package org.handrail.ingest.pairing;

import org.jspecify.annotations.NullMarked;
