package org.handrail.analytics.sleep;

/**
 * Sleep from the counts of an actigraph, minute by minute: D<sub>t</sub> = 0.001 · (106 A<sub>t−4</sub> + 54 A<sub>t−3</sub> +
 * 58 A<sub>t−2</sub> + 76 A<sub>t−1</sub> + 230 A<sub>t</sub> + 74 A<sub>t+1</sub> + 67 A<sub>t+2</sub>); asleep where D &lt; 1.
 * A are a minute's counts on the scale of the reference actigraph (its raw counts / 30; see {@link ReferenceCounts}).
 *
 * <p>At the edges of a record that is scored as a whole, minutes that are missing count as 0, as in the reference. In a
 * stream they do not: counts are never negative, so a minute is awake once the known counts alone reach 1, asleep only
 * where all seven are known, and otherwise unknown. A minute whose own counts are NaN is unknown. So a gap makes minutes
 * unknown and never turns one from awake to asleep or back.
 *
 * <p>Cole, Kripke, Gruen, Mullaney, Gillin 1992, Sleep 15(5):461–469; science/SPEC.md (f), {@code cole_kripke_min}.
 */
public final class ColeKripke {

    /** Minutes that score one: four before it, itself, two after it. */
    public static final int MINUTES = 7;

    /** Minutes after the scored one that have to be waited for. */
    public static final int LOOK_AHEAD = 2;

    private static final int LOOK_BACK = MINUTES - 1 - LOOK_AHEAD;
    private static final int[] WEIGHTS = {106, 54, 58, 76, 230, 74, 67};
    private static final double SCALE = 0.001;
    private static final double SLEEP_BELOW = 1;

    /** Ours: awake, and as still as three times the threshold allows; such minutes around a sleep are taken for lying in bed. */
    private static final double RESTING_BELOW = 3;

    private ColeKripke() {}

    /** Whether each minute of a whole record is sleep; the counts are all known. */
    public static boolean[] score(double[] counts) {
        var asleep = new boolean[counts.length];
        for (int t = 0; t < counts.length; t++) {
            double sum = 0;
            for (int k = 0; k < MINUTES; k++) {
                int at = t - LOOK_BACK + k;
                sum += at < 0 || at >= counts.length ? 0 : WEIGHTS[k] * counts[at];
            }
            asleep[t] = SCALE * sum < SLEEP_BELOW;
        }
        return asleep;
    }

    /** The fifth of seven minutes in a row, oldest first; NaN where the counts are unknown. */
    static SleepState judge(double[] counts) {
        if (Double.isNaN(counts[LOOK_BACK])) {
            return SleepState.UNKNOWN;
        }
        double sum = 0;
        boolean allKnown = true;
        for (int k = 0; k < MINUTES; k++) {
            if (Double.isNaN(counts[k])) {
                allKnown = false;
            } else {
                sum += WEIGHTS[k] * counts[k];
            }
        }
        double d = SCALE * sum;
        if (d >= RESTING_BELOW) {
            return SleepState.AWAKE;
        }
        if (d >= SLEEP_BELOW) {
            return SleepState.RESTING;
        }
        return allKnown ? SleepState.ASLEEP : SleepState.UNKNOWN;
    }
}
