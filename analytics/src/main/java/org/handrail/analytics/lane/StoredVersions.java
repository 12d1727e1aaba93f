package org.handrail.analytics.lane;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.handrail.analytics.LaterStateFound;
import org.handrail.analytics.detection.StateCodec;
import org.handrail.analytics.detection.StateVersion;

/**
 * Which versions wrote the snapshots that are stored. Those of an earlier one are made anew from the archive; before those of a
 * later one this build stops.
 */
record StoredVersions(List<Stored> found) {

    /** @param mentees how many have a snapshot of that version */
    record Stored(StateVersion version, long mentees) {}

    StoredVersions {
        found = List.copyOf(found);
    }

    /** @throws LaterStateFound where a later version wrote one */
    void refuseLater() {
        if (found.stream().anyMatch(stored -> isLater(stored.version()))) {
            throw new LaterStateFound("The stored state of " + said(stored -> isLater(stored.version()))
                    + " is later than this build's " + StateCodec.version()
                    + "; nothing was changed. Start the version of Handrail that wrote it.");
        }
    }

    /** What is going to be made anew; empty where nothing is. */
    Optional<String> madeAnew() {
        Predicate<Stored> isEarlier =
                stored -> !stored.version().equals(StateCodec.version()) && !isLater(stored.version());
        return found.stream().anyMatch(isEarlier)
                ? Optional.of("The stored state of " + said(isEarlier) + " is not of this build's "
                        + StateCodec.version() + "; it is made anew from the beginning of the archive")
                : Optional.empty();
    }

    static boolean isLater(StateVersion version) {
        return version.isLaterThan(StateCodec.version());
    }

    private String said(Predicate<Stored> which) {
        return found.stream()
                .filter(which)
                .map(stored ->
                        stored.mentees() + (stored.mentees() == 1 ? " mentee, " : " mentees, ") + stored.version())
                .collect(Collectors.joining("; "));
    }
}
