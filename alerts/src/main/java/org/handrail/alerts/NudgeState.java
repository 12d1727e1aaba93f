package org.handrail.alerts;

/**
 * Where a nudge stands. Every legal change is listed in {@link Transition}; any other throws. {@code STOOD_DOWN}: the mentee
 * reached out, and later said that it is okay. {@code EASED}: the stretch eased before an answer.
 */
public enum NudgeState {
    ASKED,
    OKAY,
    ROUGH,
    REACHED_OUT,
    UNANSWERED,
    EASED,
    STOOD_DOWN;

    /** An answer that comes late may still say what the silence was, or the stretch. */
    enum Transition {
        ASKED_TO_OKAY(ASKED, OKAY),
        ASKED_TO_ROUGH(ASKED, ROUGH),
        ASKED_TO_REACHED_OUT(ASKED, REACHED_OUT),
        ASKED_TO_UNANSWERED(ASKED, UNANSWERED),
        ASKED_TO_EASED(ASKED, EASED),
        UNANSWERED_TO_OKAY(UNANSWERED, OKAY),
        UNANSWERED_TO_ROUGH(UNANSWERED, ROUGH),
        UNANSWERED_TO_REACHED_OUT(UNANSWERED, REACHED_OUT),
        EASED_TO_OKAY(EASED, OKAY),
        EASED_TO_ROUGH(EASED, ROUGH),
        EASED_TO_REACHED_OUT(EASED, REACHED_OUT),
        REACHED_OUT_TO_STOOD_DOWN(REACHED_OUT, STOOD_DOWN);

        private final NudgeState from;
        private final NudgeState to;

        Transition(NudgeState from, NudgeState to) {
            this.from = from;
            this.to = to;
        }
    }

    public boolean mayBecome(NudgeState next) {
        for (Transition transition : Transition.values()) {
            if (transition.from == this && transition.to == next) {
                return true;
            }
        }
        return false;
    }

    /** The next state, where that is legal. */
    public NudgeState become(NudgeState next) {
        if (!mayBecome(next)) {
            throw new IllegalStateException("A nudge that is " + this + " does not become " + next);
        }
        return next;
    }
}
