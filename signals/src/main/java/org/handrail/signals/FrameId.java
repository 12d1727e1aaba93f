package org.handrail.signals;

/**
 * Which frame this is: the device and the device's own counter. The same id twice is the same frame, however often it is
 * sent.
 */
public record FrameId(DeviceId device, long counter) {

    public FrameId {
        if (counter < 0) {
            throw new IllegalArgumentException("A frame counter is not negative, but was " + counter);
        }
    }
}
