package org.handrail.ingest.silence;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.handrail.ingest.Given;
import org.handrail.ingest.SilenceSettings;
import org.handrail.signals.ArchivedFrame;
import org.handrail.signals.DeviceId;
import org.handrail.signals.DeviceStatus;
import org.handrail.signals.DeviceStatus.Contact;
import org.handrail.signals.MenteeId;
import org.handrail.signals.Series;
import org.handrail.signals.StreamKind;

/** Frames that have come in, and the settings of the house. */
final class GivenSilence {

    static final SilenceSettings SETTINGS =
            new SilenceSettings(Duration.ofSeconds(10), Duration.ofMinutes(5), Duration.ofHours(12), 4, 15, 25, true);

    private GivenSilence() {}

    static Instant after(long seconds) {
        return Given.NOW.plusSeconds(seconds);
    }

    /** Ten seconds of heart rate, received some time after their end. */
    static List<ArchivedFrame> heartRate(MenteeId mentee, DeviceId device, Instant receivedAt, Duration delay) {
        var tenSeconds = Series.of(Duration.ofSeconds(10), 0.5, 70);
        var begin = receivedAt.minus(delay).minusSeconds(10);
        var frame = Given.frame(device, receivedAt.getEpochSecond(), StreamKind.HEART_RATE, begin, tenSeconds);
        return List.of(new ArchivedFrame(1, mentee, frame, receivedAt));
    }

    static DeviceStatus status(int battery, Contact contact) {
        return new DeviceStatus(battery, contact, "1.0");
    }
}
