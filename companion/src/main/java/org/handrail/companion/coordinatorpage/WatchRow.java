package org.handrail.companion.coordinatorpage;

import java.util.List;

/**
 * A paired watch, for the coordinator.
 *
 * @param notes what is worth knowing of it, and what it sent and was not taken, each in words
 */
record WatchRow(String who, String device, String what, List<String> notes) {

    WatchRow {
        notes = List.copyOf(notes);
    }
}
