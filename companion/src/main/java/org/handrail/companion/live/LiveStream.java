package org.handrail.companion.live;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * One open page. Its signals say nothing but "look again", so one that waits to be written will do for all that come
 * meanwhile: however slow the page, no more than one of each kind waits. Ends after a while by itself, and the page opens
 * another one, so that no stream outlives a sign-in for long.
 */
final class LiveStream {

    private static final Duration LIFETIME = Duration.ofMinutes(10);

    enum Signal {
        /** Something on this page is not as it was. */
        CHANGED,
        /** Still here. */
        TICK
    }

    private final SseEmitter emitter = new SseEmitter(LIFETIME.toMillis());
    private final Map<Signal, AtomicBoolean> waiting =
            Map.of(Signal.CHANGED, new AtomicBoolean(), Signal.TICK, new AtomicBoolean());

    SseEmitter emitter() {
        return emitter;
    }

    /** Whether this signal has to be handed to a writer. Not where one of its kind waits already. */
    boolean isToWrite(Signal signal) {
        return waitingOf(signal).compareAndSet(false, true);
    }

    void write(Signal signal) throws IOException {
        waitingOf(signal).set(false);
        emitter.send(SseEmitter.event()
                .name(signal.name().toLowerCase(Locale.ROOT))
                .reconnectTime(1_000)
                .data("."));
    }

    void end() {
        emitter.complete();
    }

    private AtomicBoolean waitingOf(Signal signal) {
        var flag = waiting.get(signal);
        if (flag == null) {
            throw new IllegalStateException("A signal of no known kind: " + signal);
        }
        return flag;
    }
}
