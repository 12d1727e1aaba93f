package org.handrail.alerts;

/**
 * Where a prompt stands. Every legal change is listed in {@link Transition}; any other throws. A mentor who let it pass, or
 * handed it over, may still say "I have it" while nobody else has.
 */
public enum PromptState {
    RAISED,
    OPENED,
    ACKNOWLEDGED,
    HANDED_OVER,
    PASSED_ON,
    STOOD_DOWN;

    enum Transition {
        RAISED_TO_OPENED(RAISED, OPENED),
        RAISED_TO_ACKNOWLEDGED(RAISED, ACKNOWLEDGED),
        RAISED_TO_HANDED_OVER(RAISED, HANDED_OVER),
        RAISED_TO_PASSED_ON(RAISED, PASSED_ON),
        RAISED_TO_STOOD_DOWN(RAISED, STOOD_DOWN),
        OPENED_TO_ACKNOWLEDGED(OPENED, ACKNOWLEDGED),
        OPENED_TO_HANDED_OVER(OPENED, HANDED_OVER),
        OPENED_TO_PASSED_ON(OPENED, PASSED_ON),
        OPENED_TO_STOOD_DOWN(OPENED, STOOD_DOWN),
        PASSED_ON_TO_ACKNOWLEDGED(PASSED_ON, ACKNOWLEDGED),
        HANDED_OVER_TO_ACKNOWLEDGED(HANDED_OVER, ACKNOWLEDGED);

        private final PromptState from;
        private final PromptState to;

        Transition(PromptState from, PromptState to) {
            this.from = from;
            this.to = to;
        }
    }

    /** The mentor has been asked and has not said anything yet. */
    public boolean isOpen() {
        return this == RAISED || this == OPENED;
    }

    public boolean mayBecome(PromptState next) {
        for (Transition transition : Transition.values()) {
            if (transition.from == this && transition.to == next) {
                return true;
            }
        }
        return false;
    }

    /** The next state, where that is legal. */
    public PromptState become(PromptState next) {
        if (!mayBecome(next)) {
            throw new IllegalStateException("A prompt that is " + this + " does not become " + next);
        }
        return next;
    }
}
