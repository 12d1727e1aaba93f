package org.handrail.devicesim.physiology;

import java.util.SplittableRandom;

/**
 * What is usual for one wearer while seated in the daytime, and how that wearer lives.
 *
 * @param heartRate per minute
 * @param heartRateSwing half the distance between the day's highest and the night's lowest hour that is the clock's own
 *     doing, per minute; with sleep's fall of 6 the day and night differ by 10 to 19, as in wearables (Natarajan 2025)
 * @param rmssdMs short-term variability of the beats, where their rhythm is regular
 * @param breathsPerMinute breathing, which the beats follow
 * @param conductance tonic skin conductance, µS
 * @param responsesPerMinute skin conductance responses, whether or not they are large enough to be seen
 * @param skinTemperature °C
 * @param unrest how badly the wearer sleeps on a day without strain: 0 for well, 1 for as an insomniac does
 * @param napsPerWeek by day, of 20 to 90 minutes
 * @param craving what is usual on the scale from 0 to 10 while nothing in particular brings it up
 * @param hoursLate how much later than usual days begin and end, nights at work aside; the body's clock goes with them
 */
public record Traits(
        double heartRate,
        double heartRateSwing,
        double rmssdMs,
        double breathsPerMinute,
        double conductance,
        double responsesPerMinute,
        double skinTemperature,
        HeartRhythm rhythm,
        Rota rota,
        double unrest,
        double napsPerWeek,
        double craving,
        double hoursLate) {

    private static final double UNREST = 0.15;
    private static final double CRAVING = 1.5;

    /** Whose heart beats regularly, who works by day at the usual hours, sleeps well and takes no naps. */
    public Traits(
            double heartRate,
            double heartRateSwing,
            double rmssdMs,
            double breathsPerMinute,
            double conductance,
            double responsesPerMinute,
            double skinTemperature) {
        this(
                heartRate,
                heartRateSwing,
                rmssdMs,
                breathsPerMinute,
                conductance,
                responsesPerMinute,
                skinTemperature,
                HeartRhythm.REGULAR,
                Rota.DAYS,
                UNREST,
                0,
                CRAVING,
                0);
    }

    /** Somebody whose skin can be read well. */
    public static Traits typical() {
        return new Traits(72, 4.5, 42, 15, 1.2, 2, 32.8);
    }

    /**
     * Somebody drawn from the spread of people at rest in stress-predict (10th, 50th, 90th percentile of minutes: heart rate
     * 67, 77, 97; RMSSD 24, 43, 64; conductance 0.15, 0.47, 2.9). A quarter have skin too dry for their responses to show. Their
     * hours are fitted to the days of fitabase, of which half begin between a quarter past six and a quarter past nine.
     */
    public static Traits drawn(long seed) {
        var random = new SplittableRandom(seed);
        return new Traits(
                        spread(random, 75, 0.14),
                        spread(random, 4.5, 0.2),
                        spread(random, 43, 0.36),
                        spread(random, 15, 0.12),
                        spread(random, 0.47, 1.0),
                        spread(random, 2.2, 0.7),
                        32 + 1.6 * Draws.gaussian(random))
                .withHoursLate(0.5 + 1.1 * Draws.gaussian(random));
    }

    Traits withHeart(double rate, double rmssd, double breaths) {
        return new Traits(
                rate,
                heartRateSwing,
                rmssd,
                breaths,
                conductance,
                responsesPerMinute,
                skinTemperature,
                rhythm,
                rota,
                unrest,
                napsPerWeek,
                craving,
                hoursLate);
    }

    Traits withRhythm(HeartRhythm changed) {
        return new Traits(
                heartRate,
                heartRateSwing,
                rmssdMs,
                breathsPerMinute,
                conductance,
                responsesPerMinute,
                skinTemperature,
                changed,
                rota,
                unrest,
                napsPerWeek,
                craving,
                hoursLate);
    }

    Traits withSkin(double tonic, double responses) {
        return new Traits(
                heartRate,
                heartRateSwing,
                rmssdMs,
                breathsPerMinute,
                tonic,
                responses,
                skinTemperature,
                rhythm,
                rota,
                unrest,
                napsPerWeek,
                craving,
                hoursLate);
    }

    Traits withSleep(Rota worked, double unrested, double naps) {
        return new Traits(
                heartRate,
                heartRateSwing,
                rmssdMs,
                breathsPerMinute,
                conductance,
                responsesPerMinute,
                skinTemperature,
                rhythm,
                worked,
                unrested,
                naps,
                craving,
                hoursLate);
    }

    Traits withHoursLate(double hours) {
        return new Traits(
                heartRate,
                heartRateSwing,
                rmssdMs,
                breathsPerMinute,
                conductance,
                responsesPerMinute,
                skinTemperature,
                rhythm,
                rota,
                unrest,
                napsPerWeek,
                craving,
                hours);
    }

    private static double spread(SplittableRandom random, double median, double logSpread) {
        return median * StrictMath.exp(logSpread * Draws.gaussian(random));
    }
}
