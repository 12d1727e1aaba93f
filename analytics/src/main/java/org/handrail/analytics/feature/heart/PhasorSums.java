package org.handrail.analytics.feature.heart;

/**
 * The sums over beats that a Lomb–Scargle periodogram needs, at all frequencies k/600 Hz with k = 0 to 241 at once:
 *
 * <pre>
 *   X(k) = Σ x·e^(ikθ)      U(k) = Σ e^(2ikθ)      x = NN − mean      θ = 2π·(t − t₀) / 600 s
 * </pre>
 *
 * <p>No sine is taken for each beat and frequency. A beat has a <em>row</em>, the cosines and sines of 2bθ for b = 0 to 60,
 * and as <em>weights</em> four phasors e^(iaθ), two of them times x. The four products of a weight and a row reach a + 2b and
 * also a − 2b, so that four weights reach everything: X at 120 ± 2b and at 121 ± 2b, U at 60 ± b and at 181 ± b. What is left
 * is one product of matrices, 8 × beats by beats × 125, and {@link #fold} at the end. Exact to about 1e-13 of Σ|x|.
 *
 * <p>The work goes in blocks of beats and in short passes over a block, because the steps for one beat wait for each other
 * and those for several beats do not. {@link #multiply} must stay one long method: HotSpot does not pull a method of more
 * than 325 bytes into its caller, and pulled in it is no longer vectorised (70 µs for 375 beats instead of 25).
 *
 * <p>Times are in ms from anywhere. A NaN makes every sum NaN; no beats make sums of zero.
 */
final class PhasorSums {

    /** How many frequencies, from k = 0. */
    static final int FREQUENCIES = 242;

    private static final double PERIOD_MS = 600_000;
    private static final int REACH = 60;
    private static final int SINES = 64;
    private static final int WIDTH = SINES + REACH + 1;
    private static final int BASE = 16;
    private static final int BLOCK = 12;

    private static final int STEPS = 1024;
    private static final double COARSE = 2 * Math.PI / STEPS;
    private static final double FINE = COARSE / STEPS;
    private static final double[] COARSE_COS = new double[STEPS];
    private static final double[] COARSE_SIN = new double[STEPS];
    private static final double[] FINE_COS = new double[STEPS];
    private static final double[] FINE_SIN = new double[STEPS];

    static {
        for (int i = 0; i < STEPS; i++) {
            COARSE_COS[i] = Math.cos(COARSE * i);
            COARSE_SIN[i] = Math.sin(COARSE * i);
            FINE_COS[i] = Math.cos(FINE * i);
            FINE_SIN[i] = Math.sin(FINE * i);
        }
    }

    /** Two phasors of one beat. */
    private static final class Weights {
        double cos1;
        double sin1;
        double cos2;
        double sin2;
    }

    final double[] xCos = new double[FREQUENCIES];
    final double[] xSin = new double[FREQUENCIES];
    final double[] uCos = new double[FREQUENCIES];
    final double[] uSin = new double[FREQUENCIES];

    private final double[][] rows = new double[BLOCK][SINES + SINES];
    private final Weights[] forX = new Weights[BLOCK];
    private final Weights[] forU = new Weights[BLOCK];

    PhasorSums(double[] timesMs, double[] nnMs, double meanMs, int count) {
        for (int i = 0; i < BLOCK; i++) {
            forX[i] = new Weights();
            forU[i] = new Weights();
        }
        double[][] products = new double[8][WIDTH];
        for (int from = 0; from < count; from += BLOCK) {
            take(timesMs, nnMs, meanMs, from, Math.min(BLOCK, count - from));
            multiply(rows, forX, products, 0);
            multiply(rows, forU, products, 4);
        }
        fold(products[0], products[1], 120, 2, xCos, xSin);
        fold(products[2], products[3], 121, 2, xCos, xSin);
        fold(products[4], products[5], 60, 1, uCos, uSin);
        fold(products[6], products[7], 181, 1, uCos, uSin);
    }

    /** Makes rows and weights of some beats; what is left of the block weighs nothing. */
    private void take(double[] timesMs, double[] nnMs, double meanMs, int from, int size) {
        for (int i = 0; i < size; i++) {
            turn(timesMs[from + i] - timesMs[0], forX[i]);
        }
        for (int i = 0; i < size; i++) {
            startRow(forX[i], rows[i]);
        }
        for (int i = 0; i < size; i++) {
            completeRow(rows[i]);
        }
        for (int i = 0; i < size; i++) {
            weigh(nnMs[from + i] - meanMs, rows[i], forX[i], forU[i]);
        }
        for (int i = size; i < BLOCK; i++) {
            forX[i] = new Weights();
            forU[i] = new Weights();
        }
    }

    /** e^(iθ) by two tables and, for less than a millionth of the circle, two terms of the series. */
    private static void turn(double timeMs, Weights first) {
        double turns = timeMs / PERIOD_MS;
        double coarse = (turns - Math.floor(turns)) * STEPS;
        int c = (int) coarse & STEPS - 1;
        double fine = (coarse - Math.floor(coarse)) * STEPS;
        int f = (int) fine;
        double rest = (fine - f) * FINE;
        double near = 1 - rest * rest / 2;
        double cos = FINE_COS[f] * near - FINE_SIN[f] * rest;
        double sin = FINE_SIN[f] * near + FINE_COS[f] * rest;
        first.cos1 = COARSE_COS[c] * cos - COARSE_SIN[c] * sin;
        first.sin1 = COARSE_SIN[c] * cos + COARSE_COS[c] * sin;
    }

