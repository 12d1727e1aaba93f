package org.handrail.analytics.feature.heart;

import org.handrail.analytics.HeartMinute;
import org.handrail.analytics.HeartVariability;
import org.handrail.analytics.HeartVariability.Scatter;
import org.handrail.analytics.HeartVariability.Shape;
import org.handrail.analytics.Rhythm;

/**
 * What may be said of a window of beats, and what not: the least quality of science/SPEC.md (a). One minute needs 20 accepted
 * beats on half of its time, its RMSSD also 15 differences. Five minutes give heart rate, RMSSD and SDNN from half of their
 * time on and everything from 80 % and 150 beats on.
 *
 * <p>A window of an unmoved wrist in which more than 90 % of the time is beats but fewer than 70 % of them are accepted has an
 * irregular rhythm, not a bad sensor: it has a heart rate and no variability. Where fewer than 70 % are accepted and nobody can
 * tell which of the two it is, there is no variability either: what the acceptance leaves of a fibrillating heart is far too
 * steady.
 */
final class HeartFigures {

    private static final int LEAST_NN = 20;
    private static final int LEAST_DIFFERENCES = 15;
    private static final double LEAST_COVERAGE = 0.5;
    private static final double FULL_COVERAGE = 0.8;
    private static final int FULL_NN = 150;
    private static final double IRREGULAR_BELOW = 0.7;
    private static final double IRREGULAR_COVERAGE = 0.9;

    private HeartFigures() {}

    static HeartMinute minute(SlidingBeats beats, boolean isStill) {
        var sums = beats.minuteSums();
        double coverage = coverage(sums, SlidingBeats.MINUTE_MS);
        double quality = (double) sums.nnCount() / sums.rrCount();
        var rhythm = rhythm(sums, SlidingBeats.MINUTE_MS, isStill);
        if (rhythm == Rhythm.IRREGULAR) {
            return new HeartMinute(
                    rrCoverage(sums, SlidingBeats.MINUTE_MS),
                    quality,
                    rhythm,
                    sums.rawHeartRate(),
                    Double.NaN,
                    Double.NaN);
        }
        boolean hasRate = coverage >= LEAST_COVERAGE && sums.nnCount() >= LEAST_NN;
        boolean hasDifferences = hasRate && rhythm == Rhythm.REGULAR && sums.differences() >= LEAST_DIFFERENCES;
        return new HeartMinute(
                coverage,
                quality,
                rhythm,
                hasRate ? sums.heartRate() : Double.NaN,
                hasDifferences ? sums.rmssd() : Double.NaN,
                hasDifferences ? sums.pnn20() : Double.NaN);
    }

    static HeartVariability fiveMinutes(SlidingBeats beats, boolean isStill) {
        var sums = beats.fiveMinuteSums();
        double coverage = coverage(sums, SlidingBeats.FIVE_MINUTES_MS);
        var rhythm = rhythm(sums, SlidingBeats.FIVE_MINUTES_MS, isStill);
        if (rhythm == Rhythm.IRREGULAR) {
            return HeartVariability.only(coverage, rhythm, sums.rawHeartRate());
        }
        if (coverage < LEAST_COVERAGE || sums.nnCount() < LEAST_NN) {
            return HeartVariability.only(coverage, Rhythm.UNKNOWN, Double.NaN);
        }
        if (rhythm == Rhythm.UNKNOWN || sums.differences() < LEAST_DIFFERENCES) {
            return HeartVariability.only(coverage, rhythm, sums.heartRate());
        }
        boolean isFull = coverage >= FULL_COVERAGE && sums.nnCount() >= FULL_NN;
        return isFull ? full(sums, coverage, rhythm) : half(sums, coverage, rhythm);
    }

    private static HeartVariability half(BeatSums sums, double coverage, Rhythm rhythm) {
        return new HeartVariability(
                coverage, rhythm, sums.heartRate(), sums.rmssd(), sums.sdnn(), Scatter.UNKNOWN, Shape.UNKNOWN);
    }

    private static HeartVariability full(BeatSums sums, double coverage, Rhythm rhythm) {
        var scatter = new Scatter(sums.sdsd(), sums.pnn20(), sums.pnn50(), sums.sd1(), sums.sd2(), sums.cvsd());
        return new HeartVariability(
                coverage, rhythm, sums.heartRate(), sums.rmssd(), sums.sdnn(), scatter, Shape.UNKNOWN);
    }

    /** With what only a look at all intervals tells, where five minutes give everything. */
    static HeartVariability withShape(HeartVariability fromSums, SlidingBeats beats) {
        if (fromSums.scatter().equals(Scatter.UNKNOWN)) {
            return fromSums;
        }
        var nn = beats.fiveMinuteNn();
        var bins = beats.fiveMinuteBins();
        return fromSums.with(new Shape(
                bins.triangularIndex(),
                bins.stressIndex(),
                LombSpectrum.bands(nn.timesMs(), nn.valuesMs(), nn.size()),
                SampleEntropy.of(nn.ticks(), nn.size()).value(),
                DetrendedFluctuation.alpha1(nn.valuesMs(), nn.size())));
    }

    private static Rhythm rhythm(BeatSums sums, long sizeMs, boolean isStill) {
        if (coverage(sums, sizeMs) >= LEAST_COVERAGE && sums.nnCount() >= IRREGULAR_BELOW * sums.rrCount()) {
            return Rhythm.REGULAR;
        }
        boolean isIrregular = isStill
                && rrCoverage(sums, sizeMs) > IRREGULAR_COVERAGE
                && sums.nnCount() < IRREGULAR_BELOW * sums.rrCount();
        return isIrregular ? Rhythm.IRREGULAR : Rhythm.UNKNOWN;
    }

    private static double coverage(BeatSums sums, long sizeMs) {
        return Math.min(1, sums.nnTotal() / sizeMs);
    }

    private static double rrCoverage(BeatSums sums, long sizeMs) {
        return Math.min(1, sums.rrTotal() / sizeMs);
    }
}
