package org.handrail.analytics.feature;

import org.apache.commons.math3.stat.descriptive.rank.Median;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.handrail.analytics.quality.MinuteSamples;
import org.handrail.analytics.quality.Samples;
import org.handrail.signals.StreamKind;

/**
 * The features of one closed minute. A figure that the minute cannot give is NaN; each comes with its coverage.
 *
 * @param heartRate per minute, from the device's heart rate or, where it sends none, from beats
 * @param rmssd ms
 * @param skinLevel median, µS
 * @param skinSlope µS per minute
 * @param skinResponses count in the minute
 * @param movement mean of the motion stream, g
 * @param tenSecondMovement mean motion in each ten seconds, g; NaN where there is none
 * @param temperature mean, °C
 */
public record MinuteFeatures(
        double heartRate,
        double heartCoverage,
        double rmssd,
        double skinLevel,
        double skinSlope,
        double skinResponses,
        double skinCoverage,
        double movement,
        double[] tenSecondMovement,
        double temperature) {

    private static final double LEAST_COVERAGE = 0.5;
    private static final double LEAST_MOVEMENT = 1e-4;

    /** The features and the tracks that go on into the next minute. */
    public record Extraction(MinuteFeatures features, BeatTrack beats, SkinTrack skin) {}

    public static Extraction extract(MinuteSamples minute, BeatTrack beatTrack, SkinTrack skinTrack) {
        var beats = beatTrack.over(minute.beats());
        Samples heart = minute.of(StreamKind.HEART_RATE);
        Samples skin = minute.of(StreamKind.SKIN_CONDUCTANCE);
        var skinAdvance = skinTrack.over(skin);
        boolean skinKnown = skin.coverage() >= LEAST_COVERAGE;
        boolean deviceRate = heart.coverage() >= LEAST_COVERAGE;
        Samples motion = minute.of(StreamKind.MOTION);
        var features = new MinuteFeatures(
                deviceRate ? heart.mean() : beats.minute().heartRate(),
                Math.max(heart.coverage(), beats.minute().coverage()),
                beats.minute().rmssd(),
                skinKnown ? new Median().evaluate(skin.values()) : Double.NaN,
                skinKnown ? slope(minute.startMs(), skin) : Double.NaN,
                skinKnown ? skinAdvance.responses() : Double.NaN,
                skin.coverage(),
                motion.mean(),
                tenSecondMeans(minute.startMs(), motion),
                minute.of(StreamKind.SKIN_TEMPERATURE).mean());
        return new Extraction(features, beats.next(), skinAdvance.next());
    }

    /** The value that the personal baseline knows; NaN where the minute cannot give it. */
    public double value(Feature feature) {
        return switch (feature) {
            case HEART_RATE -> heartRate;
            case LN_RMSSD -> Math.log(rmssd);
            case LN_SKIN_LEVEL -> Math.log(skinLevel);
            case SKIN_SLOPE -> skinSlope;
            case SKIN_RESPONSES -> skinResponses;
            case LN_MOVEMENT -> Math.log(Math.max(movement, LEAST_MOVEMENT));
        };
    }

    private static double slope(long startMs, Samples skin) {
        var line = new SimpleRegression();
        for (int i = 0; i < skin.size(); i++) {
            line.addData((skin.timesMs()[i] - startMs) / 60_000.0, skin.values()[i]);
        }
        return line.getSlope();
    }

    private static double[] tenSecondMeans(long startMs, Samples motion) {
        var sums = new double[6];
        var counts = new int[6];
        for (int i = 0; i < motion.size(); i++) {
            int window = (int) ((motion.timesMs()[i] - startMs) / 10_000);
            sums[window] += motion.values()[i];
            counts[window]++;
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] = counts[i] == 0 ? Double.NaN : sums[i] / counts[i];
        }
        return sums;
    }
}
