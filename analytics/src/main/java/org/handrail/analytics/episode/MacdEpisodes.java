package org.handrail.analytics.episode;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Turning points of the stress likelihood: when a stretch begins, peaks and ends, by the moving average convergence divergence
 * of Sarker et al. 2016, with the parameters of the authors' program. Three-minute means go through a fast and a slow
 * exponential average; their difference less its own average is the histogram. Where it turns from rising to falling is a
 * peak, and the stretch is classified there; where it turns back an episode ends and the next begins. A minute that is
 * missing repeats the last one and counts as unavailable. Definition: science/SPEC.md (e), {@code MacdEpisodes}.
 *
 * <p>A value that cannot change; {@link #over} answers a new one.
 *
 * @param minute number of the next minute
 * @param likelihoods the last known ones, at most three, missing minutes carried forward
 * @param last averages after the last minute; empty before the first known one
 * @param curve minutes since the third-last peak, oldest first
 * @param peaks the last three peaks, oldest first
 * @param start first minute of the stretch of the last peak
 */
public record MacdEpisodes(
        int minute, List<Double> likelihoods, Optional<Averages> last, List<Point> curve, List<Peak> peaks, int start) {

    private static final int SMOOTHED = 3;
    private static final double FAST = 2.0 / (7 + 1);
    private static final double SLOW = 2.0 / (19 + 1);
    private static final double SIGNAL = 2.0 / (2 + 1);
    private static final double STRESSED_FROM = 0.36;
    private static final double LEAST_AVAILABLE = 0.5;
    private static final int PEAKS_KEPT = 3;

    /** Minutes after which what happened is forgotten, where no peak comes. */
    private static final int LONGEST_CURVE = 240;

    public static final MacdEpisodes START = new MacdEpisodes(0, List.of(), Optional.empty(), List.of(), List.of(), -1);

    /** What a stretch was found to be at its peak. */
    public enum Kind {
        NOT_STRESSED,
        STRESSED,
        /** Less than half of its minutes were known. */
        UNKNOWN,
        /** There is nothing before it to compare with. */
        NOT_CLASSIFIED
    }

    /** The averages of one minute. */
    public record Averages(double smoothed, double fast, double slow, double signal) {

        public double histogram() {
            return fast - slow - signal;
        }
    }

    /** One minute of the curve. */
    public record Point(int minute, double histogram, double smoothed, boolean isKnown) {}

    public record Peak(int minute, Kind kind) {}

    /** What a minute brought. */
    public sealed interface Turn {

        record Peaked(int start, int peak, Kind kind) implements Turn {}

        record Ended(int start, int peak, int end, Kind kind) implements Turn {}
    }

    /** The state after a minute, and the turn that it brought. */
    public record Advance(MacdEpisodes next, Optional<Turn> turn) {}

    public MacdEpisodes {
        likelihoods = List.copyOf(likelihoods);
        curve = List.copyOf(curve);
        peaks = List.copyOf(peaks);
    }

    /** @param likelihood 0 to 1; NaN where the minute is unknown */
    public Advance over(double likelihood) {
        boolean isKnown = !Double.isNaN(likelihood);
        if (!isKnown && likelihoods.isEmpty()) {
            return new Advance(new MacdEpisodes(minute + 1, likelihoods, last, curve, peaks, start), Optional.empty());
        }
        var kept = new ArrayList<>(likelihoods);
        kept.add(isKnown ? likelihood : likelihoods.get(likelihoods.size() - 1));
        if (kept.size() > SMOOTHED) {
            kept.remove(0);
        }
        var before = last.orElseGet(() -> {
            double first = mean(kept);
            return new Averages(first, first, first, 0);
        });
        var now = averages(mean(kept), before);
        var points = new ArrayList<>(curve);
        points.add(new Point(minute, now.histogram(), now.smoothed(), isKnown));
        if (points.size() > LONGEST_CURVE) {
            points.remove(0);
        }
        var going = new MacdEpisodes(minute + 1, kept, Optional.of(now), points, peaks, start);
        if (before.histogram() <= 0 && now.histogram() > 0 && !peaks.isEmpty()) {
            var peak = peaks.get(peaks.size() - 1);
            return new Advance(going, Optional.of(new Turn.Ended(start, peak.minute, minute, peak.kind)));
        }
        return before.histogram() >= 0 && now.histogram() < 0
                ? going.peaked(minute)
                : new Advance(going, Optional.empty());
    }

    private static Averages averages(double smoothed, Averages before) {
        double fast = FAST * smoothed + (1 - FAST) * before.fast;
        double slow = SLOW * smoothed + (1 - SLOW) * before.slow;
        return new Averages(smoothed, fast, slow, SIGNAL * (fast - slow) + (1 - SIGNAL) * before.signal);
    }

    private Advance peaked(int at) {
        int from = peaks.isEmpty() ? -1 : peaks.get(0).minute;
        var seen = curve.stream().filter(point -> point.minute >= from).toList();
        int began = seen.size() <= 1 ? -1 : startOf(seen);
        var kind = seen.size() <= 1
                ? Kind.NOT_CLASSIFIED
                : classify(seen.stream().filter(point -> point.minute >= began).toList());
        var known = new ArrayList<>(peaks);
        known.add(new Peak(at, kind));
        if (known.size() > PEAKS_KEPT) {
            known.remove(0);
        }
        int oldest = known.get(0).minute;
        var needed = curve.stream().filter(point -> point.minute >= oldest).toList();
        var next = new MacdEpisodes(minute, likelihoods, last, needed, known, began);
        return new Advance(next, Optional.of(new Turn.Peaked(began, at, kind)));
    }

    /** First minute of the present run in which the likelihood rises beyond its own course; empty where it does not. */
    public OptionalInt risingSince() {
        var newestFirst = new ArrayList<>(curve);
        Collections.reverse(newestFirst);
        int since = -1;
        for (var point : newestFirst) {
            if (point.histogram <= 0) {
                break;
            }
            since = point.minute;
        }
        return since < 0 ? OptionalInt.empty() : OptionalInt.of(since);
    }

    /** First minute of the run of rising minutes that ended just now. */
    private static int startOf(List<Point> seen) {
        for (int i = seen.size() - 2; i >= 0; i--) {
            if (seen.get(i).histogram <= 0) {
                return seen.get(i + 1).minute;
            }
        }
        return seen.get(0).minute;
    }

    private static Kind classify(List<Point> stretch) {
        double known = stretch.stream().filter(Point::isKnown).count();
        if (known / stretch.size() < LEAST_AVAILABLE) {
            return Kind.UNKNOWN;
        }
        double mean = stretch.stream().mapToDouble(Point::smoothed).average().orElse(0);
        return mean >= STRESSED_FROM ? Kind.STRESSED : Kind.NOT_STRESSED;
    }

    private static double mean(List<Double> values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.size();
    }
}
