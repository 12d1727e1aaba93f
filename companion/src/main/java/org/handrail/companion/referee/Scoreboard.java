package org.handrail.companion.referee;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.handrail.alerts.HeardWindow.Decision;
import org.handrail.devicesim.physiology.Disposition;

/**
 * How well the product did by people whose truth is known.
 *
 * <ul>
 *   <li><b>Stretch</b>: a stretch that truly strains, of which the wrist could show something ({@link Unknowable} ones are counted
 *       apart). <b>Found</b>: a risk window was open during it and opened before its end. <b>Delay</b>: from the stretch's
 *       first second to the opening, in the time of the samples; nothing where a window was open already. A live watch tells the
 *       house twenty seconds later.
 *   <li><b>Craving</b>: a stretch of craving, counted apart; the body shows very little of it.
 *   <li><b>Needless window</b>: overlaps neither strain nor craving. <b>Needless prompt</b>: a prompt to a mentor on silence,
 *       with neither within half an hour of it; so a <b>needless nudge</b>.
 *   <li><b>Decision point</b>: a window came to a moment at which the mentee could be asked. <b>Held</b>: windows that led to no
 *       nudge, by reason. <b>By quarter</b>: nudges a week in each quarter of the span, which show a budget that drifts.
 *   <li><b>Stale, lost, doubled, budget exceeded, after easing</b>: promises broken; the class {@code Promises} says what counts.
 *   <li><b>Unknown share</b>: minutes of which nothing was said, among all minutes.
 *   <li><b>Reliability</b>: of known minutes, by tenth of the likelihood: its mean, the share that truly strained, how many.
 * </ul>
 *
 * @param method the version of the detection
 */
public record Scoreboard(
        long seed,
        int wearers,
        int weeks,
        String method,
        Tally total,
        Map<Disposition, Tally> byDisposition,
        List<ReliabilityBin> reliability) {

    /** One bin of likelihoods. */
    public record ReliabilityBin(double predicted, double observed, long count) {}

    /** A share with its 95 % interval. */
    public record Interval(double low, double high) {

        private static final double Z = 1.959964;

        /** Wilson's, for so many of so many. */
        static Interval wilson(int hits, int of) {
            if (of == 0) {
                return new Interval(0, 1);
            }
            double share = (double) hits / of;
            double centre = share + Z * Z / (2 * of);
            double spread = Z * Math.sqrt(share * (1 - share) / of + Z * Z / (4.0 * of * of));
            double whole = 1 + Z * Z / of;
            return new Interval((centre - spread) / whole, (centre + spread) / whole);
        }
    }

    /** Median and 95th percentile by nearest rank. */
    public record Delay(long medianS, long p95S) {}

    /** What some lives came to. */
    public record Tally(
            double wearerWeeks,
            int stretches,
            int found,
            Interval foundInterval,
            Optional<Delay> delay,
            int cravings,
            int cravingsFound,
            Map<Unknowable, Integer> unknowable,
            double windowsPerWeek,
            double needlessWindowsPerWeek,
            double decisionPointsPerWeek,
            Map<Decision, Integer> decisions,
            double needlessNudgesPerWeek,
            List<Double> nudgesPerWeekByQuarter,
            double askedPromptsPerWeek,
            double silencePromptsPerWeek,
            double needlessPromptsPerWeek,
            int promptsAfterEasing,
            double unknownShare,
            int stale,
            int lost,
            int doubled,
            int budgetExceeded) {

        static Tally of(Score score) {
            double weeks = score.weeks;
            return new Tally(
                    weeks,
                    score.stretches,
                    score.found,
                    Interval.wilson(score.found, score.stretches),
                    delay(score.delaysS.stream().sorted().toList()),
                    score.cravings,
                    score.cravingsFound,
                    new TreeMap<>(score.unknowable),
                    score.windows / weeks,
                    score.needlessWindows / weeks,
                    score.decisionPoints / weeks,
                    new TreeMap<>(score.decisions),
                    score.needlessNudges / weeks,
                    Arrays.stream(score.nudgesByQuarter)
                            .mapToObj(nudges -> nudges * Score.QUARTERS / weeks)
                            .toList(),
                    score.asked / weeks,
                    score.silence / weeks,
                    score.needlessPrompts / weeks,
                    score.afterEasing,
                    1 - score.knownMinutes / score.minutes,
                    score.stale,
                    score.lost,
                    score.doubled,
                    score.budgetExceeded);
        }

        private static Optional<Delay> delay(List<Long> sorted) {
            return sorted.isEmpty() ? Optional.empty() : Optional.of(new Delay(rank(sorted, 0.5), rank(sorted, 0.95)));
        }

        private static long rank(List<Long> sorted, double share) {
            return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
        }

        public int decided(Decision decision) {
            return decisions.getOrDefault(decision, 0);
        }

        public double nudgesPerWeek() {
            return decided(Decision.NUDGED) / wearerWeeks;
        }

        /** Whether no promise was broken. */
        public boolean keepsPromises() {
            return stale + lost + doubled + budgetExceeded + promptsAfterEasing == 0;
        }
    }

    static Scoreboard of(Referee.Settings settings, String method, Map<Disposition, Score> scores) {
        var total = new Score();
        scores.values().forEach(total::add);
        var byDisposition = new TreeMap<Disposition, Tally>();
        scores.forEach((disposition, score) -> byDisposition.put(disposition, Tally.of(score)));
        return new Scoreboard(
                settings.seed(),
                settings.wearers(),
                settings.weeks(),
                method,
                Tally.of(total),
                byDisposition,
                total.reliability.bins().stream()
                        .map(bin -> new ReliabilityBin(bin.predicted(), bin.observed(), bin.count()))
                        .toList());
    }
}
