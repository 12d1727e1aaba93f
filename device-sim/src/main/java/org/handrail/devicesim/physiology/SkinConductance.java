package org.handrail.devicesim.physiology;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Skin conductance = tonic level + responses.
 *
 * <p>The tonic level is the wearer's own, wanders in logs over minutes, rises with strain and with exertion, and settles for
 * some minutes after the device was put on. {@linkplain SkinResponseSum Responses} come as a Poisson process; their size is
 * log-normal and grows with the level, for dry skin responds little. All other numbers are chosen against stress-predict.
 */
final class SkinConductance {

    static final int PER_SECOND = 4;
    static final int PER_MINUTE = 60 * PER_SECOND;

    private static final int TONIC_STEP_S = 5;
    private static final double TONIC_SLOW_S = 1_200;
    private static final double TONIC_FAST_S = 150;
    private static final double NOISE = 0.0012;
    private static final double FLOOR = 0.02;
    private static final double SETTLES_IN_MINUTES = 4;
    private static final int SETTLED_MINUTES = 15;
    private static final Quantiles SIZES = Quantiles.logNormal(0.75);

    /** @param atSecond since 1970 */
    record Response(double atSecond, double microsiemens) {}

    private final Traits traits;
    private final Days days;
    private final StrainCourse strain;
    private final CravingCourse craving;
    private final HeartRate heartRate;
    private final Draws draws;

    SkinConductance(
            Traits traits, Days days, StrainCourse strain, CravingCourse craving, HeartRate heartRate, Draws draws) {
        this.traits = traits;
        this.days = days;
        this.strain = strain;
        this.craving = craving;
        this.heartRate = heartRate;
        this.draws = draws;
    }

    double[] microsiemens(long minute) {
        var values = new double[PER_MINUTE];
        var tonic = new Tonic(minute);
        addTonic(minute, tonic, values);
        addResponses(responses(minute - 1), responses(minute, tonic), minute * 60.0, values);
        var random = draws.at(Draws.Purpose.CONDUCTANCE_NOISE, minute);
        for (int i = 0; i < PER_MINUTE; i++) {
            double sensed = values[i] + NOISE * Quantiles.NORMAL.draw(random);
            // Not Math.max, which minds the sign of zero and costs more than all the rest of the sample.
            values[i] = sensed < FLOOR ? FLOOR : sensed;
        }
        return values;
    }

    /** Straight lines of five seconds between levels. */
    private void addTonic(long minute, Tonic tonic, double[] values) {
        double exertion = exertion(minute);
        double exertionRise = (exertion(minute + 1) - exertion) / 60;
        double left = tonic.at(0) * exertion;
        for (int second = 0; second < 60; second += TONIC_STEP_S) {
            int next = second + TONIC_STEP_S;
            double right = tonic.at(next) * (exertion + exertionRise * next);
            double rise = (right - left) / (TONIC_STEP_S * PER_SECOND);
            for (int i = 0; i < TONIC_STEP_S * PER_SECOND; i++) {
                values[second * PER_SECOND + i] = left + rise * i;
            }
            left = right;
        }
    }

    private double exertion(long minute) {
        return 1 + 0.02 * Math.max(0, heartRate.bodyAt(minute));
    }

    /** The tonic level through one minute. */
    private final class Tonic {

        private final double start;
        private final double putOnBefore;
        private final StrainCourse strained;
        private final CravingCourse craved;
        private final Draws.Walk slow = draws.walk(Draws.Purpose.TONIC_SLOW, TONIC_SLOW_S);
        private final Draws.Walk fast = draws.walk(Draws.Purpose.TONIC_FAST, TONIC_FAST_S);

        Tonic(long minute) {
            this.start = minute * 60.0;
            this.putOnBefore = minutesSincePutOn(minute);
            this.strained = strain.in(minute);
            this.craved = craving.in(minute);
        }

        double at(int second) {
            double at = start + second;
            double settling = StrictMath.exp(-(putOnBefore + second / 60.0) / SETTLES_IN_MINUTES);
            return traits.conductance()
                    * StrictMath.exp(0.2 * slow.at(at) + 0.08 * fast.at(at))
                    * (1 + Strain.CONDUCTANCE_GAIN * strained.skin(at))
                    * (1 + Craving.CONDUCTANCE_GAIN * craved.raised(at))
                    * (1 - 0.35 * settling);
        }
    }

    /** Infinite where it is so long ago that the sensor has settled. */
    private double minutesSincePutOn(long minute) {
        for (int worn = 0; worn < SETTLED_MINUTES; worn++) {
            if (!days.isWornAt(minute - worn - 1)) {
                return worn;
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    /** The responses that begin in this minute: candidates at the highest rate, thinned to the rate at their instant. */
    List<Response> responses(long minute) {
        return responses(minute, new Tonic(minute));
    }

    private List<Response> responses(long minute, Tonic tonic) {
        var random = draws.at(Draws.Purpose.RESPONSES, minute);
        double still = days.activityAt(minute) == Activity.SLEEP ? 0.3 : 1;
        double highest = traits.responsesPerMinute() * (1 + 1.3 * Strain.RESPONSES_GAIN);
        double usualSize = 0.13 * StrictMath.pow(tonic.at(30) / 0.5, 0.55);
        var strained = strain.in(minute);
        var responses = new ArrayList<Response>();
        double at = untilNext(highest, random);
        while (at < 60) {
            double now = strained.heart(minute * 60.0 + at);
            double rate = traits.responsesPerMinute() * still * (1 + Strain.RESPONSES_GAIN * now);
            if (random.nextDouble() < rate / highest) {
                double size = usualSize * SIZES.draw(random) * (1 + 0.35 * now);
                responses.add(new Response(minute * 60.0 + at, size));
            }
            at += untilNext(highest, random);
        }
        return responses;
    }

    private static double untilNext(double perMinute, SplittableRandom random) {
        return -StrictMath.log(1 - random.nextDouble()) / perMinute * 60;
    }

    /**
     * @param before of the minute before, which may not have faded yet; older ones have
     * @param now in the order in which they begin
     * @param start of the minute, seconds since 1970
     */
    private static void addResponses(List<Response> before, List<Response> now, double start, double[] values) {
        var sum = new SkinResponseSum();
        before.forEach(response -> sum.begin(response.microsiemens(), start - response.atSecond()));
        int begun = 0;
        for (int i = 0; i < PER_MINUTE; i++) {
            double at = start + i / (double) PER_SECOND;
            while (begun < now.size() && now.get(begun).atSecond() <= at) {
                var response = now.get(begun++);
                sum.begin(response.microsiemens(), at - response.atSecond());
            }
            values[i] += sum.next();
        }
    }
}
