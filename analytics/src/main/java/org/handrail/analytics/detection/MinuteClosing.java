package org.handrail.analytics.detection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.handrail.analytics.MinuteRecord;
import org.handrail.analytics.MinuteState;
import org.handrail.analytics.RiskWindowClosed;
import org.handrail.analytics.RiskWindowClosed.Ending;
import org.handrail.analytics.RiskWindowOpened;
import org.handrail.analytics.Why;
import org.handrail.analytics.episode.StretchTracker.Change;
import org.handrail.analytics.feature.BeatTrack;
import org.handrail.analytics.feature.Feature;
import org.handrail.analytics.feature.MinuteFeatures;
import org.handrail.analytics.feature.SkinTrack;
import org.handrail.analytics.quality.MinuteSamples;
import org.handrail.analytics.quality.Wear;
import org.handrail.analytics.risk.MotionGate;
import org.handrail.analytics.risk.StressEvidence;
import org.handrail.signals.MenteeId;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.TimeWindow;

/** Closes one minute: quality, features, gate, baseline, likelihood, hysteresis, in this order. */
final class MinuteClosing {

    private static final int EVIDENCE_KEPT = 4;
    private static final double TEACHES_BELOW = 0.5;
    private static final double MOST_DEVIATION_TAUGHT = 3;

    private MinuteClosing() {}

    static Step close(MenteeState state) {
        long startMs = state.nextMinuteMs();
        int hour = Instant.ofEpochMilli(startMs).atZone(state.zone()).getHour();
        var extraction =
                MinuteFeatures.extract(MinuteSamples.gather(startMs, state.pending()), state.beats(), state.skin());
        MinuteFeatures features = extraction.features();
        var gate = state.gate().over(features, state.baselines().level(Feature.HEART_RATE, hour));
        var wear = Wear.judge(state.contact(), features.heartCoverage(), features.temperature());
        boolean isKnown =
                wear == Wear.WORN && gate.verdict() == MotionGate.Verdict.OPEN && !Double.isNaN(features.heartRate());

        Map<Feature, Double> deviations = state.baselines().deviations(features, hour);
        var evidence = StressEvidence.weigh(deviations);
        double likelihood = isKnown ? evidence.likelihood() : Double.NaN;
        var stretch = state.stretch().over(startMs, likelihood);
        boolean isOpen = stretch.next().open().isPresent();
        boolean teaches = isKnown && likelihood < TEACHES_BELOW;
        List<StressEvidence> recent = isKnown ? keep(state.recentEvidence(), evidence) : state.recentEvidence();

        var next = new MenteeState(
                state.mentee(),
                state.zone(),
                state.streamTimeMs(),
                startMs + RiskMethod.MINUTE_MS,
                stillPending(state.pending(), startMs + RiskMethod.MINUTE_MS),
                state.heard(),
                state.contact(),
                extraction.beats(),
                extraction.skin(),
                gate.next(),
                teaches
                        ? state.baselines().learn(features, deviations, hour, MOST_DEVIATION_TAUGHT)
                        : state.baselines(),
                stretch.next(),
                recent);

        var facts = new ArrayList<RiskFact>();
        var minuteState = isKnown ? (isOpen ? MinuteState.STRAINED : MinuteState.USUAL) : unknown(wear, gate.verdict());
        facts.add(new RiskFact.MinuteClosed(record(startMs, minuteState, features, likelihood)));
        var believedAt = Instant.ofEpochMilli(startMs + RiskMethod.MINUTE_MS);
        change(state.mentee(), stretch.change(), believedAt, () -> Reasons.of(recent, deviations))
                .ifPresent(facts::add);
        return new Step(next, facts);
    }

    /** Goes on after a pause, or begins, at that minute: nothing is carried over but what is usual for the person. */
    static Step skipTo(MenteeState state, long minuteMs) {
        var stretch = state.stretch().afterPause(state.nextMinuteMs());
        var next = new MenteeState(
                state.mentee(),
                state.zone(),
                state.streamTimeMs(),
                minuteMs,
                state.pending(),
                state.heard(),
                state.contact(),
                BeatTrack.START,
                SkinTrack.start(),
                new MotionGate(state.gate().lnLow(), state.gate().lnHigh(), 0, 0),
                state.baselines(),
                stretch.next(),
                List.of());
        var at = Instant.ofEpochMilli(minuteMs);
        return new Step(
                next,
                change(state.mentee(), stretch.change(), at, () -> Reasons.of(List.of(), Map.of())).stream()
                        .toList());
    }

    private static List<SignalFrame> stillPending(List<SignalFrame> frames, long closedUntilMs) {
        return frames.stream()
                .filter(frame -> frame.endsAt().toEpochMilli() > closedUntilMs)
                .toList();
    }

    private static List<StressEvidence> keep(List<StressEvidence> recent, StressEvidence evidence) {
        var kept = new ArrayList<>(recent);
        kept.add(evidence);
        return kept.size() > EVIDENCE_KEPT ? kept.subList(1, kept.size()) : kept;
    }

    private static MinuteState unknown(Wear wear, MotionGate.Verdict gate) {
        if (wear == Wear.NOT_WORN) {
            return MinuteState.NOT_WORN;
        }
        return switch (gate) {
            case ACTIVE -> MinuteState.MOVING;
            case RECOVERING -> MinuteState.RECOVERING;
            case OPEN -> MinuteState.TOO_LITTLE;
        };
    }

    private static MinuteRecord record(long startMs, MinuteState state, MinuteFeatures features, double likelihood) {
        return new MinuteRecord(
                Instant.ofEpochMilli(startMs),
                state,
                features.heartCoverage(),
                features.skinCoverage(),
                features.heartRate(),
                features.rmssd(),
                features.skinLevel(),
                features.skinResponses(),
                features.movement(),
                likelihood);
    }

    private static Optional<RiskFact> change(
            MenteeId mentee, Change change, Instant believedAt, java.util.function.Supplier<Why> why) {
        if (change instanceof Change.Opened opened) {
            var id = WindowIds.of(mentee, opened.startMs());
            var start = Instant.ofEpochMilli(opened.startMs());
            return Optional.of(new RiskFact.Opened(new RiskWindowOpened(id, mentee, start, believedAt, why.get())));
        }
        if (change instanceof Change.Eased eased) {
            return Optional.of(closed(mentee, eased.startMs(), eased.endMs(), Ending.EASED));
        }
        if (change instanceof Change.EndedUnknown ended) {
            return Optional.of(closed(mentee, ended.startMs(), ended.endMs(), Ending.UNKNOWN));
        }
        return Optional.empty();
    }

    private static RiskFact closed(MenteeId mentee, long startMs, long endMs, Ending ending) {
        var span = new TimeWindow(Instant.ofEpochMilli(startMs), Instant.ofEpochMilli(endMs));
        return new RiskFact.Closed(new RiskWindowClosed(WindowIds.of(mentee, startMs), mentee, span, ending));
    }
}
