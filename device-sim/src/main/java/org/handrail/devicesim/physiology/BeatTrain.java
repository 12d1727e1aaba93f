package org.handrail.devicesim.physiology;

import java.util.Arrays;

/**
 * True intervals between beats, consistent with the heart rate, with the RMSSD that the wearer has in that minute.
 *
 * <p>RR = 60 / heart rate + breathing wave + Mayer wave (0.1 Hz) + noise. A wave of amplitude A and frequency f, sampled at
 * beats T apart, has successive differences of RMS √2·A·sin(πfT); amplitudes are chosen so that breathing brings 70 %, the
 * Mayer wave 20 % and noise 10 % of RMSSD². Each minute begins and ends on a beat, which moves its rate by at most half a beat a
 * minute and lets any minute be made without the one before it.
 *
 * <p>A fibrillating heart has none of this: its intervals are drawn one by one around the mean, spread by 22 % of it (chosen
 * within the 15 to 30 % that are usual), so its RMSSD is √2 times their spread.
 */
final class BeatTrain {

    private static final double MAYER_HZ = 0.1;
    private static final double BREATHING_SHARE = 0.7;
    private static final double MAYER_SHARE = 0.2;
    private static final double NOISE_SHARE = 0.1;
    private static final double SHORTEST_S = 0.3;
    private static final double RMSSD_FALL = 0.025;
    private static final double FIBRILLATING_SPREAD = 0.22;
    private static final double HF_FROM_HZ = 0.15;
    private static final double HF_TO_HZ = 0.40;

    private final Traits traits;
    private final HeartRate heartRate;
    private final StrainCourse strain;
    private final Draws draws;

    BeatTrain(Traits traits, HeartRate heartRate, StrainCourse strain, Draws draws) {
        this.traits = traits;
        this.heartRate = heartRate;
        this.strain = strain;
        this.draws = draws;
    }

    /** The variability in that minute: less when the heart is driven, by 2.5 % for each beat a minute, and under strain. */
    double rmssdMs(long minute) {
        if (isFibrillating()) {
            return Math.sqrt(2) * FIBRILLATING_SPREAD * meanMs(minute);
        }
        double middle = minute * 60.0 + 30;
        double factor = StrictMath.exp(
                -RMSSD_FALL * heartRate.bodyAt(minute) + 0.12 * draws.wandering(Draws.Purpose.RMSSD, middle, 1_800));
        double strained = 1 - Strain.RMSSD_LOSS * strain.heart(middle);
        return Math.min(150, Math.max(6, traits.rmssdMs() * factor * strained));
    }

    /**
     * Power between 0.15 and 0.40 Hz in that minute, ms²: the breathing wave's A²/2 where it lies in there, and of the noise,
     * which spreads evenly up to half the heart's rate, what falls in there. NaN where the heart fibrillates.
     */
    double hfMs2(long minute) {
        if (isFibrillating()) {
            return Double.NaN;
        }
        double mean = meanMs(minute) / 1_000;
        double squared = rmssdMs(minute) * rmssdMs(minute);
        double breathingHz = traits.breathsPerMinute() / 60;
        double turned = StrictMath.sin(StrictMath.PI * breathingHz * mean);
        double breathing = squared * BREATHING_SHARE / (4 * turned * turned);
        double noise = squared * NOISE_SHARE / 2 * Math.min(1, (HF_TO_HZ - HF_FROM_HZ) * 2 * mean);
        return (breathingHz >= HF_FROM_HZ && breathingHz <= HF_TO_HZ ? breathing : 0) + noise;
    }

    private double meanMs(long minute) {
        return 60_000 / heartRate.mean(minute);
    }

    private boolean isFibrillating() {
        return traits.rhythm() == HeartRhythm.FIBRILLATING;
    }

    /** All intervals of the minute in ms; they sum to 60,000. */
    int[] intervalsMs(long minute) {
        double[] rates = heartRate.perSecond(minute);
        double rmssd = rmssdMs(minute) / 1_000;
        double mean = 60 / heartRate.mean(minute);
        var breathing =
                wave(minute, mean, rmssd, traits.breathsPerMinute() / 60, BREATHING_SHARE, Draws.Purpose.BREATHING);
        var pressure = wave(minute, mean, rmssd, MAYER_HZ, MAYER_SHARE, Draws.Purpose.PRESSURE_WAVE);
        double noise = rmssd * Math.sqrt(NOISE_SHARE / 2);
        var random = draws.at(Draws.Purpose.BEATS, minute);
        boolean fibrillates = isFibrillating();
        var ends = new double[400];
        int beats = 0;
        double at = 0;
        while (at < 60) {
            double usual = 60 / rates[(int) at];
            double next = fibrillates
                    ? usual * (1 + FIBRILLATING_SPREAD * Quantiles.NORMAL.draw(random))
                    : usual + breathing.at(at) + pressure.at(at) + noise * Quantiles.NORMAL.draw(random);
            at += next < SHORTEST_S ? SHORTEST_S : next;
            ends[beats++] = at;
        }
        if (beats > 1 && ends[beats - 1] - 60 > 60 - ends[beats - 2]) {
            beats--;
        }
        return stretched(Arrays.copyOf(ends, beats));
    }

    /** A wave within a minute. Its phase wanders from minute to minute, so its frequency is a little off, and another in each. */
    private record Wave(double amplitude, double turns, double turnsPerSecond) {
        double at(double second) {
            return amplitude * Sine.of(turns + turnsPerSecond * second);
        }
    }

    private Wave wave(long minute, double mean, double rmssd, double hertz, double share, Draws.Purpose purpose) {
        double amplitude = rmssd * Math.sqrt(share / 2) / Sine.of(hertz * mean / 2);
        double start = phase(purpose, minute);
        double wandered = phase(purpose, minute + 1) - start;
        return new Wave(amplitude, hertz * 60 * minute + start, hertz + wandered / 60);
    }

    /** How far the wave is from its clock when the minute begins, in turns: about a sixth. */
    private double phase(Draws.Purpose purpose, long minute) {
        return Draws.gaussian(draws.at(purpose, minute)) / (2 * StrictMath.PI);
    }

    private static int[] stretched(double[] ends) {
        double stretch = 60_000 / ends[ends.length - 1];
        var intervals = new int[ends.length];
        long last = 0;
        for (int i = 0; i < ends.length; i++) {
            long end = Math.round(ends[i] * stretch);
            intervals[i] = (int) (end - last);
            last = end;
        }
        return intervals;
    }
}
