package org.handrail.devicesim.physiology;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;

/**
 * A law of chance by its quantiles: a draw is one uniform number and a place in a table (inverse transform sampling), which
 * is what sensors with four samples a second can afford. Between two of 1,024 equally likely parts the law runs straight, and
 * it ends at 3.5 standard deviations.
 */
final class Quantiles {

    private static final int PARTS = 1_024;
    private static final double FARTHEST = 3.5;
    private static final double STEP = 1e-3;

    /** Mean 0, variance 1 but for the ends that are cut off. */
    static final Quantiles NORMAL = new Quantiles(normal());

    private final double[] quantiles;

    private Quantiles(double... quantiles) {
        this.quantiles = quantiles;
    }

    /** Median 1, that spread in logs. */
    static Quantiles logNormal(double spread) {
        return NORMAL.mapped(value -> StrictMath.exp(spread * value));
    }

    private Quantiles mapped(DoubleUnaryOperator rising) {
        return new Quantiles(Arrays.stream(quantiles).map(rising).toArray());
    }

    double draw(SplittableRandom random) {
        double place = random.nextDouble() * PARTS;
        int part = (int) place;
        return quantiles[part] + (quantiles[part + 1] - quantiles[part]) * (place - part);
    }

    /** From one end to the other along the bell, noting where each further part of its area is reached. */
    private static double[] normal() {
        var quantiles = new double[PARTS + 1];
        double wanted = wholeArea() / PARTS;
        double area = 0;
        double at = -FARTHEST;
        quantiles[0] = at;
        for (int part = 1; part < PARTS; part++) {
            double slice = slice(at);
            while (area + slice < part * wanted) {
                area += slice;
                at += STEP;
                slice = slice(at);
            }
            quantiles[part] = at + STEP * (part * wanted - area) / slice;
        }
        quantiles[PARTS] = FARTHEST;
        return quantiles;
    }

    private static double wholeArea() {
        double area = 0;
        for (double at = -FARTHEST; at < FARTHEST; at += STEP) {
            area += slice(at);
        }
        return area;
    }

    private static double slice(double from) {
        double middle = from + STEP / 2;
        return STEP * StrictMath.exp(-middle * middle / 2);
    }
}
