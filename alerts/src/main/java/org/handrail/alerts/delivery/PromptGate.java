package org.handrail.alerts.delivery;

import java.time.Instant;
import org.handrail.alerts.PromptId;

/** Asked in the transaction that marks an attempt: is this prompt still worth sending, and may its mentor be told? */
public interface PromptGate {

    Verdict mayPass(PromptId prompt, Instant now);

    /** The answer. */
    sealed interface Verdict {}

    record Open(Instant worthUntil) implements Verdict {}

    record Shut() implements Verdict {}
}
