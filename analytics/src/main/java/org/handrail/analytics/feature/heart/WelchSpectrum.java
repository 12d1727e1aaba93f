package org.handrail.analytics.feature.heart;

import java.util.Arrays;
import org.apache.commons.math3.analysis.interpolation.SplineInterpolator;
import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;
import org.handrail.analytics.BandPowers;

/**
 * Power of the NN series by frequency as most tools of the field compute it, for comparison with theirs: a natural cubic spline
 * through the beats, resampled at 4 Hz, then Welch's mean of periodograms over segments of 256 samples that overlap by half,
 * each without its mean and under a periodic Hann window, padded to 4096, and the trapezoid over lo ≤ f < hi with the edges
 * 0.003, 0.04, 0.15 and 0.40 Hz. Powers in ms². A gap is bridged by the spline, which invents power;
 * {@link LombSpectrum} does not.
 *
 * <p>The padded transform is never made. A segment of up to 256 samples has an autocorrelation of at most 511 lags, so any
 * band of the long periodogram is exactly a weighted sum of the one of 512; the weights are symmetric in frequency, so that two
 * segments share one complex transform as its real and imaginary part. A series shorter than a segment is one segment.
 *
 * <p>Too little (under 4 beats or 10 s), a NaN, and times that do not rise give NaN. 30 µs for 375 beats in 300 s, of which
 * spline and transforms of Commons Math are 27.
 *
 * <p>Welch 1967, doi 10.1109/TAU.1967.1161901. Definition: science/canon.py, {@code welch}, {@code welch_band_weights}.
 */
public final class WelchSpectrum {

    private static final double SAMPLES_PER_SECOND = 4;
    private static final double SPACING_MS = 1000 / SAMPLES_PER_SECOND;
    private static final int LEAST_BEATS = 4;
    private static final int LEAST_SAMPLES = 40;
    private static final int MOST_SEGMENT = 256;
    private static final int TRANSFORM = 2 * MOST_SEGMENT;
    private static final double[] EDGES = {0.003, 0.04, 0.15, 0.40};

    private static final WelchSpectrum USUAL = new WelchSpectrum(new Settings(MOST_SEGMENT, 4096, Trend.MEAN));

    /** What is taken from a segment before its transform. */
    enum Trend {
        MEAN,
        LINE
    }

    /**
     * @param segment samples, up to 256
     * @param padded length of the transform that the result is equal to, a power of two from 256
     */
    record Settings(int segment, int padded, Trend trend) {

        Settings {
            if (segment < LEAST_SAMPLES || segment > MOST_SEGMENT) {
                throw new IllegalArgumentException(
                        "A segment has " + LEAST_SAMPLES + " to " + MOST_SEGMENT + " samples");
            }
            if (padded < MOST_SEGMENT || Integer.bitCount(padded) != 1) {
                throw new IllegalArgumentException("The padded length is a power of two from " + MOST_SEGMENT);
            }
        }
    }

    private final Settings settings;
    private final double[][] weights;
    private final double[] window;

    WelchSpectrum(Settings settings) {
        this.settings = settings;
        weights = new double[EDGES.length - 1][];
        Arrays.setAll(weights, band -> weights(settings.padded, EDGES[band], EDGES[band + 1]));
        window = hann(settings.segment);
    }

    /** Power in the three bands of the first {@code count} beats, by the times at which they end. */
    public static BandPowers bands(double[] timesMs, double[] nnMs, int count) {
        double[] series = resampled(timesMs, nnMs, count);
        return USUAL.ofSeries(series);
    }

    /** The NN series at 4 Hz from the first beat to before the last; empty where there are too few beats or times do not rise. */
    static double[] resampled(double[] timesMs, double[] nnMs, int count) {
        if (count < LEAST_BEATS) {
            return new double[0];
        }
        var times = new double[count];
        for (int i = 1; i < count; i++) {
            times[i] = timesMs[i] - timesMs[0];
            if (!(times[i] > times[i - 1])) {
                return new double[0];
            }
        }
        var pieces = new SplineInterpolator()
                .interpolate(times, Arrays.copyOf(nnMs, count))
                .getPolynomials();
        var series = new double[(int) Math.ceil(times[count - 1] / SPACING_MS)];
        int piece = 0;
        for (int i = 0; i < series.length; i++) {
            double time = i * SPACING_MS;
            while (piece < pieces.length - 1 && times[piece + 1] <= time) {
                piece++;
            }
            series[i] = pieces[piece].value(time - times[piece]);
        }
        return series;
    }

