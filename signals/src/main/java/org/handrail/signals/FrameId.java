package org.handrail.signals;

/**
 * Which frame this is: the device and the device's own counter. The same id twice is the same frame, however often it is
 * sent. A data point brings no counter; the one derived from its id is below zero, where no device counts.
 */
public record FrameId(DeviceId device, long counter) {

    /** Whether the device counted it, so that the counters beside it say something about what came before and after. */
    public boolean isCounted() {
        return counter >= 0;
    }
}
