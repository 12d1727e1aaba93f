package org.handrail.companion;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.handrail.devicesim.physiology.Activity;
import org.handrail.devicesim.physiology.Strain;
import org.handrail.devicesim.physiology.Stretch;
import org.handrail.devicesim.physiology.Wearer;
import org.handrail.devicesim.physiology.WearerSettings;
import org.handrail.devicesim.recording.Provenance;
import org.handrail.devicesim.recording.Recording;
import org.handrail.signals.DeviceId;
import org.handrail.signals.TimeWindow;

/** What another watch than Handrail's might have recorded of somebody before they came. */
public final class InventedPast {

    private static final int SEED = 2_026;

    private InventedPast() {}

    /** So many days up to then, in whole minutes, with a hard hour that begins an hour and a half before their end. */
    public static Recording endingIn(Instant end, int days) {
        var span = new TimeWindow(end.minus(Duration.ofDays(days)), end);
        var hard = new TimeWindow(end.minus(Duration.ofMinutes(90)), end.minus(Duration.ofMinutes(30)));
        var seated = new TimeWindow(end.minus(Duration.ofHours(4)), end);
        var wearer = new Wearer(WearerSettings.quiet(new DeviceId("elsewhere"), SEED, ZoneOffset.UTC)
                .withStrains(List.of(new Strain(hard, 1.3)))
                .withFixed(List.of(new Stretch(seated, Activity.SEATED))));
        return new Recording(
                span.start(),
                span.length(),
                wearer.channels(span),
                List.of(),
                new Provenance("invented export", List.of(), List.of()));
    }
}
