package org.handrail.companion.referee;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.alerts.AskedNudge;
import org.handrail.alerts.Escalation;
import org.handrail.alerts.HeardWindow;
import org.handrail.analytics.RiskWindowClosed.Ending;
import org.handrail.analytics.RiskWindowId;

/**
 * What came of a life: the risk windows of the detection, what alerts made of them, and the nudges that the watch showed, each as
 * often as it came. Everything in the order in which it began.
 *
 * @param over when it was looked at: all that could still happen had happened
 */
record Lived(
        Life life,
        List<Window> windows,
        List<HeardWindow> heard,
        List<AskedNudge> nudges,
        List<Escalation> ladders,
        List<UUID> shown,
        Instant over) {

    /**
     * A risk window.
     *
     * @param decisionPoint when a question could be asked; empty where it came to none
     * @param end empty where it had none when the life was over
     * @param endedAt when its end was known to the house; empty where that was not seen
     */
    record Window(
            RiskWindowId id,
            Instant start,
            Instant openedAt,
            Optional<Instant> decisionPoint,
            Optional<Instant> end,
            Optional<Ending> ending,
            Optional<Instant> endedAt) {

        /** Known, before that instant, to have eased. Of one whose end is unknown nobody knows that it is over. */
        boolean hadEasedBefore(Instant at) {
            return ending.equals(Optional.of(Ending.EASED))
                    && endedAt.filter(known -> known.isBefore(at)).isPresent();
        }
    }

    Lived {
        windows = List.copyOf(windows);
        heard = List.copyOf(heard);
        nudges = List.copyOf(nudges);
        ladders = List.copyOf(ladders);
        shown = List.copyOf(shown);
    }
}
