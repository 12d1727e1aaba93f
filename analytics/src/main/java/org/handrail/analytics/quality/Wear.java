package org.handrail.analytics.quality;

import org.handrail.signals.DeviceStatus.Contact;

/** Whether the device touches a wrist. Not worn is not calm. */
public enum Wear {
    WORN,
    NOT_WORN,
    UNKNOWN;

    /** Below this the sensor measures the room, °C. */
    private static final double COLDEST_SKIN = 24;

    /**
     * Heart evidence shows a wrist; a device that says it lies on the table, or a cold sensor without a pulse, shows none.
     *
     * @param heartCoverage share of the minute with believable heart rate or beats
     * @param temperature mean of the minute, °C; NaN where unknown
     */
    public static Wear judge(Contact contact, double heartCoverage, double temperature) {
        if (contact == Contact.NOT_WORN) {
            return NOT_WORN;
        }
        if (heartCoverage >= 0.25) {
            return WORN;
        }
        return temperature < COLDEST_SKIN ? NOT_WORN : UNKNOWN;
    }
}
