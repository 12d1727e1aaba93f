package org.handrail.companion.clinicianpage;

/**
 * A figure with the time it rests on. Without a value where that is too little.
 *
 * @param value NaN: too little is known
 * @param minutes that it rests on
 * @param expected minutes that there could have been
 */
record Figure(double value, long minutes, long expected) {

    /** A figure for a day needs an hour of minutes. */
    static final int LEAST_MINUTES = 60;

    static Figure of(double value, long minutes, long expected) {
        return new Figure(minutes < LEAST_MINUTES ? Double.NaN : value, minutes, expected);
    }

    public boolean isKnown() {
        return !Double.isNaN(value);
    }

    /** Share of the time, 0 to 1. */
    public double coverage() {
        return expected == 0 ? 0 : Math.min(1, (double) minutes / expected);
    }
}
