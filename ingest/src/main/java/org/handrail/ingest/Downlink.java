package org.handrail.ingest;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.handrail.signals.MenteeId;

/** The way down to the wrist. */
public interface Downlink {

    /**
     * Publishes a nudge to every device paired with the mentee; the broker throws it away at {@code expiresAt}.
     *
     * @return completes, within some seconds and never exceptionally, with whether the broker took it for at least one
     *     device that has a session there. Not connected, no device and too late are all {@code false}; the caller decides
     *     whether to try again
     */
    CompletableFuture<Boolean> send(MenteeId mentee, byte[] payload, Instant expiresAt);
}
