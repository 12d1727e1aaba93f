/** Watches with faults against the real way in: embedded broker, embedded database, ingest as it is wired; only time is moved. */
@NullMarked
package org.handrail.companion.wristfault;

import org.jspecify.annotations.NullMarked;
