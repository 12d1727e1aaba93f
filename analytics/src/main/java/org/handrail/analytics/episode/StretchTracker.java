package org.handrail.analytics.episode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Hysteresis from minutes to risk windows. A window opens when the mean likelihood of the last four minutes, at least three of
 * them known and this one among them, reaches 0.40; it eases when that mean stays at or below 0.30 for three minutes; it ends
 * as unknown when five minutes in a row say nothing. A stretch begins with the first of the four minutes that lay above 0.36,
 * the level at which Sarker 2016 calls a stretch stressful.
 *
 * <p>The levels were chosen on the development recordings only; see docs/decisions.
 *
 * @param recent likelihoods of the last minutes, oldest first, NaN for unknown
 * @param open the open stretch
 */
public record StretchTracker(List<Double> recent, Optional<Stretch> open) {

    public static final StretchTracker START = new StretchTracker(List.of(), Optional.empty());

    private static final int WINDOW = 4;
    private static final int LEAST_KNOWN = 3;
    private static final double OPENS_AT = 0.40;
    private static final double EASES_AT = 0.30;
    private static final double STRAINED_FROM = 0.36;
    private static final int EASED_MINUTES = 3;
    private static final int UNKNOWN_MINUTES = 5;
    private static final long MINUTE_MS = 60_000;

    /**
     * A stretch under way.
     *
     * @param startMs first strained minute
     * @param easedInARow minutes at ease up to now
     * @param unknownInARow minutes that said nothing up to now
     * @param silent whether its silence has been told already
     */
    public record Stretch(long startMs, int easedInARow, int unknownInARow, boolean silent) {

        public Stretch fallenSilent() {
            return new Stretch(startMs, easedInARow, unknownInARow, true);
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
                START,
                open.<Change>map(stretch ->
                                new Change.EndedUnknown(stretch.startMs, lastKnownEnd(stretch, firstMissingMs)))
                        .orElseGet(Change.Nothing::new));
    }

    private Advance before(long minuteMs, double likelihood, List<Double> window) {
        if (Double.isNaN(likelihood) || !(mean(window) >= OPENS_AT)) {
            return new Advance(new StretchTracker(window, Optional.empty()), new Change.Nothing());
        }
        int first = 0;
        while (!(window.get(first) >= STRAINED_FROM)) {
            first++;
        }
        long startMs = minuteMs - (window.size() - 1 - first) * MINUTE_MS;
        var stretch = new Stretch(startMs, 0, 0, false);
        return new Advance(new StretchTracker(window, Optional.of(stretch)), new Change.Opened(startMs));
    }

    private Advance during(Stretch stretch, long minuteMs, double likelihood, List<Double> window) {
        if (Double.isNaN(likelihood)) {
            var longer = new Stretch(stretch.startMs, stretch.easedInARow, stretch.unknownInARow + 1, stretch.silent);
            return longer.unknownInARow >= UNKNOWN_MINUTES
                    ? new Advance(
                            START, new Change.EndedUnknown(stretch.startMs, lastKnownEnd(longer, minuteMs + MINUTE_MS)))
                    : on(window, longer);
        }
        int eased = mean(window) <= EASES_AT ? stretch.easedInARow + 1 : 0;
        if (eased >= EASED_MINUTES) {
            long endMs = Math.max(minuteMs - (EASED_MINUTES - 1) * MINUTE_MS, stretch.startMs + MINUTE_MS);
            return new Advance(new StretchTracker(window, Optional.empty()), new Change.Eased(stretch.startMs, endMs));
        }
        return on(window, new Stretch(stretch.startMs, eased, 0, false));
    }

    private static Advance on(List<Double> window, Stretch stretch) {
        return new Advance(new StretchTracker(window, Optional.of(stretch)), new Change.Nothing());
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
