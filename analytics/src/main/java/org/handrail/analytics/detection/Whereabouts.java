package org.handrail.analytics.detection;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.handrail.signals.DeviceStatus;
import org.handrail.signals.DeviceStatus.Contact;
import org.handrail.signals.SignalFrame;

/**
 * Where the mentee is, as the watch says: a minute is closed by the local time that was told last before its end. What the
 * watch says waits for its minute like the mentee's own words, so that it does not matter what of a minute came first; once the
 * minute is closed it is late and changes nothing. A watch that is not worn says only where it lies itself.
 *
 * <p>A change of zone by two hours or more is a journey: the body's hours are no longer those of the wall, so what is usual at
 * single hours counts half (science/SPEC.md (c)). Daylight saving changes the hours but not the zone, and is none.
 */
final class Whereabouts {

    private static final int LEAST_JOURNEY_SECONDS = 2 * 3_600;

    /** Of a watch that is out of its mind; the last ones decide. */
    private static final int MOST_WAITING = 8;

    private Whereabouts() {}

    /** The state with a status that waits for its minute, if it says something of where the mentee is. */
    static MenteeState hear(MenteeState state, SignalFrame status) {
        boolean isLate = status.sampledAt().toEpochMilli() < state.nextMinuteMs();
        if (isLate || told(status).isEmpty()) {
            return state;
        }
        var words = new ArrayList<>(state.words());
        words.add(status);
        words.sort(RiskMethod.CANONICAL);
        return state.withWords(withoutRepetitions(words, state.zone()));
    }

    /** In force at that time, by all that was heard up to now. */
    static ZoneId at(MenteeState state, Instant time) {
        return state.words().stream()
                .filter(word -> !word.sampledAt().isAfter(time))
                .flatMap(word -> told(word).stream())
                .reduce(state.zone(), (earlier, later) -> later);
    }

    /** The state by the local time told before that time; journeys on the way are made. */
    static MenteeState upTo(MenteeState state, Instant until) {
        var now = state;
        for (var word : state.words()) {
            if (word.sampledAt().isBefore(until)) {
                now = moved(now, told(word).orElse(now.zone()), word.sampledAt());
            }
        }
        return now;
    }

    private static MenteeState moved(MenteeState state, ZoneId to, Instant at) {
        if (to.equals(state.zone())) {
            return state;
        }
        int seconds = offsetSeconds(to, at) - offsetSeconds(state.zone(), at);
        return Math.abs(seconds) < LEAST_JOURNEY_SECONDS
                ? state.in(to)
                : state.in(to)
                        .with(state.learnt().with(state.learnt().baselines().travelled()));
    }

    private static int offsetSeconds(ZoneId zone, Instant at) {
        return zone.getRules().getOffset(at).getTotalSeconds();
    }

    private static Optional<ZoneId> told(SignalFrame word) {
        return word.content() instanceof DeviceStatus status && status.contact() != Contact.NOT_WORN
                ? status.zone()
                : Optional.empty();
    }

    /**
     * A watch repeats itself for hours while its sensors say nothing. What says the same as what it follows is let go, once
     * nothing can come in between any more.
     */
    private static List<SignalFrame> withoutRepetitions(List<SignalFrame> words, ZoneId start) {
        var last = words.get(words.size() - 1).sampledAt();
        var settled = last.minus(RiskMethod.GRACE);
        var kept = new ArrayList<SignalFrame>();
        var zone = start;
        for (var word : words) {
            var told = told(word);
            boolean isRepetition = told.isPresent()
                    && told.get().equals(zone)
                    && word.sampledAt().isBefore(settled);
            if (!isRepetition) {
                kept.add(word);
            }
            zone = told.orElse(zone);
        }
        var statuses = kept.stream().filter(word -> told(word).isPresent()).toList();
        kept.removeAll(statuses.subList(0, Math.max(0, statuses.size() - MOST_WAITING)));
        return kept;
    }
}
