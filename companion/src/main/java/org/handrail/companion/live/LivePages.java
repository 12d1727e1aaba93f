package org.handrail.companion.live;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.handrail.companion.live.LiveStream.Signal;
import org.handrail.companion.people.SignedIn;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The pages that are open now, by who looks at them. Carries no content: a page that is told looks again by itself, through
 * the same door and the same rights as always. Any thread may call it; none of them waits for a page.
 */
@Component
public class LivePages {

    private static final int MOST_FOR_ONE_PERSON = 8;

    private final LiveWriters writers;
    private final Map<UUID, Deque<LiveStream>> streams = new HashMap<>();
    private boolean isClosing;

    LivePages(LiveWriters writers, MeterRegistry meters) {
        this.writers = writers;
        meters.gauge("handrail.live.pages", this, LivePages::count);
    }

    /** Something that this person sees is not as it was. */
    public void changed(UUID person) {
        streamsOf(person).forEach(stream -> signal(person, stream, Signal.CHANGED));
    }

    /** The oldest page of a person with too many of them is let go. */
    SseEmitter open(UUID person) {
        var stream = new LiveStream();
        stream.emitter().onCompletion(() -> forget(person, stream));
        stream.emitter().onTimeout(stream::end);
        LiveStream surplus = null;
        boolean isLate;
        synchronized (streams) {
            isLate = isClosing;
            var own = streams.computeIfAbsent(person, nobody -> new ArrayDeque<>());
            own.addLast(stream);
            if (own.size() > MOST_FOR_ONE_PERSON) {
                surplus = own.removeFirst();
            }
        }
        if (surplus != null) {
            surplus.end();
        }
        signal(person, stream, Signal.TICK);
        if (isLate) {
            stream.end();
        }
        return stream.emitter();
    }

    /** So that a page notices a connection that is up but dead. */
    @Scheduled(fixedRate = 15_000)
    void tick() {
        Map<UUID, List<LiveStream>> all;
        synchronized (streams) {
            all = new HashMap<>();
            streams.forEach((person, own) -> all.put(person, List.copyOf(own)));
        }
        all.forEach((person, own) -> own.forEach(stream -> signal(person, stream, Signal.TICK)));
    }

    /** Streams of other sign-ins of the same person open again by themselves. */
    @EventListener
    void signedOut(LogoutSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof SignedIn who) {
            endAllOf(who.id());
        }
    }

    /** An open stream would hold up the closing of the house. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        List<UUID> people;
        synchronized (streams) {
            isClosing = true;
            people = List.copyOf(streams.keySet());
        }
        people.forEach(this::endAllOf);
    }

    private void endAllOf(UUID person) {
        streamsOf(person).forEach(LiveStream::end);
    }

    private void signal(UUID person, LiveStream stream, Signal signal) {
        if (stream.isToWrite(signal)) {
            writers.soon(() -> write(person, stream, signal));
        }
    }

    private void write(UUID person, LiveStream stream, Signal signal) {
        try {
            stream.write(signal);
        } catch (IOException | IllegalStateException e) {
            forget(person, stream);
        }
    }

    private List<LiveStream> streamsOf(UUID person) {
        synchronized (streams) {
            var own = streams.get(person);
            return own == null ? List.of() : List.copyOf(own);
        }
    }

    private void forget(UUID person, LiveStream stream) {
        synchronized (streams) {
            var own = streams.get(person);
            if (own != null && own.remove(stream) && own.isEmpty()) {
                streams.remove(person);
            }
        }
    }

    private int count() {
        synchronized (streams) {
            return streams.values().stream().mapToInt(Deque::size).sum();
        }
    }
}
