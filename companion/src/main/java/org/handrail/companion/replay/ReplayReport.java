package org.handrail.companion.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.handrail.devicesim.recording.LabelledStretch;
import org.handrail.devicesim.recording.Provenance;
import org.handrail.signals.TimeWindow;

/**
 * What came of a replay, in the recording's own time.
 *
 * @param published frames that the watch handed to the broker
 * @param stored frames of it in the archive
 */
public record ReplayReport(
        Instant start,
        Duration length,
        long published,
        long stored,
        Duration took,
        List<Found> windows,
        List<LabelledStretch> labels,
        Provenance provenance) {

    private static final String STRESS = "stress";

    /** A risk window that the engine opened. One that was open at the end ends with the recording. */
    public record Found(TimeWindow span, Instant openedAt, String sentence) {}

    public ReplayReport {
        windows = List.copyOf(windows);
        labels = List.copyOf(labels);
    }

    /** Whether the window touches a stretch that the recording labels as stress. */
    public boolean overlapsStress(Found window) {
        return stressStretches().stream().anyMatch(stretch -> stretch.window().overlaps(window.span()));
    }

    public List<LabelledStretch> stressStretches() {
        return labels.stream().filter(stretch -> stretch.label().equals(STRESS)).toList();
    }

    /** The first window that touches the stretch. */
    public Optional<Found> foundIn(LabelledStretch stretch) {
        return windows.stream()
                .filter(window -> window.span().overlaps(stretch.window()))
                .findFirst();
    }

    /** What the recording says of the minute in which the window opened. */
    public Optional<LabelledStretch> labelAt(Instant instant) {
        return labels.stream()
                .filter(stretch -> stretch.window().contains(instant))
                .findFirst();
    }
}
