package org.handrail.devicesim.physiology;

import java.util.ArrayList;
import java.util.List;

/**
 * Skin conductance = tonic level + responses.
 *
 * <p>The tonic level is the wearer's own, wanders in logs over minutes, rises with strain and with exertion, and settles for
 * some minutes after the device was put on. Each response has the shape of Bateman's function
 * {@code exp(-t/2.0) - exp(-t/0.75)} (the time constants of cvxEDA, Greco 2016: 0.7 and 2 s). Responses come as a Poisson
 * process; their size is log-normal and grows with the level, for dry skin responds little. All other numbers are chosen
 * against stress-predict.
 */
final class SkinConductance {

    static final int PER_MINUTE = 240;

    private static final double STEP_S = 0.25;
    private static final double FALL_S = 2.0;
    private static final double RISE_S = 0.75;
    private static final double FALL_KEEP = StrictMath.exp(-STEP_S / FALL_S);
    private static final double RISE_KEEP = StrictMath.exp(-STEP_S / RISE_S);
    private static final double PEAK = peak();
    private static final double FORGOTTEN = 1e-5;
    private static final int TONIC_STEP_S = 5;
    private static final double TONIC_SLOW_S = 1_200;
    private static final double TONIC_FAST_S = 150;
    private static final double NOISE = 0.0012;
    private static final double FLOOR = 0.02;
    private static final int SETTLING_MINUTES = 15;

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
        addTonic(minute, values);
        for (Response response : responses(minute - 1)) {
            add(response, minute, values);
        }
        for (Response response : responses(minute)) {
            add(response, minute, values);
        }
        var random = draws.at(Draws.Purpose.CONDUCTANCE_NOISE, minute);
        for (int i = 0; i < PER_MINUTE; i++) {
            values[i] = Math.max(FLOOR, values[i] + NOISE * Draws.gaussian(random));
        }
        return values;
    }

    private void addTonic(long minute, double[] values) {
        double exertion = 1 + 0.02 * Math.max(0, heartRate.bodyAt(minute));
        double exertionNext = 1 + 0.02 * Math.max(0, heartRate.bodyAt(minute + 1));
        int stepSamples = (int) (TONIC_STEP_S / STEP_S);
        var slow = draws.walk(Draws.Purpose.TONIC_SLOW, TONIC_SLOW_S);
        var fast = draws.walk(Draws.Purpose.TONIC_FAST, TONIC_FAST_S);
        double right = tonic(minute, 0, slow, fast) * exertion;
        for (int step = 0; step < PER_MINUTE / stepSamples; step++) {
            double left = right;
            double place = (step + 1) / (double) (PER_MINUTE / stepSamples);
            right = tonic(minute, (step + 1) * TONIC_STEP_S, slow, fast)
                    * (exertion + (exertionNext - exertion) * place);
            for (int i = 0; i < stepSamples; i++) {
                values[step * stepSamples + i] = left + (right - left) * i / stepSamples;
            }
        }
    }

    private double tonic(long minute, int second) {
        return tonic(
                minute,
                second,
                draws.walk(Draws.Purpose.TONIC_SLOW, TONIC_SLOW_S),
                draws.walk(Draws.Purpose.TONIC_FAST, TONIC_FAST_S));
    }

    private double tonic(long minute, int second, Draws.Walk slow, Draws.Walk fast) {
        double at = minute * 60.0 + second;
        double wandering = 0.2 * slow.at(at) + 0.08 * fast.at(at);
        return traits.conductance()
                * StrictMath.exp(wandering)
                * (1 + Strain.CONDUCTANCE_GAIN * strain.skin(at))
                * (1 + Craving.CONDUCTANCE_GAIN * craving.raised(at))
                * (1 - 0.35 * settling(minute + second / 60.0));
    }

    /** 1 when just put on, falling towards 0. */
    private double settling(double minute) {
        long whole = (long) minute;
        for (int back = 1; back <= SETTLING_MINUTES; back++) {
            if (!days.isWornAt(whole - back)) {
                return StrictMath.exp(-(minute - whole + back - 1) / 4);
            }
        }
        return 0;
    }

    /** The responses that begin in this minute: candidates at the highest rate, thinned to the rate at their instant. */
    List<Response> responses(long minute) {
        var random = draws.at(Draws.Purpose.RESPONSES, minute);
        double still = days.activityAt(minute) == Activity.SLEEP ? 0.3 : 1;
        double highest = traits.responsesPerMinute() * (1 + 1.3 * Strain.RESPONSES_GAIN);
        double level = tonic(minute, 30);
        var responses = new ArrayList<Response>();
        double at = -StrictMath.log(1 - random.nextDouble()) / highest * 60;
        while (at < 60) {
            double strained = strain.heart(minute * 60.0 + at);
            double rate = traits.responsesPerMinute() * still * (1 + Strain.RESPONSES_GAIN * strained);
            double keep = random.nextDouble();
            double size = 0.13
                    * StrictMath.pow(level / 0.5, 0.55)
                    * StrictMath.exp(0.75 * Draws.gaussian(random))
                    * (1 + 0.35 * strained);
            if (keep < rate / highest) {
                responses.add(new Response(minute * 60.0 + at, size));
            }
            at += -StrictMath.log(1 - random.nextDouble()) / highest * 60;
        }
        return responses;
    }

    private static void add(Response response, long minute, double[] values) {
        double sinceStart = response.atSecond() - minute * 60.0;
        int first = Math.max(0, (int) Math.ceil(sinceStart / STEP_S));
        double since = first * STEP_S - sinceStart;
        double fall = StrictMath.exp(-since / FALL_S);
        double rise = StrictMath.exp(-since / RISE_S);
        for (int i = first; i < PER_MINUTE && fall > FORGOTTEN; i++) {
            values[i] += response.microsiemens() * (fall - rise) / PEAK;
            fall *= FALL_KEEP;
            rise *= RISE_KEEP;
        }
    }

    private static double peak() {
        double at = StrictMath.log(FALL_S / RISE_S) / (1 / RISE_S - 1 / FALL_S);
        return StrictMath.exp(-at / FALL_S) - StrictMath.exp(-at / RISE_S);
    }
}
