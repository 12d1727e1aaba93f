package org.handrail.analytics.feature.heart;

import java.util.List;

/**
 * Peaks after correction.
 *
 * @param peaksMs milliseconds, ascending
 * @param passes what each pass found and corrected, in the peaks as they were before it. The first tells what was wrong with
 *     the recording; a later one only what was left.
 */
public record CorrectedBeats(int[] peaksMs, List<BeatArtefacts> passes) {

    public CorrectedBeats {
        passes = List.copyOf(passes);
    }

    /** What was found in the recording itself. */
    public BeatArtefacts found() {
        return passes.get(0);
    }

    /** What the last pass corrected; all that some tools report. */
    public BeatArtefacts last() {
        return passes.get(passes.size() - 1);
    }
}
