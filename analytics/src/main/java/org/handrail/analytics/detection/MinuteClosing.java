package org.handrail.analytics.detection;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.handrail.analytics.BaselineEstablished;
import org.handrail.analytics.MinuteRecord;
import org.handrail.analytics.MinuteState;
import org.handrail.analytics.RiskScore;
import org.handrail.analytics.StreamMean;
import org.handrail.analytics.Wear;
import org.handrail.analytics.Why.Term;
import org.handrail.analytics.budget.Asking;
import org.handrail.analytics.detection.MenteeState.Learnt;
import org.handrail.analytics.episode.MacdEpisodes;
import org.handrail.analytics.feature.Feature;
import org.handrail.analytics.feature.MinuteFeatures;
import org.handrail.analytics.quality.MinuteSamples;
import org.handrail.analytics.risk.MotionGate;
import org.handrail.analytics.risk.StressEvidence;

/** Closes one minute: quality, features, gate, sleep, baseline, likelihood, window, risk, question, in this order. */
final class MinuteClosing {

    private static final int EVIDENCE_KEPT = 4;
    private static final double TEACHES_BELOW = 0.5;
    private static final double MOST_DEVIATION_TAUGHT = 3;
    private static final double HEART_UP_FROM = 1.5;

    private final MenteeState state;
    private final Learnt before;
    private final RiskMethod method;
    private final Instant start;
    private final Instant end;
    private final ZonedDateTime local;

    private MinuteClosing(MenteeState state, RiskMethod method) {
        this.state = state;
        this.before = state.learnt();
        this.method = method;
        this.start = Instant.ofEpochMilli(state.nextMinuteMs());
        this.end = start.plusMillis(RiskMethod.MINUTE_MS);
        this.local = start.atZone(state.zone());
    }

    static Step close(MenteeState state, RiskMethod method) {
        return new MinuteClosing(state, method).close();
    }

    private Step close() {
        int hour = local.getHour();
        boolean wasStrained = before.stretch().open().isPresent();
        var extraction = MinuteFeatures.extract(
                MinuteSamples.gather(state.nextMinuteMs(), state.pending()),
                state.contact(),
                before.tracks(),
                wasStrained);
        var features = method.detail() == Detail.EVERY_FIGURE ? extraction.withShape() : extraction.features();
        var gate = before.gate()
                .over(
                        features,
                        new MotionGate.Usual(
                                before.baselines().level(Feature.HEART_RATE, hour),
                                Math.exp(before.baselines().level(Feature.LN_MOVEMENT, hour))));
        var beats = extraction.next().beats();
        var sleep = before.sleep()
                .over(
                        Sleeping.minute(state.nextMinuteMs(), features, before.gate(), beats, before.sleep()),
                        state.zone());
        boolean isKnown = features.wear() == Wear.WORN
                && (gate.verdict() == MotionGate.Verdict.OPEN || !method.isGated())
                && !Double.isNaN(features.heart().heartRate());

        var deviations = before.baselines().deviations(features, hour);
        var evidence = StressEvidence.weigh(deviations, before.usual(), method.weights());
        double likelihood = isKnown ? evidence.likelihood() : Double.NaN;
        var course = before.course().over(likelihood).next();
        var stretch = before.stretch().over(state.nextMinuteMs(), likelihood, risingMs(course));
        boolean isOpen = stretch.next().open().isPresent();

        var heard = hear(before.risk(), end);
        var risk = heard.sleptThrough(sleep.nights())
                .over(likelihood, sleep.next().looksAsleep() && !isHeartUp(deviations));
        var score = isKnown ? risk.score(end, local) : RiskScore.UNKNOWN;
        var asking = risk.asking()
                .over(new Asking.Moment(
                        state.nextMinuteMs() / RiskMethod.MINUTE_MS,
                        local.toLocalDate().toEpochDay(),
                        score.logOdds(),
                        isOpen,
                        risk.isReceptive(end)));

        boolean teaches = isKnown
                && likelihood < TEACHES_BELOW
                && !wasStrained
                && !isOpen
                && !risk.said().isInCraving(end.toEpochMilli());
        var baselines = teaches
                ? before.baselines().learn(features, deviations, hour, MOST_DEVIATION_TAUGHT)
                : before.baselines();
        var recent = isKnown ? keep(before.recentEvidence(), evidence) : before.recentEvidence();
        var next = closed(state, end)
                .with(new Learnt(
                        extraction.next(),
                        gate.next(),
                        sleep.next(),
                        baselines,
                        isKnown ? before.usual().over(evidence.beforeCorrection(method.weights())) : before.usual(),
                        course,
                        stretch.next(),
                        risk.with(asking.next()),
                        recent));

        var facts = new ArrayList<RiskFact>();
        var minuteState = isKnown
                ? (isOpen ? MinuteState.STRAINED : MinuteState.USUAL)
                : unknown(features.wear(), gate.verdict());
        facts.add(new RiskFact.MinuteClosed(
                record(minuteState, features, likelihood, isKnown ? evidence.terms() : List.of(), score)));
        sleep.nights().forEach(night -> facts.add(new RiskFact.Slept(night)));
        var windows = new WindowFacts(state.mentee(), end, () -> Reasons.of(recent, deviations, score, method));
        windows.of(stretch.change()).ifPresent(facts::add);
        if (asking.asks()) {
            stretch.next().open().map(windows::worthAsking).ifPresent(facts::add);
        }
        if (baselines.isEstablished() && !before.baselines().isEstablished()) {
            facts.add(new RiskFact.Established(new BaselineEstablished(state.mentee(), end)));
        }
        return new Step(next, facts);
    }

