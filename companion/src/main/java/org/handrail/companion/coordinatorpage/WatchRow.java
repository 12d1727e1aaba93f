package org.handrail.companion.coordinatorpage;

import java.util.List;

/**
 * A paired watch, for the coordinator.
 *
 * @param refused what it sent and was not taken, in words, by reason
 */
record WatchRow(String who, String device, String what, List<String> refused) {

    WatchRow {
        refused = List.copyOf(refused);
    }
}
