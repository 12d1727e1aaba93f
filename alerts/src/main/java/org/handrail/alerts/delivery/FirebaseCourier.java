package org.handrail.alerts.delivery;

import com.google.firebase.IncomingHttpResponse;
import com.google.firebase.messaging.FirebaseMessaging;
import com.google.firebase.messaging.FirebaseMessagingException;
import com.google.firebase.messaging.MessagingErrorCode;
import java.time.Clock;
import java.util.Optional;

/** Carries a prompt by Firebase. What a timed-out push did is unknown, so it is tried again under the same collapse key. */
class FirebaseCourier implements PromptCourier {

    private final FirebaseMessaging messaging;
    private final Clock clock;

    FirebaseCourier(FirebaseMessaging messaging, Clock clock) {
        this.messaging = messaging;
        this.clock = clock;
    }

    @Override
    public Channel channel() {
        return Channel.FIREBASE;
    }

    @Override
    public Receipt carry(Push push) {
        try {
            messaging.send(NeutralMessage.of(push, clock.instant()));
            return new Accepted();
        } catch (FirebaseMessagingException refusal) {
            return receipt(refusal);
        }
    }

    private Receipt receipt(FirebaseMessagingException refusal) {
        if (refusal.getMessagingErrorCode() == MessagingErrorCode.UNREGISTERED) {
            return new TokenGone();
        }
        return switch (refusal.getErrorCode()) {
            case UNAVAILABLE,
                    INTERNAL,
                    RESOURCE_EXHAUSTED,
                    DEADLINE_EXCEEDED,
                    ABORTED,
                    CANCELLED,
                    UNKNOWN,
                    UNAUTHENTICATED ->
                new TryLater(
                        RetryAfter.read(
                                Optional.ofNullable(refusal.getHttpResponse()).map(IncomingHttpResponse::getHeaders),
                                clock.instant()),
                        refusal.getErrorCode().name());
            case INVALID_ARGUMENT,
                    FAILED_PRECONDITION,
                    OUT_OF_RANGE,
                    PERMISSION_DENIED,
                    NOT_FOUND,
                    CONFLICT,
                    ALREADY_EXISTS,
                    DATA_LOSS -> new Refused(refusal.getErrorCode().name());
        };
    }
}
