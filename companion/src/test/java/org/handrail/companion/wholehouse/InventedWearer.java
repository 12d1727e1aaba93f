package org.handrail.companion.wholehouse;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.handrail.devicesim.FrameCutter;
import org.handrail.devicesim.physiology.Traits;
import org.handrail.devicesim.scenario.DemoScenario;
import org.handrail.signals.DeviceId;
import org.handrail.signals.FrameId;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.TimeWindow;

/**
 * A simulated wearer whose evening ends now and is the same in every run: it is made for one fixed evening and then moved to
 * the present by whole minutes, and the wearer lives where the clock shows that evening's time now.
 */
record InventedWearer(DeviceId device, ZoneId zone, List<SignalFrame> frames) {

    private static final LocalTime EVENING = LocalTime.of(19, 30);
    private static final Instant FIXED = Instant.parse("2026-11-20T19:30:00Z");
    private static final int SEED = 2_026;
    private static final int DAYS = 2;

    /** Strained since eight minutes. */
    static InventedWearer hardEvening(Clock clock, DeviceId device) {
        return of(clock, device, true);
    }

    static InventedWearer calmEvening(Clock clock, DeviceId device) {
        return of(clock, device, false);
    }

    private static InventedWearer of(Clock clock, DeviceId device, boolean hard) {
        var scenario = DemoScenario.startingAt(FIXED, ZoneOffset.UTC, DAYS);
        var evening =
                hard ? scenario.hardEvening(Duration.ofMinutes(-8), Duration.ofMinutes(40)) : scenario.calmEvening();
        var wearer = scenario.wearer(device, SEED, Traits.typical(), evening);
        var now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        var shift = Duration.between(FIXED, now);
        var frames = wearer.frames(new TimeWindow(scenario.history().start(), FIXED), FrameCutter.BACKLOG)
                .map(frame -> moved(frame, shift))
                .toList();
        return new InventedWearer(device, zoneOfEvening(now), frames);
    }

    static ZoneId zoneOfEvening(Instant now) {
        int utc = now.atOffset(ZoneOffset.UTC).toLocalTime().toSecondOfDay();
        int ahead = EVENING.toSecondOfDay() - utc;
        return ZoneOffset.ofTotalSeconds(ahead < -12 * 3_600 ? ahead + 24 * 3_600 : ahead);
    }

    private static SignalFrame moved(SignalFrame frame, Duration shift) {
        return new SignalFrame(
                new FrameId(frame.id().device(), frame.id().counter()),
                frame.stream(),
                frame.sampledAt().plus(shift),
                frame.content());
    }

    static DeviceId someDevice() {
        return new DeviceId("dev-" + UUID.randomUUID().toString().substring(0, 8));
    }
}
