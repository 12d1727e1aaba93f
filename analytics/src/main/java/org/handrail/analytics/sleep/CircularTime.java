package org.handrail.analytics.sleep;

/**
 * Times of day on the circle, on which 23:50 and 00:10 are twenty minutes apart. With S = Σ sin, C = Σ cos of the angles:
 * mean = atan2(S, C), R = √(S² + C²) / n, spread = √(−2 ln R), as minutes of 1,440. R is taken as 1 − V with V = Σ 2 sin²(half
 * the angle to the mean) / n, which is the same and loses nothing where the times agree; so it is never above 1. No times, or
 * one that is NaN: all NaN. Times that cancel out (R = 0): an infinite spread.
 *
 * <p>Mardia and Jupp, Directional Statistics, 2000; science/SPEC.md (f), {@code circ_mean_min}.
 *
 * @param mean minute of the day, from 0 up to 1,440
 * @param concentration R, from 0 (spread over the day) to 1 (always the same minute)
 * @param spread circular standard deviation, minutes
 */
public record CircularTime(double mean, double concentration, double spread) {

    static final double DAY = 1_440;

    public static CircularTime of(double... minutesOfDay) {
        double sines = 0;
        double cosines = 0;
        for (double minute : minutesOfDay) {
            double angle = 2 * Math.PI * minute / DAY;
            sines += Math.sin(angle);
            cosines += Math.cos(angle);
        }
        if (minutesOfDay.length == 0 || Double.isNaN(sines)) {
            return new CircularTime(Double.NaN, Double.NaN, Double.NaN);
        }
        double mean = Math.atan2(sines, cosines);
        double variance = 0;
        for (double minute : minutesOfDay) {
            double half = Math.sin((2 * Math.PI * minute / DAY - mean) / 2);
            variance += 2 * half * half / minutesOfDay.length;
        }
        variance = Math.min(1, variance);
        double spread = Math.sqrt(-2 * Math.log1p(-variance)) * DAY / (2 * Math.PI);
        return new CircularTime(onDay(mean * DAY / (2 * Math.PI)), 1 - variance, spread);
    }

    /** From b to a on the shorter arc, from −720 up to 720 minutes. */
    public static double difference(double a, double b) {
        return onDay(a - b + DAY / 2) - DAY / 2;
    }

    static double onDay(double minutes) {
        double rest = minutes % DAY;
        return rest < 0 ? rest + DAY : rest;
    }
}
