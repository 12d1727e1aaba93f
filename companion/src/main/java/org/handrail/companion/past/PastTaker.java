package org.handrail.companion.past;

import java.util.List;
import java.util.Map;
import org.handrail.signals.RefusalReason;
import org.handrail.signals.SignalFrame;

/** Who is given the frames of a past, in their order. */
interface PastTaker {

    /** Returns once they are safe; false where it was told to stop. */
    boolean take(List<SignalFrame> frames) throws InterruptedException;

    /** Nothing more comes; returns when all that was taken has gone its whole way. */
    void finish() throws InterruptedException;

    /** How many frames were not taken, and why. */
    Map<RefusalReason, Long> refused();
}
