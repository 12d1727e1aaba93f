package org.handrail.devicesim.physiology;

import java.util.SplittableRandom;

/**
 * Chance that can be asked for any moment on its own. Each draw is a pure function of the wearer's seed, what it is for and
 * an index of time, so nothing depends on what was drawn before. Exponentials and sines elsewhere go through
 * {@link StrictMath}, so that another machine draws the same bytes.
 */
final class Draws {

    /** What chance is for: one purpose never disturbs another. */
    enum Purpose {
        DAY,
        SPELLS,
        NIGHT,
        HEART_RATE_SLOW,
        HEART_RATE_FAST,
        HEART_RATE_DISPLAY,
        RMSSD,
        BREATHING,
        PRESSURE_WAVE,
        BEATS,
        BEAT_LOSS_SLOW,
        BEAT_LOSS,
        TONIC_SLOW,
        TONIC_FAST,
        RESPONSES,
        CONDUCTANCE_NOISE,
        TEMPERATURE,
        TEMPERATURE_NOISE,
        FIDGETING,
        HUM,
        MOTION,
        NAPS,
        STANDING,
        STAGES,
        STEPS,
        CRAVING,
        EPISODES,
        REPORTS,
        REPLIES
    }

    private final long seed;

    Draws(long seed) {
        this.seed = seed;
    }

    SplittableRandom at(Purpose purpose, long index) {
        long mixed = mix(seed + 0x9E3779B97F4A7C15L * (purpose.ordinal() + 1));
        return new SplittableRandom(mix(mixed ^ mix(index)));
    }

    /**
     * Noise of unit variance that wanders: a draw for each whole multiple of the scale, and a straight line between two,
     * stretched so that the variance stays one in between.
     */
    double wandering(Purpose purpose, double seconds, double scaleSeconds) {
        return walk(purpose, scaleSeconds).at(seconds);
    }

    /** The same noise for one walk forwards in time, which draws each node once. For one thread. */
    Walk walk(Purpose purpose, double scaleSeconds) {
        return new Walk(this, purpose, scaleSeconds);
    }

    /** See {@link #walk}. */
    static final class Walk {

        private final Draws draws;
        private final Purpose purpose;
        private final double scaleSeconds;
        private long node = Long.MIN_VALUE;
        private double left;
        private double right;

        private Walk(Draws draws, Purpose purpose, double scaleSeconds) {
            this.draws = draws;
            this.purpose = purpose;
            this.scaleSeconds = scaleSeconds;
        }

        double at(double seconds) {
            double place = seconds / scaleSeconds;
            long now = (long) Math.floor(place);
            if (now != node) {
                left = now - 1 == node ? right : gaussian(draws.at(purpose, now));
                right = gaussian(draws.at(purpose, now + 1));
                node = now;
            }
            double towards = place - now;
            double stretch = Math.sqrt((1 - towards) * (1 - towards) + towards * towards);
            return (left * (1 - towards) + right * towards) / stretch;
        }
    }

    /** Nearly normal, mean 0 and variance 1: four uniforms, so never beyond 3.5. */
    static double gaussian(SplittableRandom random) {
        double sum = random.nextDouble() + random.nextDouble() + random.nextDouble() + random.nextDouble();
        return (sum - 2) * 1.7320508075688772;
    }

    /** Where a nearly normal draw lies among its like, 0 to 1 (logistic approximation, off by at most 0.01). */
    static double rank(double gaussian) {
        return 1 / (1 + StrictMath.exp(-1.702 * gaussian));
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014). */
    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
