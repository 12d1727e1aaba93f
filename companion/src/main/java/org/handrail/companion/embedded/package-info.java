/**
 * The parts of the one process that would otherwise be installed beside it: an MQTT broker and a PostgreSQL server. Both listen on
 * loopback only, keep what they hold in a directory of their own, and survive a {@code kill -9} of the process around them.
 */
@NullMarked
package org.handrail.companion.embedded;

import org.jspecify.annotations.NullMarked;