    /** Goes on after a pause, or begins, at that minute: what is usual for the person and the nights are carried over. */
    static Step skipTo(MenteeState state, long minuteMs, RiskMethod method) {
        var before = state.learnt();
        var stretch = before.stretch().afterPause(state.nextMinuteMs());
        var nothing = Learnt.nothing();
        var at = Instant.ofEpochMilli(minuteMs);
        var heard = new MinuteClosing(state, method).hear(before.risk(), at);
        var next = closed(state, at)
                .with(new Learnt(
                        nothing.tracks(),
                        before.gate().afterPause(),
                        before.sleep(),
                        before.baselines(),
                        before.usual(),
                        nothing.course(),
                        stretch.next(),
                        heard.afterPause(),
                        List.of()));
        var windows =
                new WindowFacts(state.mentee(), at, () -> Reasons.of(List.of(), Map.of(), RiskScore.UNKNOWN, method));
        return new Step(next, windows.of(stretch.change()).stream().toList());
    }

    /** Quiet sitting looks like sleep by motion; a heart above its usual for the hour does not. */
    private static boolean isHeartUp(Map<Feature, Double> deviations) {
        return deviations.getOrDefault(Feature.HEART_RATE, 0.0) > HEART_UP_FROM;
    }

    /** First minute of the rise that is under way; the next one where there is none. */
    private long risingMs(MacdEpisodes course) {
        var since = course.risingSince();
        long minutesAgo = since.isPresent() ? course.minute() - 1 - since.getAsInt() : -1;
        return state.nextMinuteMs() - minutesAgo * RiskMethod.MINUTE_MS;
    }

    /** With what was said before that time. */
    private RiskMemory hear(RiskMemory risk, Instant until) {
        var heard = risk;
        for (var word : state.words()) {
            if (word.sampledAt().isBefore(until)) {
                heard = heard.hear(word, word.sampledAt().atZone(state.zone()));
            }
        }
        return heard;
    }

    private static MenteeState closed(MenteeState state, Instant until) {
        long untilMs = until.toEpochMilli();
        return state.withPending(
                        state.pending().stream()
                                .filter(frame -> frame.endsAt().toEpochMilli() > untilMs)
                                .toList(),
                        state.streamTimeMs(),
                        untilMs)
                .withWords(state.words().stream()
                        .filter(word -> !word.sampledAt().isBefore(until))
                        .toList());
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

    private MinuteRecord record(
            MinuteState minuteState, MinuteFeatures features, double likelihood, List<Term> evidence, RiskScore score) {
        return new MinuteRecord(
                start,
                minuteState,
                features.wear(),
                features.heart(),
                features.variability(),
                features.skin(),
                new StreamMean(features.movement().mean(), features.movement().coverage()),
                features.temperature(),
                likelihood,
                evidence,
                score);
    }
}
