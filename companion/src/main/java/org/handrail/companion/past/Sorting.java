package org.handrail.companion.past;

import java.util.Arrays;
import java.util.List;
import org.handrail.signals.SignalFrame;

/** Picks out of an export what is a past and not stored yet, and counts all of it. Belongs to one thread. */
final class Sorting {

    private final PastSpan span;

    /** In ascending order. */
    private final long[] storedCounters;

    private final AnalysedMinutes analysed;
    private long tooYoung;
    private long known;
    private long fresh;
    private long olderThanKept;
    private long byThemselves;

    /** @param storedCounters of the frames that are stored, in ascending order */
    Sorting(PastSpan span, long[] storedCounters, AnalysedMinutes analysed) {
        this.span = span;
        this.storedCounters = storedCounters.clone();
        this.analysed = analysed;
    }

    /** Those of these frames that are to be handed in. */
    List<SignalFrame> pick(List<SignalFrame> frames) {
        return frames.stream().filter(this::isFresh).toList();
    }

    PastReport.Frames counts() {
        return new PastReport.Frames(tooYoung, known, fresh, olderThanKept, byThemselves);
    }

    private boolean isFresh(SignalFrame frame) {
        if (!span.isPast(frame)) {
            tooYoung++;
            return false;
        }
        boolean isKnown = Arrays.binarySearch(storedCounters, frame.id().counter()) >= 0;
        known += isKnown ? 1 : 0;
        fresh += isKnown ? 0 : 1;
        olderThanKept += !isKnown && span.isOlderThanKept(frame) ? 1 : 0;
        byThemselves += span.isBeforeAnalysed(frame) && !isInTheRecord(frame, isKnown) ? 1 : 0;
        return !isKnown;
    }

    private boolean isInTheRecord(SignalFrame frame, boolean isKnown) {
        return frame.stream().isSensor() ? analysed.contains(frame.sampledAt()) : isKnown;
    }
}
