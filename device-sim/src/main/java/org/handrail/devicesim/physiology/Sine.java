package org.handrail.devicesim.physiology;

/**
 * The sine by turns, from a table with straight lines between: off by less than a millionth, the same on every machine, and not
 * the slower the longer ago 1970 is.
 */
final class Sine {

    private static final int PARTS = 4_096;
    private static final double[] TURN = turn();

    private Sine() {}

    /** @param turns 1 is once around */
    static double of(double turns) {
        double place = (turns - Math.floor(turns)) * PARTS;
        int part = (int) place;
        return TURN[part] + (TURN[part + 1] - TURN[part]) * (place - part);
    }

    /** One more than the parts, and one for a place that rounding lifts to the end of the turn. */
    private static double[] turn() {
        var turn = new double[PARTS + 2];
        for (int part = 0; part < turn.length; part++) {
            turn[part] = StrictMath.sin(2 * StrictMath.PI * part / PARTS);
        }
        return turn;
    }
}
