package org.handrail.analytics.episode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.handrail.analytics.risk.LogOdds;

/**
 * Hysteresis from minutes to risk windows. A window opens in a minute in which the mean likelihood of the last four known
 * minutes, at least three of them within eight minutes, reaches a level, or that of the last two by far; it eases when that
 * mean stays clearly below the level for three minutes; it ends as unknown when five minutes in a row say nothing. It starts
 * with the first of those minutes that was near the level, or up to ten minutes before, where the rise began
 * ({@link MacdEpisodes}).
 *
 * <p>The level is personal. It begins at a likelihood of 0.50 and follows the quantile of this person's own minutes at which one
 * window opens in two days of 900 known minutes each, by the pinball step of Gibbs and Candès 2021 (science/SPEC.md (g)): an
 * opening raises it by 0.4 in log-odds, a day without one lowers it by 0.2. It is never below where it began, so a calm life
 * makes nobody jumpy, nor above 0.67, so a restless one makes nobody deaf. Whether a window is worth a question is decided
 * elsewhere, and more strictly.
 *
 * @param level log-odds of the mean likelihood at which a window opens
 * @param recent the last known minutes, oldest first
 * @param endedMs end of the stretch before
 * @param open the open stretch
 */
public record StretchTracker(double level, List<Known> recent, long endedMs, Optional<Stretch> open) {

    private static final int COUNTED = 4;
    private static final int LEAST_KNOWN = 3;
    private static final int QUICK = 2;
    private static final long WITHIN_MINUTES = 8;
    private static final double LEAST_LEVEL = LogOdds.of(0.50);
    private static final double MOST_LEVEL = LogOdds.of(0.67);
    private static final double LEVEL_STEP = 0.4;
    private static final double OPENINGS_PER_KNOWN_MINUTE = 0.5 / 900;
    private static final double QUICK_ABOVE_LEVEL = 0.8;
    private static final double STRAINED_BELOW_LEVEL = 0.17;
    private static final double EASED_BELOW_LEVEL = 0.44;
    private static final long LONGEST_RISE_MS = 10 * 60_000;
    private static final int EASED_MINUTES = 3;
    private static final int UNKNOWN_MINUTES = 5;
    private static final long MINUTE_MS = 60_000;

    public static final StretchTracker START =
            new StretchTracker(LEAST_LEVEL, List.of(), Long.MIN_VALUE, Optional.empty());

    /** The likelihood of a known minute. */
    public record Known(long minuteMs, double likelihood) {}

    /**
     * A stretch under way.
     *
     * @param startMs first strained minute
     * @param openedAtLevel level that it reached
     * @param peakMs minute of the highest mean up to now
     * @param peak that mean
     * @param easedInARow minutes at ease up to now
     * @param unknownInARow minutes that said nothing up to now
     * @param silent whether its silence has been told already
     */
    public record Stretch(
            long startMs,
            double openedAtLevel,
            long peakMs,
            double peak,
            int easedInARow,
            int unknownInARow,
            boolean silent) {

        private Stretch fallenSilent() {
            return new Stretch(startMs, openedAtLevel, peakMs, peak, easedInARow, unknownInARow, true);
        }

        private Stretch unknown() {
            return new Stretch(startMs, openedAtLevel, peakMs, peak, easedInARow, unknownInARow + 1, silent);
        }

        private Stretch known(long minuteMs, double mean) {
            boolean isAtEase = mean <= LogOdds.toProbability(openedAtLevel - EASED_BELOW_LEVEL);
            boolean isHigher = mean > peak;
            return new Stretch(
                    startMs,
                    openedAtLevel,
                    isHigher ? minuteMs : peakMs,
                    isHigher ? mean : peak,
                    isAtEase ? easedInARow + 1 : 0,
                    0,
                    false);
        }
    }

    /** What a minute did. */
    public sealed interface Change {

        record Nothing() implements Change {}

        record Opened(Stretch stretch) implements Change {}

        record Eased(Stretch stretch, long endMs) implements Change {}

        record EndedUnknown(Stretch stretch, long endMs) implements Change {}
    }

    /** The tracker after a minute, and what the minute did. */
    public record Advance(StretchTracker next, Change change) {}

    public StretchTracker {
        recent = List.copyOf(recent);
    }

