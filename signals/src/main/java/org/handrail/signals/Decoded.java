package org.handrail.signals;

/** What a payload turned out to be. */
public sealed interface Decoded {

    /** A frame. */
    record Accepted(SignalFrame frame) implements Decoded {}

    /**
     * No frame, and why.
     *
     * @param detail names the field and the rule, never a sample
     */
    record Refused(RefusalReason reason, String detail) implements Decoded {}
}