    /** Power in the three bands of an even series at 4 Hz. */
    BandPowers ofSeries(double[] series) {
        if (series.length < LEAST_SAMPLES) {
            return BandPowers.UNKNOWN;
        }
        int size = Math.min(settings.segment, series.length);
        double[] taper = size == settings.segment ? window : hann(size);
        int advance = size - size / 2;
        int segments = (series.length - size) / advance + 1;
        var power = new double[TRANSFORM];
        for (int segment = 0; segment < segments; segment += 2) {
            var pair = new double[2][TRANSFORM];
            for (int part = 0; part < 2 && segment + part < segments; part++) {
                taper(series, (segment + part) * advance, taper, pair[part]);
            }
            FastFourierTransformer.transformInPlace(pair, DftNormalization.STANDARD, TransformType.FORWARD);
            for (int j = 0; j < TRANSFORM; j++) {
                power[j] += pair[0][j] * pair[0][j] + pair[1][j] * pair[1][j];
            }
        }
        double windowPower = 0;
        for (double w : taper) {
            windowPower += w * w;
        }
        double scale = 2 / (SAMPLES_PER_SECOND * windowPower * segments);
        return new BandPowers(
                scale * sum(weights[0], power), scale * sum(weights[1], power), scale * sum(weights[2], power));
    }

    /** Puts a segment without its trend and under its window into a row of the transform. */
    private void taper(double[] series, int from, double[] taper, double[] row) {
        int size = taper.length;
        double middle = (size - 1) / 2.0;
        double mean = 0;
        for (int i = 0; i < size; i++) {
            mean += series[from + i];
        }
        mean /= size;
        double slope = 0;
        if (settings.trend == Trend.LINE) {
            double squares = 0;
            for (int i = 0; i < size; i++) {
                slope += (series[from + i] - mean) * (i - middle);
                squares += (i - middle) * (i - middle);
            }
            slope /= squares;
        }
        for (int i = 0; i < size; i++) {
            row[i] = (series[from + i] - mean - slope * (i - middle)) * taper[i];
        }
    }

    /**
     * Weights by which a sum over |transform of 512|² is the trapezoid over lo ≤ f < hi of the padded periodogram: the
     * trapezoid's own weights, turned into lags and back into frequencies.
     */
    static double[] weights(int padded, double lo, double hi) {
        double spacing = SAMPLES_PER_SECOND / padded;
        var trapezoid = new double[2][padded];
        int first = (int) Math.ceil(lo / spacing);
        int last = (int) Math.ceil(hi / spacing) - 1;
        Arrays.fill(trapezoid[0], first, last + 1, spacing);
        trapezoid[0][first] /= 2;
        trapezoid[0][last] /= 2;
        FastFourierTransformer.transformInPlace(trapezoid, DftNormalization.STANDARD, TransformType.FORWARD);
        var lags = new double[2][TRANSFORM];
        for (int lag = 0; lag < MOST_SEGMENT; lag++) {
            lags[0][lag] = (lag == 0 ? 1 : 2) * trapezoid[0][lag] / TRANSFORM;
        }
        FastFourierTransformer.transformInPlace(lags, DftNormalization.STANDARD, TransformType.FORWARD);
        return lags[0];
    }

    /** The periodic Hann window. */
    private static double[] hann(int size) {
        var window = new double[size];
        Arrays.setAll(window, i -> 0.5 - 0.5 * Math.cos(2 * Math.PI * i / size));
        return window;
    }

    private static double sum(double[] weights, double[] power) {
        double sum = 0;
        for (int j = 0; j < TRANSFORM; j++) {
            sum += weights[j] * power[j];
        }
        return sum;
    }
}
