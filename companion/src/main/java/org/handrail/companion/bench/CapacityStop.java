package org.handrail.companion.bench;

/** Why a number of wearers was not carried, or no more were tried. */
public enum CapacityStop {
    NOT_STEADY("not all watches had connected, and what they remembered was not worked off, within minutes"),
    NOT_CONNECTED("connections broke"),
    NOT_STORED("confirmed frames were not stored within ten seconds"),
    LANES_BEHIND("the lanes fell behind"),
    NUDGES_LATE("one nudge in a hundred took longer than a second"),
    TOO_FEW_NUDGES("too few nudges came to say how long they take"),
    OPEN_FILES("a process of this machine may not open more files"),
    AT_MOST("more were not asked for"),
    TIME("the time for trying was over");

    private final String words;

    CapacityStop(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