    /** e^(2ibθ) for b = 0 to 15, even and odd ones each from the one before. */
    private static void startRow(Weights first, double[] row) {
        double c1 = first.cos1 * first.cos1 - first.sin1 * first.sin1;
        double s1 = 2 * first.cos1 * first.sin1;
        double c2 = c1 * c1 - s1 * s1;
        double s2 = 2 * c1 * s1;
        double evenCos = 1;
        double evenSin = 0;
        double oddCos = c1;
        double oddSin = s1;
        for (int b = 0; b < BASE; b += 2) {
            row[b] = evenCos;
            row[b + 1] = oddCos;
            row[SINES + b] = evenSin;
            row[SINES + b + 1] = oddSin;
            double even = evenCos;
            evenCos = even * c2 - evenSin * s2;
            evenSin = evenSin * c2 + even * s2;
            double odd = oddCos;
            oddCos = odd * c2 - oddSin * s2;
            oddSin = oddSin * c2 + odd * s2;
        }
    }

    /** The rest of the row: the first sixteen, turned on by sixteen, thirty-two and forty-eight. */
    private static void completeRow(double[] row) {
        double half = row[BASE / 2];
        double halfSin = row[SINES + BASE / 2];
        double c1 = half * half - halfSin * halfSin;
        double s1 = 2 * half * halfSin;
        double c2 = c1 * c1 - s1 * s1;
        double s2 = 2 * c1 * s1;
        double c3 = c2 * c1 - s2 * s1;
        double s3 = s2 * c1 + c2 * s1;
        for (int b = 0; b < BASE; b++) {
            double c = row[b];
            double s = row[SINES + b];
            row[b + BASE] = c * c1 - s * s1;
            row[b + 2 * BASE] = c * c2 - s * s2;
            row[b + 3 * BASE] = c * c3 - s * s3;
            row[SINES + b + BASE] = s * c1 + c * s1;
            row[SINES + b + 2 * BASE] = s * c2 + c * s2;
            row[SINES + b + 3 * BASE] = s * c3 + c * s3;
        }
    }

    /** x·e^(120iθ), x·e^(121iθ), e^(120iθ) and e^(362iθ); the first of the row's beat holds e^(iθ) so far. */
    private static void weigh(double x, double[] row, Weights forX, Weights forU) {
        double c = row[REACH];
        double s = row[SINES + REACH];
        double squareCos = c * c - s * s;
        double squareSin = 2 * c * s;
        double cubeCos = squareCos * c - squareSin * s;
        double cubeSin = squareSin * c + squareCos * s;
        double cos = forX.cos1;
        double sin = forX.sin1;
        forX.cos1 = x * c;
        forX.sin1 = x * s;
        forX.cos2 = x * (c * cos - s * sin);
        forX.sin2 = x * (s * cos + c * sin);
        forU.cos1 = c;
        forU.sin1 = s;
        forU.cos2 = cubeCos * row[1] - cubeSin * row[SINES + 1];
        forU.sin2 = cubeSin * row[1] + cubeCos * row[SINES + 1];
    }

    /** Adds weight times row to four products, three beats in one pass over them. */
    private static void multiply(double[][] rows, Weights[] weights, double[][] products, int from) {
        double[] cos1 = products[from];
        double[] sin1 = products[from + 1];
        double[] cos2 = products[from + 2];
        double[] sin2 = products[from + 3];
        for (int j = 0; j < BLOCK; j += 3) {
            double[] row0 = rows[j];
            double[] row1 = rows[j + 1];
            double[] row2 = rows[j + 2];
            Weights a = weights[j];
            Weights b = weights[j + 1];
            Weights c = weights[j + 2];
            double aCos1 = a.cos1;
            double aSin1 = a.sin1;
            double aCos2 = a.cos2;
            double aSin2 = a.sin2;
            double bCos1 = b.cos1;
            double bSin1 = b.sin1;
            double bCos2 = b.cos2;
            double bSin2 = b.sin2;
            double cCos1 = c.cos1;
            double cSin1 = c.sin1;
            double cCos2 = c.cos2;
            double cSin2 = c.sin2;
            for (int i = 0; i < WIDTH; i++) {
                double x = row0[i];
                double y = row1[i];
                double z = row2[i];
                cos1[i] = Math.fma(cCos1, z, Math.fma(bCos1, y, Math.fma(aCos1, x, cos1[i])));
                sin1[i] = Math.fma(cSin1, z, Math.fma(bSin1, y, Math.fma(aSin1, x, sin1[i])));
                cos2[i] = Math.fma(cCos2, z, Math.fma(bCos2, y, Math.fma(aCos2, x, cos2[i])));
                sin2[i] = Math.fma(cSin2, z, Math.fma(bSin2, y, Math.fma(aSin2, x, sin2[i])));
            }
        }
    }

    /** e^(i(a+b)θ) and e^(i(a−b)θ) from the products of their parts. */
    private static void fold(double[] byCos, double[] bySin, int centre, int step, double[] cos, double[] sin) {
        for (int b = 0; b <= REACH; b++) {
            int above = centre + step * b;
            int below = centre - step * b;
            cos[above] = byCos[b] - bySin[SINES + b];
            sin[above] = bySin[b] + byCos[SINES + b];
            cos[below] = byCos[b] + bySin[SINES + b];
            sin[below] = bySin[b] - byCos[SINES + b];
        }
    }
}
