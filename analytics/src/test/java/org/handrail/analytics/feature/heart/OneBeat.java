package org.handrail.analytics.feature.heart;

import java.util.concurrent.TimeUnit;
import org.handrail.analytics.bench.InventedWearer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One beat in steady state: taken in, judged, counted into two windows; one that is too old counted out. */
@State(Scope.Thread)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class OneBeat {

    private final int[] intervals = new InventedWearer(1).intervals(1_024);
    private final SlidingBeats beats = SlidingBeats.start(1);
    private long endMs;
    private int at;

    @Setup
    public void reachSteadyState() {
        for (int i = 0; i < intervals.length; i++) {
            beat();
        }
    }

    @Benchmark
    public int beat() {
        int interval = intervals[at++ & intervals.length - 1];
        endMs += interval;
        beats.push(endMs, interval);
        return beats.minuteSums().nnCount();
    }
}
