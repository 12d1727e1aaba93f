package org.handrail.ingest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.handrail.signals.DeviceId;
import org.handrail.signals.DeviceStatus;
import org.handrail.signals.FrameContent;
import org.handrail.signals.FrameId;
import org.handrail.signals.MenteeId;
import org.handrail.signals.Series;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.StreamKind;

/** The evening on which the tests of this room play, and who is there. */
public final class Given {

    public static final Instant NOW = Instant.parse("2026-11-20T20:15:30.125Z");
    public static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private Given() {}

    public static MenteeId mentee() {
        return new MenteeId(UUID.randomUUID());
    }

    public static DeviceId device() {
        return new DeviceId("w-" + UUID.randomUUID());
    }

    /** A minute of heart rate that began some minutes ago. */
    public static SignalFrame heartRate(DeviceId device, long counter, int minutesAgo) {
        var series = Series.of(Duration.ofSeconds(10), 0.5, 70, 71, 72.5, Double.NaN, 73, 74);
        return frame(device, counter, StreamKind.HEART_RATE, NOW.minus(Duration.ofMinutes(minutesAgo)), series);
    }

    /** The protocol allows any text as a version; PostgreSQL takes no NUL in one. */
    public static SignalFrame unstorable(DeviceId device, long counter) {
        var status = new DeviceStatus(80, DeviceStatus.Contact.WORN, "1.0\0");
        return frame(device, counter, StreamKind.DEVICE_STATUS, NOW, status);
    }

    public static SignalFrame frame(
            DeviceId device, long counter, StreamKind stream, Instant sampledAt, FrameContent content) {
        return new SignalFrame(new FrameId(device, counter), stream, sampledAt, content);
    }
}
