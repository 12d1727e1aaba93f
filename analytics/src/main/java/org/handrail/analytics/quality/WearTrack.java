package org.handrail.analytics.quality;

import java.util.OptionalLong;
import org.handrail.analytics.Wear;
import org.handrail.signals.DeviceStatus.Contact;

/**
 * Whether the device touches a wrist, minute by minute, and since when: skin conductance needs minutes to settle after the
 * device was put on. A minute that cannot be told neither takes the device off nor puts it on.
 *
 * @param wornSinceMs start of the first worn minute since the device was last off; {@link #OFF} where it was not worn,
 *     {@link #NOT_SEEN} where nobody saw it being put on
 */
public record WearTrack(long wornSinceMs) {

    static final long OFF = Long.MAX_VALUE;
    static final long NOT_SEEN = Long.MIN_VALUE;

    public static final WearTrack START = new WearTrack(NOT_SEEN);

    /** Below this the sensor measures the room, °C. */
    private static final double COLDEST_SKIN = 24;

    private static final double LEAST_HEART = 0.25;

    /** The track after a minute, and what that minute was. */
    public record Advance(WearTrack next, Wear wear) {}

    /**
     * Heart evidence shows a wrist; a device that says it lies on the table, or a cold sensor without a pulse, shows none.
     *
     * @param heartCoverage share of the minute with believable heart rate or beats
     * @param temperature mean of the minute, °C; NaN where unknown
     */
    public Advance over(long startMs, Contact contact, double heartCoverage, double temperature) {
        var wear = judge(contact, heartCoverage, temperature);
        return switch (wear) {
            case NOT_WORN -> new Advance(new WearTrack(OFF), wear);
            case WORN -> new Advance(wornSinceMs == OFF ? new WearTrack(startMs) : this, wear);
            case UNKNOWN -> new Advance(this, wear);
        };
    }

    /** When the device was put on, where that was seen. */
    public OptionalLong seenPuttingOnMs() {
        return wornSinceMs == OFF || wornSinceMs == NOT_SEEN ? OptionalLong.empty() : OptionalLong.of(wornSinceMs);
    }

    private static Wear judge(Contact contact, double heartCoverage, double temperature) {
        if (contact == Contact.NOT_WORN) {
            return Wear.NOT_WORN;
        }
        if (heartCoverage >= LEAST_HEART) {
            return Wear.WORN;
        }
        return temperature < COLDEST_SKIN ? Wear.NOT_WORN : Wear.UNKNOWN;
    }
}
