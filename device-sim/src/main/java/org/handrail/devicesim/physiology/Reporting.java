package org.handrail.devicesim.physiology;

/**
 * How a wearer reports on the moment.
 *
 * @param checkInsPerDay how often the watch asks by day for craving and stress; the last time also for mood
 * @param answered share of what is asked that is answered, 0 to 1; half as often a craving is told of the wearer's own accord
 * @param spread of what is said around what is so, on the scale from 0 to 10
 */
public record Reporting(int checkInsPerDay, double answered, double spread) {

    public static final Reporting NONE = new Reporting(0, 0, 0);

    /** Three times a day, three in four answered, within a point or so. */
    public static final Reporting USUAL = new Reporting(3, 0.75, 1);

    public Reporting {
        if (checkInsPerDay < 0 || checkInsPerDay > 12) {
            throw new IllegalArgumentException("A watch asks 0 to 12 times a day");
        }
        if (!(answered >= 0 && answered <= 1)) {
            throw new IllegalArgumentException("A share of answers is 0 to 1");
        }
    }
}
