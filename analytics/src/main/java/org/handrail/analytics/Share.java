package org.handrail.analytics;

/**
 * How often something was so, and between what limits the true share lies with 95 % confidence. The limits are Wilson's
 * (1927): they stay within 0 and 1 and hold for few cases too. Of nothing, the share is NaN and the limits are 0 and 1.
 */
public record Share(int count, int all) {

    private static final double Z = 1.959964;

    public Share {
        if (count < 0 || count > all) {
            throw new IllegalArgumentException("A share is at least none and at most all");
        }
    }

    public double value() {
        return (double) count / all;
    }

    public double low() {
        return all == 0 ? 0 : Math.max(0, centre() - halfWidth());
    }

    public double high() {
        return all == 0 ? 1 : Math.min(1, centre() + halfWidth());
    }

    private double centre() {
        return (value() + Z * Z / (2 * all)) / (1 + Z * Z / all);
    }

    private double halfWidth() {
        double spread = Math.sqrt(value() * (1 - value()) / all + Z * Z / (4.0 * all * all));
        return Z * spread / (1 + Z * Z / all);
    }
}
