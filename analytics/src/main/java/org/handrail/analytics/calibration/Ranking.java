package org.handrail.analytics.calibration;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.handrail.analytics.Reliability.WithinPerson;

/**
 * How often, of two moments of the same person of which one was called hard, that one had the higher score: the area under
 * the curve within a person. Equal scores count as half. One half is a coin.
 */
public final class Ranking {

    private static final int LEAST_OF_EACH = 3;

    private Ranking() {}

    /** Of persons with at least three moments of each kind. */
    public static WithinPerson withinPerson(List<Judged> moments) {
        var areas = moments.stream().collect(Collectors.groupingBy(Judged::mentee)).values().stream()
                .map(Ranking::area)
                .flatMapToDouble(OptionalDouble::stream)
                .summaryStatistics();
        return new WithinPerson(
                areas.getCount() == 0 ? OptionalDouble.empty() : OptionalDouble.of(areas.getAverage()),
                (int) areas.getCount());
    }

    private static OptionalDouble area(List<Judged> own) {
        double[] hard =
                own.stream().filter(Judged::hard).mapToDouble(Judged::score).toArray();
        double[] other = own.stream()
                .filter(one -> !one.hard())
                .mapToDouble(Judged::score)
                .toArray();
        if (hard.length < LEAST_OF_EACH || other.length < LEAST_OF_EACH) {
            return OptionalDouble.empty();
        }
        double wins = 0;
        for (double one : hard) {
            for (double two : other) {
                wins += one > two ? 1 : one == two ? 0.5 : 0;
            }
        }
        return OptionalDouble.of(wins / ((double) hard.length * other.length));
    }
}
