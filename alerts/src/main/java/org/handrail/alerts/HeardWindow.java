package org.handrail.alerts;

import java.time.Instant;
import java.util.Optional;
import org.handrail.analytics.RiskWindowClosed.Ending;
import org.handrail.analytics.RiskWindowId;
import org.handrail.signals.MenteeId;

/**
 * A risk window that was heard of, and what was decided about it.
 *
 * @param openedAt while its opening has not been heard of: its decision point, or where its stretch begins
 * @param heardAt when something of it was heard first
 * @param decisionPoint when a question could have been asked, by the wrist's clock
 * @param decidedAt when this was decided; empty while it is watched
 * @param ending how it ended, as far as is known
 */
public record HeardWindow(
        RiskWindowId id,
        MenteeId mentee,
        Instant openedAt,
        Instant heardAt,
        Decision decision,
        Optional<Instant> decisionPoint,
        Optional<Instant> decidedAt,
        Optional<Ending> ending) {

    /** What a risk window led to. Every legal change is listed in {@link Transition}; any other throws. */
    public enum Decision {
        /** It has come to no decision point so far. */
        WATCHED,
        /** It ended, and no decision point was heard of. One that is still on its way is heard all the same. */
        NOT_WORTH_ASKING,
        /** Its decision point lies in quiet hours that are over soon. */
        WAITS_OUT_QUIET_HOURS,
        NUDGED,
        /** A nudge or an escalation was open already. */
        JOINED,
        /** Too soon after the last nudge. */
        HELD_AS_TOO_SOON,
        /** The day's nudges were spent. */
        HELD_AS_OVER_BUDGET,
        /** The mentee's quiet hours were not over soon, or the window was over before them. */
        HELD_IN_QUIET_HOURS,
        /** Its decision point was too long ago to act on, or it had eased by then. */
        HISTORY;

        enum Transition {
            WATCHED_TO_NOT_WORTH_ASKING(WATCHED, NOT_WORTH_ASKING),
            WATCHED_TO_WAITS_OUT_QUIET_HOURS(WATCHED, WAITS_OUT_QUIET_HOURS),
            WATCHED_TO_NUDGED(WATCHED, NUDGED),
            WATCHED_TO_JOINED(WATCHED, JOINED),
            WATCHED_TO_HELD_AS_TOO_SOON(WATCHED, HELD_AS_TOO_SOON),
            WATCHED_TO_HELD_AS_OVER_BUDGET(WATCHED, HELD_AS_OVER_BUDGET),
            WATCHED_TO_HELD_IN_QUIET_HOURS(WATCHED, HELD_IN_QUIET_HOURS),
            WATCHED_TO_HISTORY(WATCHED, HISTORY),
            NOT_WORTH_ASKING_TO_WAITS_OUT_QUIET_HOURS(NOT_WORTH_ASKING, WAITS_OUT_QUIET_HOURS),
            NOT_WORTH_ASKING_TO_NUDGED(NOT_WORTH_ASKING, NUDGED),
            NOT_WORTH_ASKING_TO_JOINED(NOT_WORTH_ASKING, JOINED),
            NOT_WORTH_ASKING_TO_HELD_AS_TOO_SOON(NOT_WORTH_ASKING, HELD_AS_TOO_SOON),
            NOT_WORTH_ASKING_TO_HELD_AS_OVER_BUDGET(NOT_WORTH_ASKING, HELD_AS_OVER_BUDGET),
            NOT_WORTH_ASKING_TO_HELD_IN_QUIET_HOURS(NOT_WORTH_ASKING, HELD_IN_QUIET_HOURS),
            NOT_WORTH_ASKING_TO_HISTORY(NOT_WORTH_ASKING, HISTORY),
            WAITS_OUT_QUIET_HOURS_TO_NUDGED(WAITS_OUT_QUIET_HOURS, NUDGED),
            WAITS_OUT_QUIET_HOURS_TO_JOINED(WAITS_OUT_QUIET_HOURS, JOINED),
            WAITS_OUT_QUIET_HOURS_TO_HELD_AS_TOO_SOON(WAITS_OUT_QUIET_HOURS, HELD_AS_TOO_SOON),
            WAITS_OUT_QUIET_HOURS_TO_HELD_AS_OVER_BUDGET(WAITS_OUT_QUIET_HOURS, HELD_AS_OVER_BUDGET),
            WAITS_OUT_QUIET_HOURS_TO_HELD_IN_QUIET_HOURS(WAITS_OUT_QUIET_HOURS, HELD_IN_QUIET_HOURS);

            private final Decision from;
            private final Decision to;

            Transition(Decision from, Decision to) {
                this.from = from;
                this.to = to;
            }
        }

        /** Nothing was decided: no decision point was heard of. */
        public boolean isUndecided() {
            return this == WATCHED || this == NOT_WORTH_ASKING;
        }

        public boolean mayBecome(Decision next) {
            for (Transition transition : Transition.values()) {
                if (transition.from == this && transition.to == next) {
                    return true;
                }
            }
            return false;
        }

        /** The next decision, where that is legal. */
        public Decision become(Decision next) {
            if (!mayBecome(next)) {
                throw new IllegalStateException("A risk window that is " + this + " does not become " + next);
            }
            return next;
        }
    }
}
