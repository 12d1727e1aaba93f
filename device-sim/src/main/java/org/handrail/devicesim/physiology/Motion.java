package org.handrail.devicesim.physiology;

import org.handrail.signals.Sleep;

/**
 * Deviation of the acceleration: a log-normal hum of the activity, and bursts in which the hand does something. In bed there
 * are many while awake, few in light sleep and REM, next to none in deep sleep, after what actigraphs see (sizes chosen).
 */
final class Motion {

    private static final double STAYS_IN_BURST = 0.5;
    private static final double STILLNESS_UNDER_STRAIN = 0.8;
    private static final double MOST_G = 4;
    private static final Quantiles BURSTS = Quantiles.logNormal(0.9);

    private final Days days;
    private final StrainCourse strain;
    private final Draws draws;

    Motion(Days days, StrainCourse strain, Draws draws) {
        this.days = days;
        this.strain = strain;
        this.draws = draws;
    }

    double[] deviationG(long minute) {
        Activity activity = days.activityAt(minute);
        var random = draws.at(Draws.Purpose.MOTION, minute);
        double restless = StrictMath.exp(0.5 * draws.wandering(Draws.Purpose.FIDGETING, minute * 60.0, 600));
        double calmer = strain.heart(minute * 60.0 + 30) > 0.2 ? STILLNESS_UNDER_STRAIN : 1;
        double inBed = activity == Activity.SLEEP ? inBed(days.stageAt(minute)) : 1;
        double share = Math.min(0.9, activity.fidgetShare() * inBed * restless * calmer);
        double begins = share * (1 - STAYS_IN_BURST) / (1 - share);
        double wanders = activity == Activity.SLEEP ? 0.15 : 0.4;
        double hum =
                activity.motion() * StrictMath.exp(wanders * draws.wandering(Draws.Purpose.HUM, minute * 60.0, 300));
        var stirs = activity.motionSpread();
        boolean burst = random.nextDouble() < share;
        var values = new double[SkinConductance.PER_MINUTE];
        for (int i = 0; i < values.length; i++) {
            if (i % 4 == 0) {
                burst = random.nextDouble() < (burst ? STAYS_IN_BURST : begins);
            }
            double moved = burst ? activity.fidgetMotion() * BURSTS.draw(random) : hum * stirs.draw(random);
            values[i] = moved > MOST_G ? MOST_G : moved;
        }
        return values;
    }

    /** How many times as often as in light sleep. */
    private static double inBed(Sleep.Stage stage) {
        return switch (stage) {
            case AWAKE -> 20;
            case ASLEEP, LIGHT -> 1;
            case DEEP -> 0.2;
            case REM -> 0.8;
        };
    }
}
