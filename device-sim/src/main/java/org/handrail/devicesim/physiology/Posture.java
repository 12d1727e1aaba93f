package org.handrail.devicesim.physiology;

/** How the body is held. */
public enum Posture {
    LYING,
    SITTING,
    UPRIGHT;

    private static final double OVERSHOOT = 9;
    private static final double PEAK_S = 12;

    /**
     * What getting up does to the heart beyond what standing costs, per minute: a rise that is highest after 12 s and soon
     * gone (Borst 1982: about 20 s in all). Its height is chosen.
     */
    static double overshoot(Posture before, Posture now, int second) {
        if (now != UPRIGHT || before == UPRIGHT) {
            return 0;
        }
        double place = second / PEAK_S;
        return OVERSHOOT * place * place * place * place * StrictMath.exp(4 * (1 - place));
    }
}
