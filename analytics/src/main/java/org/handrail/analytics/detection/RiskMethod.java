package org.handrail.analytics.detection;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.handrail.analytics.EvidenceWeights;
import org.handrail.analytics.RiskWindowFellSilent;
import org.handrail.signals.Answer;
import org.handrail.signals.DeviceStatus;
import org.handrail.signals.FrameId;
import org.handrail.signals.SelfReport;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.Sleep;

/**
 * The versioned rule set that decides: a pure function from what is remembered of a mentee and one frame to what is to be
 * remembered and told. No clock, no I/O, no randomness: the same frames give the same facts, bit for bit.
 *
 * <p>Frames wait until their minute closes, which is when the mentee's own stream time has passed the minute's end by the
 * grace; only then are their samples looked at, in a canonical order. So neither the order within the grace nor a frame sent
 * twice changes anything, and a watch that was offline for hours simply goes on where it stopped.
 *
 * @param weights what the evidence is worth
 * @param detail how much of each minute is worked out
 * @param isGated whether the body's work keeps a minute unknown; without it only for judging what that costs and spares
 */
public record RiskMethod(EvidenceWeights weights, Detail detail, boolean isGated) {

    /** Repeated by every fact. A changed number is a new version and a decision record. */
    public static final String VERSION = "3";

    /** How long after its end a minute still admits late samples. */
    public static final Duration GRACE = Duration.ofSeconds(15);

    /** How long nothing may be received before an open window counts as silent. */
    public static final Duration SILENCE = Duration.ofMinutes(5);

    static final long MINUTE_MS = 60_000;

    /** A pause longer than this is not walked minute by minute. */
    private static final int MOST_EMPTY_MINUTES = 10;

    private static final int MOMENTS_REMEMBERED = 32;

    static final Comparator<SignalFrame> CANONICAL = Comparator.comparing(SignalFrame::sampledAt)
            .thenComparing(SignalFrame::stream)
            .thenComparing(frame -> frame.id().device().value())
            .thenComparing(frame -> frame.id().counter());

    /** The method as it is shipped, with every figure. */
    public static final RiskMethod SHIPPED = new RiskMethod(EvidenceWeights.SHIPPED, Detail.EVERY_FIGURE);

    public RiskMethod(EvidenceWeights weights, Detail detail) {
        this(weights, detail, true);
    }

    /** Takes one frame. A frame that was taken before, or whose minutes are closed, changes nothing. */
    public Step advance(MenteeState state, SignalFrame frame) {
        return frame.stream().isSensor() ? sense(state, frame) : hear(state, frame);
    }

    /**
     * Silence as an input: nothing was received up to this time. An open window is told to have fallen silent, once; it goes
     * on or ends by its samples alone, should they still come.
     */
    public static Step passTime(MenteeState state, Instant streamTime) {
        var open = state.stretch().open();
        if (open.isEmpty() || open.get().silent()) {
            return new Step(state, List.of());
        }
        var stretch = open.get();
        var silent = state.stretch().fallenSilent();
        var since = Instant.ofEpochMilli(Math.min(state.streamTimeMs(), streamTime.toEpochMilli()));
        var event = new RiskWindowFellSilent(WindowIds.of(state.mentee(), stretch.startMs()), state.mentee(), since);
        return new Step(state.with(state.learnt().with(silent)), List.of(new RiskFact.FellSilent(event)));
    }

    private static Step hear(MenteeState state, SignalFrame frame) {
        if (state.heard().contains(frame.id())) {
            return new Step(state, List.of());
        }
        var heard = new ArrayList<FrameId>(state.heard());
        heard.add(frame.id());
        if (heard.size() > MOMENTS_REMEMBERED) {
            heard.remove(0);
        }
        var contact = frame.content() instanceof DeviceStatus status ? status.contact() : state.contact();
        var next = state.withMoment(heard, contact);
        if (frame.content() instanceof Sleep) {
            var sleep = next.learnt().sleep().hear(frame, Whereabouts.at(state, frame.endsAt()));
            return new Step(
                    next.with(next.learnt().with(sleep)),
                    sleep.nights().stream().<RiskFact>map(RiskFact.Slept::new).toList());
        }
        if (frame.content() instanceof Answer answer) {
            var fact = new RiskFact.Answered(frame, answer.nudge(), answer.choice());
            return new Step(saying(next, frame), List.of(fact));
        }
        if (frame.content() instanceof SelfReport report) {
            return new Step(saying(next, frame), List.of(new RiskFact.Reported(frame, report)));
        }
        return new Step(Whereabouts.hear(next, frame), List.of());
    }

    /** What is said waits for its minute too, so that it does not matter whether it came before the minute's last sample. */
    private static MenteeState saying(MenteeState state, SignalFrame frame) {
        var words = new ArrayList<>(state.words());
        words.add(frame);
        words.sort(CANONICAL);
        return state.withWords(words.size() > MOMENTS_REMEMBERED ? words.subList(1, words.size()) : words);
    }

    private Step sense(MenteeState state, SignalFrame frame) {
        long endMs = frame.endsAt().toEpochMilli();
        boolean isLate = state.nextMinuteMs() != MenteeState.NO_TIME && endMs <= state.nextMinuteMs();
        if (isLate || state.pending().stream().anyMatch(waiting -> waiting.id().equals(frame.id()))) {
            return new Step(state, List.of());
        }
        var pending = new ArrayList<>(state.pending());
        pending.add(frame);
        pending.sort(CANONICAL);
        return close(state.withPending(pending, Math.max(state.streamTimeMs(), endMs), state.nextMinuteMs()));
    }

    /** Closes every minute that can admit no more samples. */
    private Step close(MenteeState waiting) {
        var state = waiting;
        var facts = new ArrayList<RiskFact>();
        while (!state.pending().isEmpty()) {
            long resumesMs = minuteOf(state.pending().get(0).sampledAt().toEpochMilli());
            boolean isFirst = state.nextMinuteMs() == MenteeState.NO_TIME;
            boolean skips = isFirst || resumesMs - state.nextMinuteMs() > MOST_EMPTY_MINUTES * MINUTE_MS;
            long closableMs = skips ? resumesMs : state.nextMinuteMs();
            if (closableMs + MINUTE_MS + GRACE.toMillis() > state.streamTimeMs()) {
                break;
            }
            var local = Whereabouts.upTo(state, Instant.ofEpochMilli(skips ? resumesMs : closableMs + MINUTE_MS));
            var closed = skips ? MinuteClosing.skipTo(local, resumesMs, this) : MinuteClosing.close(local, this);
            facts.addAll(closed.facts());
            state = closed.next();
        }
        return new Step(state, facts);
    }

    static long minuteOf(long timeMs) {
        return Math.floorDiv(timeMs, MINUTE_MS) * MINUTE_MS;
    }
}
