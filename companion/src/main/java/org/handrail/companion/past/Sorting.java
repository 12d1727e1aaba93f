package org.handrail.companion.past;

import java.util.Arrays;
import java.util.List;
import org.handrail.signals.SignalFrame;

/** Picks out of an export what is a past and not stored yet, and counts all of it. Belongs to one thread. */
final class Sorting {

    private final PastSpan span;

    /** In ascending order. */
    private final long[] storedCounters;

    private long tooYoung;
    private long known;
    private long fresh;
    private long unanalysed;
    private long olderThanKept;

    /** @param storedCounters of the frames that are stored, in ascending order */
    Sorting(PastSpan span, long[] storedCounters) {
        this.span = span;
        this.storedCounters = storedCounters.clone();
    }

    /** Those of these frames that are to be handed in. */
    List<SignalFrame> pick(List<SignalFrame> frames) {
        return frames.stream().filter(this::isFresh).toList();
    }

    PastReport.Frames counts() {
        return new PastReport.Frames(tooYoung, known, fresh, unanalysed, olderThanKept);
    }

    private boolean isFresh(SignalFrame frame) {
        if (!span.isPast(frame)) {
            tooYoung++;
            return false;
        }
        if (Arrays.binarySearch(storedCounters, frame.id().counter()) >= 0) {
            known++;
            return false;
        }
        fresh++;
        unanalysed += span.isAnalysedAlready(frame) ? 1 : 0;
        olderThanKept += span.isOlderThanKept(frame) ? 1 : 0;
        return true;
    }
}
