package org.handrail.analytics.bench;

import java.time.Duration;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * How long each benchmark runs.
 *
 * @param forks processes, one after the other; 0 is inside this one, for tests
 * @param warmUps iterations that are not counted
 */
record Pace(int forks, int warmUps, int iterations, Duration iteration) {

    static final Pace FULL = new Pace(2, 3, 5, Duration.ofSeconds(1));
    static final Pace QUICK = new Pace(1, 3, 4, Duration.ofMillis(250));

    ChainedOptionsBuilder applyTo(ChainedOptionsBuilder options) {
        var time = TimeValue.milliseconds(iteration.toMillis());
        return options.forks(forks)
                .warmupIterations(warmUps)
                .warmupTime(time)
                .measurementIterations(iterations)
                .measurementTime(time);
    }
}
