package org.handrail.analytics.detection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.handrail.analytics.DecisionPointReached;
import org.handrail.analytics.MinuteRecord;
import org.handrail.analytics.MinuteState;
import org.handrail.analytics.RiskScore;
import org.handrail.analytics.RiskWindowClosed;
import org.handrail.analytics.RiskWindowClosed.Ending;
import org.handrail.analytics.RiskWindowOpened;
import org.handrail.analytics.StreamMean;
import org.handrail.analytics.Wear;
import org.handrail.analytics.Why;
import org.handrail.analytics.Why.Term;
import org.handrail.analytics.detection.MenteeState.Learnt;
import org.handrail.analytics.episode.StretchTracker.Change;
import org.handrail.analytics.feature.Feature;
import org.handrail.analytics.feature.MinuteFeatures;
import org.handrail.analytics.quality.MinuteSamples;
import org.handrail.analytics.risk.MotionGate;
import org.handrail.analytics.risk.StressEvidence;
import org.handrail.signals.MenteeId;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.TimeWindow;

/** Closes one minute: quality, features, gate, sleep, baseline, likelihood, hysteresis, in this order. */
final class MinuteClosing {

    private static final int EVIDENCE_KEPT = 4;
    private static final double TEACHES_BELOW = 0.5;
    private static final double MOST_DEVIATION_TAUGHT = 3;

    private MinuteClosing() {}

    static Step close(MenteeState state, RiskMethod method) {
        long startMs = state.nextMinuteMs();
        long endMs = startMs + RiskMethod.MINUTE_MS;
        int hour = Instant.ofEpochMilli(startMs).atZone(state.zone()).getHour();
        var before = state.learnt();
        var extraction = MinuteFeatures.extract(
                MinuteSamples.gather(startMs, state.pending()), state.contact(), before.tracks());
        MinuteFeatures features =
                method.detail() == Detail.EVERY_FIGURE ? extraction.withShape() : extraction.features();
        var gate = before.gate().over(features, before.baselines().level(Feature.HEART_RATE, hour));
        var sleep = before.sleep()
                .over(
                        Sleeping.minute(
                                startMs,
                                features,
                                before.gate(),
                                extraction.next().beats(),
                                before.sleep()),
                        state.zone());
        boolean isKnown = features.wear() == Wear.WORN
                && (gate.verdict() == MotionGate.Verdict.OPEN || !method.isGated())
                && !Double.isNaN(features.heart().heartRate());

        Map<Feature, Double> deviations = before.baselines().deviations(features, hour);
        var evidence = StressEvidence.weigh(deviations, before.usual(), method.weights());
        double likelihood = isKnown ? evidence.likelihood() : Double.NaN;
        var stretch = before.stretch().over(startMs, likelihood);
        boolean isOpen = stretch.next().open().isPresent();
        boolean teaches = isKnown && likelihood < TEACHES_BELOW;
        List<StressEvidence> recent = isKnown ? keep(before.recentEvidence(), evidence) : before.recentEvidence();

        var next = state.withPending(stillPending(state.pending(), endMs), state.streamTimeMs(), endMs)
                .with(new Learnt(
                        extraction.next(),
                        gate.next(),
                        sleep.next(),
                        teaches
                                ? before.baselines().learn(features, deviations, hour, MOST_DEVIATION_TAUGHT)
                                : before.baselines(),
                        isKnown ? before.usual().over(evidence.beforeCorrection(method.weights())) : before.usual(),
                        stretch.next(),
                        recent));

        var facts = new ArrayList<RiskFact>();
        var minuteState = isKnown
                ? (isOpen ? MinuteState.STRAINED : MinuteState.USUAL)
                : unknown(features.wear(), gate.verdict());
        facts.add(new RiskFact.MinuteClosed(
                record(startMs, minuteState, features, likelihood, isKnown ? evidence.terms() : List.of())));
        sleep.nights().forEach(night -> facts.add(new RiskFact.Slept(night)));
        change(state.mentee(), stretch.change(), Instant.ofEpochMilli(endMs), () -> Reasons.of(recent, deviations))
                .ifPresent(facts::add);
        if (facts.get(facts.size() - 1) instanceof RiskFact.Opened opened) {
            var event = opened.event();
            facts.add(new RiskFact.DecisionPoint(new DecisionPointReached(
                    event.id(), event.mentee(), event.start(), event.openedAt(), event.why())));
        }
        return new Step(next, facts);
    }

    /** Goes on after a pause, or begins, at that minute: what is usual for the person and the nights are carried over. */
    static Step skipTo(MenteeState state, long minuteMs) {
        var before = state.learnt();
        var stretch = before.stretch().afterPause(state.nextMinuteMs());
        var nothing = Learnt.nothing();
        var gate = new MotionGate(before.gate().lnLow(), before.gate().lnHigh(), 0, 0);
        var next = state.withPending(state.pending(), state.streamTimeMs(), minuteMs)
                .with(new Learnt(
                        nothing.tracks(),
                        gate,
                        before.sleep(),
                        before.baselines(),
                        before.usual(),
                        stretch.next(),
                        List.of()));
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

    private static MinuteRecord record(
            long startMs, MinuteState state, MinuteFeatures features, double likelihood, List<Term> evidence) {
        return new MinuteRecord(
                Instant.ofEpochMilli(startMs),
                state,
                features.wear(),
                features.heart(),
                features.variability(),
                features.skin(),
                new StreamMean(features.movement().mean(), features.movement().coverage()),
                features.temperature(),
                likelihood,
                evidence,
                RiskScore.UNKNOWN);
    }

    private static Optional<RiskFact> change(MenteeId mentee, Change change, Instant believedAt, Supplier<Why> why) {
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
