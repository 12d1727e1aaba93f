package org.handrail.alerts;

/**
 * Where an escalation stands. Every legal change is listed in {@link Transition}; any other throws. {@code EXHAUSTED} is not
 * the end: nobody has it yet, so "I have it", the mentee or the coordinator may still end it. Nor is {@code EASED}: the stretch
 * eased while silence was being acted on, so nobody new is asked, whoever was asked may still have it, and a wish for company takes it up again.
 */
public enum EscalationState {
    WALKING,
    ACKNOWLEDGED,
    STOOD_DOWN,
    EXHAUSTED,
    EASED,
    TAKEN_OVER;

    enum Transition {
        WALKING_TO_ACKNOWLEDGED(WALKING, ACKNOWLEDGED),
        WALKING_TO_STOOD_DOWN(WALKING, STOOD_DOWN),
        WALKING_TO_EXHAUSTED(WALKING, EXHAUSTED),
        WALKING_TO_EASED(WALKING, EASED),
        EXHAUSTED_TO_ACKNOWLEDGED(EXHAUSTED, ACKNOWLEDGED),
        EXHAUSTED_TO_STOOD_DOWN(EXHAUSTED, STOOD_DOWN),
        EXHAUSTED_TO_TAKEN_OVER(EXHAUSTED, TAKEN_OVER),
        EASED_TO_WALKING(EASED, WALKING),
        EASED_TO_ACKNOWLEDGED(EASED, ACKNOWLEDGED),
        EASED_TO_STOOD_DOWN(EASED, STOOD_DOWN),
        EASED_TO_TAKEN_OVER(EASED, TAKEN_OVER);

        private final EscalationState from;
        private final EscalationState to;

        Transition(EscalationState from, EscalationState to) {
            this.from = from;
            this.to = to;
        }
    }

    /** Nobody has it yet. */
    public boolean isOpen() {
        return this == WALKING || this == EXHAUSTED || this == EASED;
    }

    public boolean mayBecome(EscalationState next) {
        for (Transition transition : Transition.values()) {
            if (transition.from == this && transition.to == next) {
                return true;
            }
        }
        return false;
    }

    /** The next state, where that is legal. */
    public EscalationState become(EscalationState next) {
        if (!mayBecome(next)) {
            throw new IllegalStateException("An escalation that is " + this + " does not become " + next);
        }
        return next;
    }
}
