package org.handrail.devicesim.physiology;

/**
 * Skin temperature at the wrist: warmer at night by about a degree and a half, a little cooler under strain and in motion,
 * wandering by a quarter of a degree. All chosen.
 */
final class SkinTemperature {

    private static final double WARMEST_HOUR = 3;
    private static final double NOISE = 0.01;

    private final Traits traits;
    private final Days days;
    private final StrainCourse strain;
    private final CravingCourse craving;
    private final Draws draws;

    SkinTemperature(Traits traits, Days days, StrainCourse strain, CravingCourse craving, Draws draws) {
        this.traits = traits;
        this.days = days;
        this.strain = strain;
        this.craving = craving;
        this.draws = draws;
    }

    double[] celsius(long minute) {
        double left = at(minute);
        double right = at(minute + 1);
        var random = draws.at(Draws.Purpose.TEMPERATURE_NOISE, minute);
        var values = new double[SkinConductance.PER_MINUTE];
        double drift = (right - left) / values.length;
        for (int i = 0; i < values.length; i++) {
            values[i] = left + drift * i + NOISE * Quantiles.NORMAL.draw(random);
        }
        return values;
    }

    private double at(long minute) {
        double night = StrictMath.cos(2 * StrictMath.PI / 24 * (days.bodyHour(minute) - WARMEST_HOUR));
        double celsius = traits.skinTemperature()
                + 0.75 * night
                - 0.4 * strain.skin(minute * 60.0)
                - Craving.TEMPERATURE_FALL * craving.raised(minute * 60.0)
                + 0.25 * draws.wandering(Draws.Purpose.TEMPERATURE, minute * 60.0, 1_200);
        return Math.min(40, Math.max(22, celsius));
    }
}
