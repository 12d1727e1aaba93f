/**
 * How fast the house takes frames, measured on the machine it runs on. The publisher, the broker, ingest and the database are
 * processes of their own, so that each one's CPU time is known.
 */
@NullMarked
package org.handrail.companion.bench;

import org.jspecify.annotations.NullMarked;
