package org.handrail.analytics.episode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Hysteresis from minutes to risk windows. A window opens when the mean likelihood of the last four minutes, at least three of
 * them known and this one among them, reaches a level; it eases when that mean stays clearly below the level for three minutes;
 * it ends as unknown when five minutes in a row say nothing. A stretch begins with the first of the four minutes near the level.
 *
 * <p>The level is personal. It begins at a likelihood of 0.40 and follows the quantile of this person's own minutes at which one
 * window opens in two days of 900 known minutes each, by the pinball step of Gibbs and Candès 2021 (science/SPEC.md (g)): an
 * opening raises it by 0.4 in log-odds, a day without one lowers it by 0.2. It is never below where it began, so a calm life
 * makes nobody jumpy, nor above 0.70, so a restless one makes nobody deaf.
 *
 * @param level log-odds of the mean likelihood at which a window opens
 * @param recent likelihoods of the last minutes, oldest first, NaN for unknown
 * @param open the open stretch
 */
public record StretchTracker(double level, List<Double> recent, Optional<Stretch> open) {

    private static final int WINDOW = 4;
    private static final int LEAST_KNOWN = 3;
    private static final double LEAST_LEVEL = logOdds(0.60);
    private static final double MOST_LEVEL = logOdds(0.90);
    private static final double LEVEL_STEP = 0.4;
    private static final double OPENINGS_PER_KNOWN_MINUTE = 0.5 / 900;
    /** Below the level, in log-odds: at 0.40, likelihoods of 0.36 and 0.30. */
    private static final double STRAINED_BELOW_LEVEL = 0.17;

    private static final double EASED_BELOW_LEVEL = 0.44;
    private static final int EASED_MINUTES = 3;
    private static final int UNKNOWN_MINUTES = 5;
    private static final long MINUTE_MS = 60_000;

    public static final StretchTracker START = new StretchTracker(LEAST_LEVEL, List.of(), Optional.empty());

    /**
     * A stretch under way.
     *
     * @param startMs first strained minute
     * @param openedAtLevel level that it reached
     * @param easedInARow minutes at ease up to now
     * @param unknownInARow minutes that said nothing up to now
     * @param silent whether its silence has been told already
     */
    public record Stretch(long startMs, double openedAtLevel, int easedInARow, int unknownInARow, boolean silent) {

        private Stretch fallenSilent() {
            return new Stretch(startMs, openedAtLevel, easedInARow, unknownInARow, true);
        }

        private Stretch unknown() {
            return new Stretch(startMs, openedAtLevel, easedInARow, unknownInARow + 1, silent);
        }

        private Stretch known(boolean isAtEase) {
            return new Stretch(startMs, openedAtLevel, isAtEase ? easedInARow + 1 : 0, 0, false);
        }
    }

    /** What a minute did. */
    public sealed interface Change {

        record Nothing() implements Change {}

        record Opened(long startMs) implements Change {}

        record Eased(long startMs, long endMs) implements Change {}

        record EndedUnknown(long startMs, long endMs) implements Change {}
    }

    /** The tracker after a minute, and what the minute did. */
    public record Advance(StretchTracker next, Change change) {}

    public StretchTracker {
        recent = List.copyOf(recent);
    }

    /**
     * Takes the next minute.
     *
     * @param likelihood NaN where the minute is unknown
     */
    public Advance over(long minuteMs, double likelihood) {
        var window = new ArrayList<>(recent);
        window.add(likelihood);
        if (window.size() > WINDOW) {
            window.remove(0);
        }
        return open.map(stretch -> during(stretch, minuteMs, likelihood, window))
                .orElseGet(() -> before(minuteMs, likelihood, window));
    }

    /** After a pause that nobody saw: nothing recent counts, an open stretch ends where it was last known. */
    public Advance afterPause(long firstMissingMs) {
        return new Advance(
                without(List.of()),
                open.<Change>map(stretch ->
                                new Change.EndedUnknown(stretch.startMs, lastKnownEnd(stretch, firstMissingMs)))
                        .orElseGet(Change.Nothing::new));
    }

    private Advance before(long minuteMs, double likelihood, List<Double> window) {
        if (Double.isNaN(likelihood)) {
            return new Advance(without(window), new Change.Nothing());
        }
        if (!(mean(window) >= likelihood(level))) {
            double lower = Math.max(LEAST_LEVEL, level - LEVEL_STEP * OPENINGS_PER_KNOWN_MINUTE);
            return new Advance(new StretchTracker(lower, window, Optional.empty()), new Change.Nothing());
        }
        int first = 0;
        while (!(window.get(first) >= likelihood(level - STRAINED_BELOW_LEVEL))) {
            first++;
        }
        long startMs = minuteMs - (window.size() - 1 - first) * MINUTE_MS;
        double higher = Math.min(MOST_LEVEL, level + LEVEL_STEP * (1 - OPENINGS_PER_KNOWN_MINUTE));
        var stretch = new Stretch(startMs, level, 0, 0, false);
        return new Advance(new StretchTracker(higher, window, Optional.of(stretch)), new Change.Opened(startMs));
    }

    private Advance during(Stretch stretch, long minuteMs, double likelihood, List<Double> window) {
        if (Double.isNaN(likelihood)) {
            var longer = stretch.unknown();
            return longer.unknownInARow >= UNKNOWN_MINUTES
                    ? new Advance(
                            without(List.of()),
                            new Change.EndedUnknown(stretch.startMs, lastKnownEnd(longer, minuteMs + MINUTE_MS)))
                    : on(window, longer);
        }
        boolean isAtEase = mean(window) <= likelihood(stretch.openedAtLevel - EASED_BELOW_LEVEL);
        var known = stretch.known(isAtEase);
        if (known.easedInARow >= EASED_MINUTES) {
            long endMs = Math.max(minuteMs - (EASED_MINUTES - 1) * MINUTE_MS, stretch.startMs + MINUTE_MS);
            return new Advance(without(window), new Change.Eased(stretch.startMs, endMs));
        }
        return on(window, known);
    }

    /** The same, with the silence of the open stretch told. */
    public StretchTracker fallenSilent() {
        return new StretchTracker(level, recent, open.map(Stretch::fallenSilent));
    }

    private StretchTracker without(List<Double> window) {
        return new StretchTracker(level, window, Optional.empty());
    }

    private Advance on(List<Double> window, Stretch stretch) {
        return new Advance(new StretchTracker(level, window, Optional.of(stretch)), new Change.Nothing());
    }

    private static double logOdds(double likelihood) {
        return Math.log(likelihood / (1 - likelihood));
    }

    private static double likelihood(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }

    private static long lastKnownEnd(Stretch stretch, long nowMs) {
        return nowMs - stretch.unknownInARow * MINUTE_MS;
    }

    /** Mean of the known minutes, NaN where too few are. */
    private static double mean(List<Double> window) {
        var known = window.stream().filter(value -> !value.isNaN()).toList();
        return known.size() < LEAST_KNOWN
                ? Double.NaN
                : known.stream().mapToDouble(Double::doubleValue).sum() / known.size();
    }
}
