package org.handrail.analytics.detection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.handrail.signals.ArchivedFrame;

/**
 * One mentee's way through the archive: the detection's state, and how far it has read. Silence is derived from when frames
 * were received, so that a replay finds it where the live run did.
 *
 * @param position up to here every frame has been taken, and perhaps some after it; 0 before the first
 * @param lastReceivedAt when the last frame taken was received; empty before the first
 */
public record MenteeRun(MenteeState state, long position, Optional<Instant> lastReceivedAt) {

    /** The run after some input, and the facts found in it. */
    public record Progress(MenteeRun next, List<RiskFact> facts) {
        public Progress {
            facts = List.copyOf(facts);
        }
    }

    public static MenteeRun start(MenteeState state) {
        return new MenteeRun(state, 0, Optional.empty());
    }

    /** Takes a frame. One that was taken before changes nothing. */
    public Progress take(ArchivedFrame archived) {
        return take(archived, RiskMethod.SHIPPED);
    }

    /** The same by another method than the shipped one. */
    public Progress take(ArchivedFrame archived, RiskMethod method) {
        var facts = new ArrayList<RiskFact>();
        MenteeState now = state;
        var silentFrom = silentFrom();
        if (silentFrom.isPresent() && archived.receivedAt().isAfter(silentFrom.get())) {
            var silence = RiskMethod.passTime(now, silentFrom.get());
            now = silence.next();
            facts.addAll(silence.facts());
        }
        var step = method.advance(now, archived.frame());
        facts.addAll(step.facts());
        var received = lastReceivedAt
                .filter(last -> last.isAfter(archived.receivedAt()))
                .orElse(archived.receivedAt());
        return new Progress(new MenteeRun(step.next(), position, Optional.of(received)), facts);
    }

    /** The same, knowing that every frame up to that position has been taken. */
    public MenteeRun takenUpTo(long newPosition) {
        return new MenteeRun(state, newPosition, lastReceivedAt);
    }

    /** Lets time pass without a frame. */
    public Progress letPass(Instant now) {
        var silentFrom = silentFrom();
        if (silentFrom.isEmpty() || !now.isAfter(silentFrom.get())) {
            return new Progress(this, List.of());
        }
        var step = RiskMethod.passTime(state, silentFrom.get());
        return new Progress(new MenteeRun(step.next(), position, lastReceivedAt), step.facts());
    }

    private Optional<Instant> silentFrom() {
        return lastReceivedAt.map(last -> last.plus(RiskMethod.SILENCE));
    }
}
