package org.handrail.analytics.bench;

import java.util.concurrent.TimeUnit;
import org.handrail.analytics.BandPowers;
import org.handrail.analytics.feature.heart.DetrendedFluctuation;
import org.handrail.analytics.feature.heart.LipponenTarvainen;
import org.handrail.analytics.feature.heart.LombSpectrum;
import org.handrail.analytics.feature.heart.SampleEntropy;
import org.handrail.analytics.feature.heart.WelchSpectrum;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Five minutes of beats at once; several windows in turn, so that no branch is learnt by heart. */
@State(Scope.Thread)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class BeatWindow {

    private static final int WINDOWS = 16;
    private static final int BEATS = 5 * InventedWearer.BEATS_A_MINUTE;

    private final int[][] intervals = new int[WINDOWS][];
    private final int[][] peaksMs = new int[WINDOWS][BEATS + 1];
    private final double[][] timesMs = new double[WINDOWS][BEATS];
    private final double[][] nnMs = new double[WINDOWS][BEATS];
    private int at;

    @Setup
    public void invent() {
        var wearer = new InventedWearer(1);
        for (int window = 0; window < WINDOWS; window++) {
            intervals[window] = wearer.intervals(BEATS);
            for (int i = 0; i < BEATS; i++) {
                peaksMs[window][i + 1] = peaksMs[window][i] + intervals[window][i];
                timesMs[window][i] = peaksMs[window][i + 1];
                nnMs[window][i] = intervals[window][i];
            }
        }
    }

    @Benchmark
    public BandPowers lombWindow() {
        int window = next();
        return LombSpectrum.bands(timesMs[window], nnMs[window], BEATS);
    }

    @Benchmark
    public BandPowers welchWindow() {
        int window = next();
        return WelchSpectrum.bands(timesMs[window], nnMs[window], BEATS);
    }

    @Benchmark
    public SampleEntropy sampenWindow() {
        return SampleEntropy.of(intervals[next()], BEATS);
    }

    @Benchmark
    public double dfaWindow() {
        return DetrendedFluctuation.alpha1(nnMs[next()], BEATS);
    }

    /** Once in five minutes of the night. */
    @Benchmark
    public int lipponenWindow() {
        return LipponenTarvainen.find(peaksMs[next()]).count();
    }

    private int next() {
        at = (at + 1) % WINDOWS;
        return at;
    }
}
