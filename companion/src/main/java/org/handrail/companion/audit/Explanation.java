package org.handrail.companion.audit;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.handrail.analytics.MinuteDifference;
import org.handrail.analytics.MinuteRecord;
import org.handrail.analytics.RiskWindow;

/**
 * A risk window as it is stored and as it is recomputed.
 *
 * @param zone of the mentee
 * @param recomputed empty where the archive opens no such window
 * @param minutes around the window, in order
 */
public record Explanation(ZoneId zone, RiskWindow stored, Optional<Recomputed> recomputed, List<Line> minutes) {

    /** A minute that the record has, or that was recomputed, or both. */
    public record Line(Instant start, Optional<MinuteRecord> stored, Optional<MinuteRecord> recomputed) {

        /** The parts in which the two differ; empty where one is missing. */
        Optional<MinuteDifference> difference() {
            return stored.flatMap(kept -> recomputed.map(found -> MinuteDifference.between(kept, found)));
        }

        public boolean isSame() {
            return difference().filter(MinuteDifference::isNone).isPresent();
        }

        /** As it was recomputed, or else as it is stored. */
        public MinuteRecord minute() {
            return recomputed.or(() -> stored).orElseThrow();
        }
    }

    public Explanation {
        minutes = List.copyOf(minutes);
    }

    /** The minute with whose end the window was opened. */
    public Optional<MinuteRecord> deciding() {
        var start = stored.openedAt().minus(Explaining.MINUTE);
        return minutes.stream()
                .filter(line -> line.start().equals(start))
                .map(Line::minute)
                .findFirst();
    }

    /** Whether the archive gives what is stored, bit for bit. */
    public boolean isSame() {
        return differences().isEmpty();
    }

    /** One line for each thing in which stored and recomputed differ. */
    public List<String> differences() {
        var differences = new ArrayList<String>();
        recomputed.ifPresentOrElse(
                found -> differences.addAll(WindowDifferences.between(stored, found)),
                () -> differences.add("window: the archive, read from its beginning, opens no window here"));
        minutes.stream().filter(line -> !line.isSame()).map(Explanation::said).forEach(differences::add);
        return differences;
    }

    /** Minutes that the record keeps without what they were judged by; earlier versions did not keep it. */
    public long keptWithoutEvidence() {
        return minutes.stream()
                .flatMap(line -> line.difference().stream())
                .filter(difference -> difference.isNone() && !difference.isWhole())
                .count();
    }

    private static String said(Line line) {
        return line.difference()
                .map(difference -> "minute " + line.start() + ": " + String.join(", ", difference.parts())
                        + " (likelihood " + difference.stored().likelihood() + " stored, "
                        + difference.recomputed().likelihood() + " recomputed)")
                .orElseGet(() -> "minute " + line.start() + ": "
                        + (line.stored().isPresent() ? "stored and not recomputed" : "recomputed and not stored"));
    }
}
