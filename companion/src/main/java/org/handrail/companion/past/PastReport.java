package org.handrail.companion.past;

import java.util.Map;
import org.handrail.signals.RefusalReason;

/**
 * What became of an import, or would become of it.
 *
 * @param span which times were taken for a past
 * @param frames what was found in the export
 * @param stored frames that came into the archive
 * @param refused frames that may not enter, by reason
 * @param isWhole whether all of it was handed in; not where somebody stopped it
 * @param analysed what is known of the mentee in the time of the export, once all is analysed
 */
public record PastReport(
        PastSpan span,
        Frames frames,
        long stored,
        Map<RefusalReason, Long> refused,
        boolean isWhole,
        Analysed analysed) {

    /**
     * Frames by what they are to the house; those that are too young or known are in no other count.
     *
     * @param tooYoung no past yet, and left out
     * @param known stored before
     * @param fresh all others
     * @param olderThanKept of these, to be dropped by the archive's next round
     * @param byThemselves frames of minutes that are not in the record, and from before what has been analysed: analysed by
     *     themselves, and not learnt from
     */
    public record Frames(long tooYoung, long known, long fresh, long olderThanKept, long byThemselves) {}

    /**
     * What the record holds.
     *
     * @param known of the minutes, those in which it could be told how the mentee was
     */
    public record Analysed(long minutes, long known, long nights) {}

    public PastReport {
        refused = Map.copyOf(refused);
    }

    public long refusals() {
        return refused.values().stream().mapToLong(Long::longValue).sum();
    }
}
