package org.handrail.analytics.feature.heart;

import java.util.Arrays;
import org.apache.commons.math3.analysis.interpolation.LinearInterpolator;
import org.apache.commons.math3.analysis.interpolation.SplineInterpolator;

/** The ways other tools resample an NN series at 4 Hz, where they differ from the natural spline of the product. */
final class Resampling {

    private Resampling() {}

    /** Straight lines from beat to beat. */
    static double[] byLines(GoldenSeries beats) {
        double[] times = times(beats);
        var lines = new LinearInterpolator().interpolate(times, beats.nnMs());
        var series = new double[(int) Math.ceil(times[times.length - 1] / 250)];
        Arrays.setAll(series, i -> lines.value(i * 250.0));
        return series;
    }

    /**
     * The cubic spline without a knot at the second beat and the last but one, as SciPy makes it by default: the natural spline
     * of the series less a cubic, and that cubic, where the cubic is chosen so that the third derivative does not jump there.
     *
     * @param leadMs how long before the first beat the series begins; its first piece is carried on to there
     */
    static double[] withoutEndKnots(GoldenSeries beats, double leadMs) {
        double[] times = times(beats);
        double end = times[times.length - 1];
        double[] square = Arrays.stream(times).map(t -> power(t, end, 2)).toArray();
        double[] cube = Arrays.stream(times).map(t -> power(t, end, 3)).toArray();
        double[] jumps = jumps(times, beats.nnMs());
        double[] ofSquare = jumps(times, square);
        double[] ofCube = jumps(times, cube);
        double divisor = ofSquare[0] * ofCube[1] - ofSquare[1] * ofCube[0];
        double a = (jumps[0] * ofCube[1] - jumps[1] * ofCube[0]) / divisor;
        double b = (ofSquare[0] * jumps[1] - ofSquare[1] * jumps[0]) / divisor;
        var rest = new double[times.length];
        Arrays.setAll(rest, i -> beats.nnMs()[i] - a * square[i] - b * cube[i]);
        var pieces = new SplineInterpolator().interpolate(times, rest).getPolynomials();
        var series = new double[(int) Math.ceil((end + leadMs) / 250)];
        int piece = 0;
        for (int i = 0; i < series.length; i++) {
            double time = i * 250 - leadMs;
            while (piece < pieces.length - 1 && times[piece + 1] <= time) {
                piece++;
            }
            series[i] = pieces[piece].value(time - times[piece]) + a * power(time, end, 2) + b * power(time, end, 3);
        }
        return series;
    }

    private static double power(double time, double end, int exponent) {
        return Math.pow(2 * time / end - 1, exponent);
    }

    /** By how much the third derivative of the natural spline jumps at the second knot and at the last but one. */
    private static double[] jumps(double[] times, double[] values) {
        var pieces = new SplineInterpolator().interpolate(times, values).getPolynomials();
        var cubic = new double[pieces.length];
        Arrays.setAll(cubic, i -> pieces[i].degree() < 3 ? 0 : pieces[i].getCoefficients()[3]);
        int last = pieces.length - 1;
        return new double[] {cubic[1] - cubic[0], cubic[last] - cubic[last - 1]};
    }

    private static double[] times(GoldenSeries beats) {
        return Arrays.stream(beats.timesMs())
                .map(time -> time - beats.timesMs()[0])
                .toArray();
    }
}
