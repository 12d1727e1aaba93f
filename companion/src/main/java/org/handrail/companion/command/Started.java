package org.handrail.companion.command;

import java.time.Instant;

/** When the command was given: the script says so, since it may have built first; else when the process began. */
final class Started {

    private Started() {}

    static Instant at() {
        var said = Long.getLong("handrail.started");
        return said != null
                ? Instant.ofEpochMilli(said)
                : ProcessHandle.current().info().startInstant().orElse(Instant.EPOCH);
    }
}
