package org.handrail.analytics.feature.heart;

import java.util.Arrays;
import org.handrail.analytics.BandPowers;

/**
 * Power of the NN series by frequency from the true beat times, so that a gap needs no interpolation: the classical
 * Lomb–Scargle periodogram of NN minus its mean at the fixed frequencies k/600 Hz, k = 2 to 240, as a one-sided density in
 * ms²/Hz. With X(k) = Σ x·e^(ikθ), U(k) = Σ e^(2ikθ), θ = 2π·t / 600 s:
 *
 * <pre>
 *   CC = (N + Re U) / 2      SS = (N − Re U) / 2      CS = Im U / 2
 *   P  = ½ · (SS·(Re X)² − 2·CS·Re X·Im X + CC·(Im X)²) / (CC·SS − CS²)
 *   density = 2 · mean NN in s · P
 * </pre>
 *
 * <p>1/600 Hz is half of what a window of 300 s can tell apart, so the trapezoid over k is the exact integral; the edges of
 * the bands, 0.04, 0.15 and 0.40 Hz, are k = 24, 90 and 240. An even series at exactly half its own rate leaves the
 * denominator without a sine part; there P is its limit |X|² / 2N.
 *
 * <p>Too few beats (under {@value #LEAST_BEATS}: level, cosine and sine take three) and any NaN give NaN. Beats may come in
 * any order. About 25 µs for 375 beats, nearly all in {@link PhasorSums}.
 *
 * <p>Lomb 1976, doi 10.1007/BF00648343; Scargle 1982, doi 10.1086/160554. Definition: science/canon.py, {@code lomb_grid}.
 */
public final class LombSpectrum {

    private static final int FIRST = 2;
    private static final int VLF_END = 24;
    private static final int LF_END = 90;
    private static final int LAST = 240;
    private static final double PER_HZ = 600;
    private static final int LEAST_BEATS = 4;
    private static final double LEAST_SHARE = 1e-12;

    private LombSpectrum() {}

    /** Power in the three bands of the first {@code count} beats, by the times at which they end. */
    public static BandPowers bands(double[] timesMs, double[] nnMs, int count) {
        double[] density = density(timesMs, nnMs, count);
        return new BandPowers(
                trapezoid(density, FIRST, VLF_END),
                trapezoid(density, VLF_END, LF_END),
                trapezoid(density, LF_END, LAST));
    }

    /** Density in ms²/Hz at k/600 Hz for k = 2 to 240. */
    public static double[] density(double[] timesMs, double[] nnMs, int count) {
        var density = new double[LAST - FIRST + 1];
        if (count < LEAST_BEATS) {
            Arrays.fill(density, Double.NaN);
            return density;
        }
        double mean = 0;
        for (int i = 0; i < count; i++) {
            mean += nnMs[i];
        }
        mean /= count;
        var sums = new PhasorSums(timesMs, nnMs, mean, count);
        double scale = 2 * mean / 1000;
        for (int k = FIRST; k <= LAST; k++) {
            density[k - FIRST] = scale * power(count, sums.xCos[k], sums.xSin[k], sums.uCos[k], sums.uSin[k]);
        }
        return density;
    }

    private static double power(int count, double xCos, double xSin, double uCos, double uSin) {
        double cc = (count + uCos) / 2;
        double ss = (count - uCos) / 2;
        double cs = uSin / 2;
        double independence = cc * ss - cs * cs;
        if (independence <= LEAST_SHARE * count * count) {
            return (xCos * xCos + xSin * xSin) / (2 * count);
        }
        return (ss * xCos * xCos - 2 * cs * xCos * xSin + cc * xSin * xSin) / (2 * independence);
    }

    private static double trapezoid(double[] density, int from, int to) {
        double sum = (density[from - FIRST] + density[to - FIRST]) / 2;
        for (int k = from + 1; k < to; k++) {
            sum += density[k - FIRST];
        }
        return sum / PER_HZ;
    }
}
