package org.handrail.devicesim.physiology;

import org.handrail.signals.Sleep;
import org.jspecify.annotations.Nullable;

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
    private static final double KEEP_RISING_SECOND = StrictMath.exp(-1 / RISE_S);
    private static final double KEEP_FALLING_SECOND = StrictMath.exp(-1 / FALL_S);
    private static final double KEEP_RISING_MINUTE = StrictMath.exp(-60 / RISE_S);
    private static final double KEEP_FALLING_MINUTE = StrictMath.exp(-60 / FALL_S);
    private static final int LOOKED_BACK_MINUTES = 20;
    private static final double SLOW = 2.0;
    private static final double FAST = 1.2;

    private final Traits traits;
    private final Days days;
    private final StrainCourse strain;
    private final CravingCourse craving;
    private final Draws draws;

    private record Rates(long minute, double[] perSecond) {}

    private record Body(long minute, double rise) {}

    /** Sensors ask for the same minute one after the other; remembered only to save time. */
    private volatile @Nullable Rates lastRates;

    private volatile @Nullable Body lastEvenBody;
    private volatile @Nullable Body lastOddBody;

    HeartRate(Traits traits, Days days, StrainCourse strain, CravingCourse craving, Draws draws) {
        this.traits = traits;
        this.days = days;
        this.strain = strain;
        this.craving = craving;
        this.draws = draws;
    }

    /** The rate in each second of the minute, without what breathing does to it. */
    double[] perSecond(long minute) {
        var last = lastRates;
        if (last == null || last.minute() != minute) {
            last = new Rates(minute, rates(minute));
            lastRates = last;
        }
        return last.perSecond().clone();
    }

    /** The mean of those rates. */
    double mean(long minute) {
        double sum = 0;
        for (double rate : perSecond(minute)) {
            sum += rate;
        }
        return sum / 60;
    }

    private double[] rates(long minute) {
        double usual = traits.heartRate() + circadian(days.bodyHour(minute));
        double target = target(minute);
        double rise = bodyAt(minute);
        double keep = target > rise ? KEEP_RISING_SECOND : KEEP_FALLING_SECOND;
        var slow = draws.walk(Draws.Purpose.HEART_RATE_SLOW, 420);
        var fast = draws.walk(Draws.Purpose.HEART_RATE_FAST, 45);
        var before = days.activityAt(minute - 1).posture();
        var now = days.activityAt(minute).posture();
        var strained = strain.in(minute);
        var craved = craving.in(minute);
        var rates = new double[60];
        for (int second = 0; second < 60; second++) {
            double at = minute * 60.0 + second;
            rates[second] = usual
                    + rise
                    + Posture.overshoot(before, now, second)
                    + Strain.HEART_RATE_RISE * strained.heart(at)
                    + Craving.HEART_RATE_RISE * craved.raised(at)
                    + SLOW * slow.at(at)
                    + FAST * fast.at(at);
            rise = target + (rise - target) * keep;
        }
        return rates;
    }

    /** What the body's doing adds at the start of the minute. Twenty minutes back is as good as for ever. */
    double bodyAt(long minute) {
        boolean isEven = (minute & 1) == 0;
        var last = isEven ? lastEvenBody : lastOddBody;
        if (last == null || last.minute() != minute) {
            last = new Body(minute, body(minute));
            if (isEven) {
                lastEvenBody = last;
            } else {
                lastOddBody = last;
            }
        }
        return last.rise();
    }

    private double body(long minute) {
        double rise = target(minute - LOOKED_BACK_MINUTES);
        for (long past = minute - LOOKED_BACK_MINUTES; past < minute; past++) {
            double target = target(past);
            rise = target + (rise - target) * (target > rise ? KEEP_RISING_MINUTE : KEEP_FALLING_MINUTE);
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
}
