package org.handrail.analytics.bench;

import java.util.Locale;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;

/**
 * What one benchmark found. Its name is the benchmark's method, so a new method is a new figure.
 *
 * @param name {@code wearer_minute} for {@code wearerMinute}
 * @param unit {@code us} or {@code ns}, for one operation
 * @param error half of the 99.9 % confidence interval; NaN of too few iterations
 * @param bytes allocated by one operation; NaN where the machine cannot tell
 */
record Measured(String name, String unit, double score, double error, double bytes) {

    /** The name of what {@link GCProfiler} counts for one operation. */
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    static Measured of(RunResult result) {
        String benchmark = result.getParams().getBenchmark();
        String method = benchmark.substring(benchmark.lastIndexOf('.') + 1);
        var primary = result.getPrimaryResult();
        var allocated = result.getSecondaryResults().get(ALLOCATED);
        return new Measured(
                method.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT),
                primary.getScoreUnit().replace("/op", ""),
                primary.getScore(),
                primary.getScoreError(),
                allocated == null ? Double.NaN : allocated.getScore());
    }

    String key() {
        return name + "_" + unit;
    }
}
