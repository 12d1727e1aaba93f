package org.handrail.devicesim.physiology;

import org.handrail.signals.Sleep;

/**
 * Heart rate = the wearer's usual + the clock's two harmonics + what the body does + strain + what wanders.
 *
 * <p>Two harmonics describe the day of thousands of wearers (Natarajan 2025). Activity works through a first-order lag, up in
 * 45 s and down in 100 s: recovery after exercise is near exponential (Savin-type fits). Highest hour, lags and the size of
 * what wanders are chosen.
 */
final class HeartRate {

    private static final double HIGHEST_HOUR = 15.5;
    private static final double SECOND_HARMONIC = 0.25;
    private static final double SECOND_HARMONIC_HOUR = 10;
    private static final double RISE_S = 45;
    private static final double FALL_S = 100;
    private static final int LOOKED_BACK_MINUTES = 60;
    private static final double SLOW = 2.0;
    private static final double FAST = 1.2;

    private final Traits traits;
    private final Days days;
    private final StrainCourse strain;
    private final Draws draws;

    HeartRate(Traits traits, Days days, StrainCourse strain, Draws draws) {
        this.traits = traits;
        this.days = days;
        this.strain = strain;
        this.draws = draws;
    }

    /** The rate in each second of the minute, without what breathing does to it. */
    double[] perSecond(long minute) {
        double usual = traits.heartRate() + circadian(days.localHour(minute));
        double target = target(minute);
        double rise = bodyAt(minute);
        double keep = keep(rise, target, 1);
        var rates = new double[60];
        for (int second = 0; second < 60; second++) {
            double at = minute * 60.0 + second;
            rates[second] = usual
                    + rise
                    + Strain.HEART_RATE_RISE * strain.heart(at)
                    + SLOW * draws.wandering(Draws.Purpose.HEART_RATE_SLOW, at, 420)
                    + FAST * draws.wandering(Draws.Purpose.HEART_RATE_FAST, at, 45);
            rise = target + (rise - target) * keep;
        }
        return rates;
    }

    /** What the body's doing adds at the start of the minute. An hour back is as good as for ever. */
    double bodyAt(long minute) {
        double rise = target(minute - LOOKED_BACK_MINUTES);
        for (long past = minute - LOOKED_BACK_MINUTES; past < minute; past++) {
            double target = target(past);
            rise = target + (rise - target) * keep(rise, target, 60);
        }
        return rise;
    }

    private double circadian(double hour) {
        double day = 2 * StrictMath.PI / 24;
        return traits.heartRateSwing()
                * (StrictMath.cos(day * (hour - HIGHEST_HOUR))
                        + SECOND_HARMONIC * StrictMath.cos(2 * day * (hour - SECOND_HARMONIC_HOUR)));
    }

    private double target(long minute) {
        Activity activity = days.activityAt(minute);
        return activity.heartRateRise() + (activity == Activity.SLEEP ? inSleep(days.stageAt(minute)) : 0);
    }

    private static double inSleep(Sleep.Stage stage) {
        return switch (stage) {
            case AWAKE -> 4;
            case ASLEEP, LIGHT -> 0;
            case DEEP -> -2;
            case REM -> 2;
        };
    }

    private static double keep(double from, double to, double seconds) {
        return StrictMath.exp(-seconds / (to > from ? RISE_S : FALL_S));
    }
}
