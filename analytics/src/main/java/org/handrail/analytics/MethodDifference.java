package org.handrail.analytics;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * How far two methods part on the same frames. Windows that only one has, and decision points that only one came to, by when
 * the window opened.
 *
 * @param minutes laid side by side
 * @param otherState minutes of which the two say another state
 * @param likelihoods minutes of which both say a likelihood
 * @param likelihoodSum of the differences of these, without sign
 * @param largestLikelihood difference of one minute
 */
public record MethodDifference(
        long minutes,
        long otherState,
        long likelihoods,
        double likelihoodSum,
        double largestLikelihood,
        List<Shared> shared,
        List<Instant> onlyFirst,
        List<Instant> onlySecond,
        List<Instant> askedOnlyFirst,
        List<Instant> askedOnlySecond) {

    /** A stretch that both have, and when each opened its window. */
    public record Shared(Instant openedByFirst, Instant openedBySecond) {

        /** How much later the second opened; negative where it was earlier. */
        public Duration later() {
            return Duration.between(openedByFirst, openedBySecond);
        }
    }

    /** Of no minutes. */
    public static final MethodDifference NONE =
            new MethodDifference(0, 0, 0, 0, 0, List.of(), List.of(), List.of(), List.of(), List.of());

    public MethodDifference {
        shared = List.copyOf(shared);
        onlyFirst = List.copyOf(onlyFirst);
        onlySecond = List.copyOf(onlySecond);
        askedOnlyFirst = List.copyOf(askedOnlyFirst);
        askedOnlySecond = List.copyOf(askedOnlySecond);
    }

    static MethodDifference ofMinute(MinuteRecord first, MinuteRecord second) {
        double apart = Math.abs(first.likelihood() - second.likelihood());
        boolean isSaid = !Double.isNaN(apart);
        return new MethodDifference(
                1,
                first.state() == second.state() ? 0 : 1,
                isSaid ? 1 : 0,
                isSaid ? apart : 0,
                isSaid ? apart : 0,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    static MethodDifference ofWindows(
            List<Shared> shared,
            List<Instant> onlyFirst,
            List<Instant> onlySecond,
            List<Instant> askedOnlyFirst,
            List<Instant> askedOnlySecond) {
        return new MethodDifference(0, 0, 0, 0, 0, shared, onlyFirst, onlySecond, askedOnlyFirst, askedOnlySecond);
    }

    /** Both together, as of several mentees. */
    public MethodDifference plus(MethodDifference more) {
        return new MethodDifference(
                minutes + more.minutes,
                otherState + more.otherState,
                likelihoods + more.likelihoods,
                likelihoodSum + more.likelihoodSum,
                Math.max(largestLikelihood, more.largestLikelihood),
                joined(shared, more.shared),
                joined(onlyFirst, more.onlyFirst),
                joined(onlySecond, more.onlySecond),
                joined(askedOnlyFirst, more.askedOnlyFirst),
                joined(askedOnlySecond, more.askedOnlySecond));
    }

    /** Mean difference of the likelihoods, without sign; NaN where there is none. */
    public double meanLikelihood() {
        return likelihoodSum / likelihoods;
    }

    /** Whether the two said the same of every minute and window. */
    public boolean isNone() {
        return otherState == 0
                && largestLikelihood == 0
                && onlyFirst.isEmpty()
                && onlySecond.isEmpty()
                && askedOnlyFirst.isEmpty()
                && askedOnlySecond.isEmpty()
                && shared.stream().allMatch(both -> both.later().isZero());
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        return more.isEmpty()
                ? some
                : some.isEmpty()
                        ? more
                        : Stream.concat(some.stream(), more.stream()).toList();
    }
}