    /**
     * Takes the next minute.
     *
     * @param risingMs first minute of the rise under way; this one or later where there is none
     * @param likelihood NaN where the minute is unknown
     */
    public Advance over(long minuteMs, double likelihood, long risingMs) {
        var window = new ArrayList<>(recent);
        window.removeIf(known -> minuteMs - known.minuteMs >= WITHIN_MINUTES * MINUTE_MS);
        if (!Double.isNaN(likelihood)) {
            window.add(new Known(minuteMs, likelihood));
        }
        if (window.size() > COUNTED) {
            window.remove(0);
        }
        return open.map(stretch -> during(stretch, minuteMs, likelihood, window))
                .orElseGet(() -> before(minuteMs, likelihood, risingMs, window));
    }

    /** After a pause that nobody saw: nothing recent counts, an open stretch ends where it was last known. */
    public Advance afterPause(long firstMissingMs) {
        return new Advance(
                without(
                        List.of(),
                        open.map(stretch -> lastKnownEnd(stretch, firstMissingMs))
                                .orElse(endedMs)),
                open.<Change>map(stretch -> new Change.EndedUnknown(stretch, lastKnownEnd(stretch, firstMissingMs)))
                        .orElseGet(Change.Nothing::new));
    }

    private Advance before(long minuteMs, double likelihood, long risingMs, List<Known> window) {
        if (Double.isNaN(likelihood)) {
            return new Advance(without(window, endedMs), new Change.Nothing());
        }
        if (!opens(window)) {
            double lower = Math.max(LEAST_LEVEL, level - LEVEL_STEP * OPENINGS_PER_KNOWN_MINUTE);
            return new Advance(new StretchTracker(lower, window, endedMs, Optional.empty()), new Change.Nothing());
        }
        double near = LogOdds.toProbability(level - STRAINED_BELOW_LEVEL);
        long nearMs = window.stream()
                .filter(known -> known.likelihood >= near)
                .findFirst()
                .orElseThrow()
                .minuteMs;
        long beganMs = Math.min(nearMs, Math.max(risingMs, nearMs - LONGEST_RISE_MS));
        long startMs = Math.max(beganMs, endedMs);
        double higher = Math.min(MOST_LEVEL, level + LEVEL_STEP * (1 - OPENINGS_PER_KNOWN_MINUTE));
        var stretch = new Stretch(startMs, level, minuteMs, mean(window), 0, 0, false);
        return new Advance(
                new StretchTracker(higher, window, endedMs, Optional.of(stretch)), new Change.Opened(stretch));
    }

    private boolean opens(List<Known> window) {
        if (window.size() >= LEAST_KNOWN && mean(window) >= LogOdds.toProbability(level)) {
            return true;
        }
        return window.size() >= QUICK
                && mean(window.subList(window.size() - QUICK, window.size()))
                        >= LogOdds.toProbability(level + QUICK_ABOVE_LEVEL);
    }

    private Advance during(Stretch stretch, long minuteMs, double likelihood, List<Known> window) {
        if (Double.isNaN(likelihood)) {
            var longer = stretch.unknown();
            if (longer.unknownInARow < UNKNOWN_MINUTES) {
                return on(window, longer);
            }
            long endMs = lastKnownEnd(longer, minuteMs + MINUTE_MS);
            return new Advance(without(List.of(), endMs), new Change.EndedUnknown(longer, endMs));
        }
        var known = stretch.known(minuteMs, mean(window));
        if (known.easedInARow >= EASED_MINUTES) {
            long endMs = Math.max(minuteMs - (EASED_MINUTES - 1) * MINUTE_MS, stretch.startMs + MINUTE_MS);
            return new Advance(without(window, endMs), new Change.Eased(known, endMs));
        }
        return on(window, known);
    }

    /** The same, with the silence of the open stretch told. */
    public StretchTracker fallenSilent() {
        return new StretchTracker(level, recent, endedMs, open.map(Stretch::fallenSilent));
    }

    private StretchTracker without(List<Known> window, long ended) {
        return new StretchTracker(level, window, ended, Optional.empty());
    }

    private Advance on(List<Known> window, Stretch stretch) {
        return new Advance(new StretchTracker(level, window, endedMs, Optional.of(stretch)), new Change.Nothing());
    }

    private static long lastKnownEnd(Stretch stretch, long nowMs) {
        return nowMs - stretch.unknownInARow * MINUTE_MS;
    }

    private static double mean(List<Known> window) {
        return window.stream().mapToDouble(Known::likelihood).sum() / window.size();
    }
}
