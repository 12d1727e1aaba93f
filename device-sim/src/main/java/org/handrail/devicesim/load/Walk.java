package org.handrail.devicesim.load;

/** How far a line has come through somebody's minutes, and when its next frame is due. */
final class Walk {

    private final int line;
    private final Cadence cadence;
    private final long offset;
    private WornMinutes minutes;
    private long minute;
    private int place;

    /**
     * @param minute since 1970, whose content is sent first
     * @param offset between a minute since 1970 and the place of its content in the hours
     */
    Walk(int line, Cadence cadence, WornMinutes minutes, long minute, long offset) {
        this.line = line;
        this.cadence = cadence;
        this.minutes = minutes;
        this.minute = minute;
        this.offset = offset;
    }

    /** Goes on with other content for the same minutes. */
    void wear(WornMinutes others) {
        minutes = others;
    }

    long minute() {
        return minute;
    }

    /** Whether the next frame is the first of its minute, which lets the minute before close. */
    boolean beginsMinute() {
        return place == 0;
    }

    WornMinutes.Piece piece() {
        return minutes.at(minute + offset).get(place);
    }

    /** When the next frame is due, in ms since 1970. */
    long dueMs() {
        return cadence.dueMs(line, minute, place, minutes.at(minute + offset).size());
    }

    void goOn() {
        place++;
        if (place == minutes.at(minute + offset).size()) {
            place = 0;
            minute++;
        }
    }
}
