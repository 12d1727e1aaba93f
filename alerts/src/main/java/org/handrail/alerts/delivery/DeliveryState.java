package org.handrail.alerts.delivery;

/**
 * Where one attempt stands. {@code ACCEPTED} says that the courier took it, {@code SHOWN} that the page or phone reported it;
 * neither says that a person has it. Every legal change is listed in {@link Transition}; any other throws.
 */
enum DeliveryState {
    WAITING,
    SENDING,
    ACCEPTED,
    SHOWN,
    TRY_LATER,
    REFUSED,
    LAPSED;

    /** Sending again follows a crash between the attempt and its receipt. */
    enum Transition {
        WAITING_TO_SENDING(WAITING, SENDING),
        WAITING_TO_LAPSED(WAITING, LAPSED),
        SENDING_TO_SENDING(SENDING, SENDING),
        SENDING_TO_ACCEPTED(SENDING, ACCEPTED),
        SENDING_TO_SHOWN(SENDING, SHOWN),
        SENDING_TO_TRY_LATER(SENDING, TRY_LATER),
        SENDING_TO_REFUSED(SENDING, REFUSED),
        SENDING_TO_LAPSED(SENDING, LAPSED);

        private final DeliveryState from;
        private final DeliveryState to;

        Transition(DeliveryState from, DeliveryState to) {
            this.from = from;
            this.to = to;
        }
    }

    boolean isOpen() {
        return this == WAITING || this == SENDING;
    }

    boolean mayBecome(DeliveryState next) {
        for (Transition transition : Transition.values()) {
            if (transition.from == this && transition.to == next) {
                return true;
            }
        }
        return false;
    }

    /** The next state, where that is legal. */
    DeliveryState become(DeliveryState next) {
        if (!mayBecome(next)) {
            throw new IllegalStateException("A delivery that is " + this + " does not become " + next);
        }
        return next;
    }
}
