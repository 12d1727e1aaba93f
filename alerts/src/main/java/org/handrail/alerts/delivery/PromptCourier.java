package org.handrail.alerts.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.handrail.alerts.PromptId;

/**
 * Carries a prompt to one phone. Called outside any transaction; comes back in finite time. After a crash the same push may
 * be carried again, so the phone must show it once.
 */
public interface PromptCourier {

    Channel channel();

    Receipt carry(Push push);

    /** All that may leave the house: an opaque id, where to, and until when it is worth anything. */
    record Push(PromptId prompt, String token, Instant worthUntil) {}

    /** What the courier says. None of it means that somebody has it. */
    sealed interface Receipt {}

    record Accepted() implements Receipt {}

    /** @param after how long the other side asks to be left alone */
    record TryLater(Optional<Duration> after, String note) implements Receipt {}

    record Refused(String note) implements Receipt {}

    /** That phone has left; its token is put into quarantine. */
    record TokenGone() implements Receipt {}
}
