package org.handrail.devicesim.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.handrail.devicesim.FrameCutter;
import org.handrail.signals.DeviceId;
import org.handrail.signals.DeviceStatus;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.StreamKind;
import org.handrail.signals.TimeWindow;
import org.junit.jupiter.api.Test;

class PersonaWearerTests {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final TimeWindow FAULTY =
            new TimeWindow(Instant.parse("2026-03-02T12:00:00Z"), Instant.parse("2026-03-02T14:00:00Z"));
    private static final TimeWindow AROUND =
            new TimeWindow(FAULTY.start().minusSeconds(3_600), FAULTY.end().plusSeconds(3_600));

    private final PersonaWearer sound = wearer("");

    @Test
    void whileTheDeviceIsNotWornOnlyItsOwnStateIsTold() {
        var frames = made(faulty("not worn"), FAULTY);

        assertThat(frames).extracting(SignalFrame::stream).containsOnly(StreamKind.DEVICE_STATUS);
        assertThat(frames)
                .hasSize(12)
                .allSatisfy(frame -> assertThat(((DeviceStatus) frame.content()).contact())
                        .isEqualTo(DeviceStatus.Contact.NOT_WORN));
    }

    @Test
    void anEmptyBatteryMakesNothing() {
        assertThat(made(faulty("battery empty"), FAULTY)).isEmpty();
    }

    @Test
    void aFaultTouchesNothingOutsideOfItsTime() {
        for (String fault : List.of("not worn", "battery empty", "network loss")) {
            assertThat(outside(made(faulty(fault), AROUND)))
                    .as(fault)
                    .isEqualTo(outside(made(sound, AROUND)))
                    .hasSizeGreaterThan(500);
        }
    }

    @Test
    void whatIsMadeDuringANetworkLossArrivesWhenItIsOver() {
        var wearer = faulty("network loss");

        assertThat(made(wearer, FAULTY)).isEqualTo(made(sound, FAULTY));
        assertThat(wearer.arrivalOf(FAULTY.start())).isEqualTo(FAULTY.end());
        assertThat(wearer.arrivalOf(FAULTY.start().minusMillis(1)))
                .isEqualTo(FAULTY.start().minusMillis(1));
        assertThat(wearer.arrivalOf(FAULTY.end())).isEqualTo(FAULTY.end());
    }

    @Test
    void aNightThatWasNotWornThroughoutIsNotTold() {
        var wearer = wearer("    faults: {what: not worn, from: 2026-03-03 02:00, for: 1 h}\n");

        assertThat(made(sound, sound.span())).anyMatch(frame -> frame.stream() == StreamKind.SLEEP);
        assertThat(made(wearer, wearer.span()))
                .filteredOn(frame -> frame.stream() == StreamKind.SLEEP)
                .noneMatch(frame -> frame.endsAt().isAfter(Instant.parse("2026-03-03T02:00:00Z"))
                        && frame.sampledAt().isBefore(Instant.parse("2026-03-03T03:00:00Z")));
    }

    @Test
    void framesOfMoreThanAMinuteAreRefused() {
        assertThatThrownBy(() -> sound.frames(AROUND, Duration.ofMinutes(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a minute at most");
    }

    private static List<SignalFrame> outside(List<SignalFrame> frames) {
        return frames.stream()
                .filter(frame -> !FAULTY.contains(frame.sampledAt()))
                .filter(frame -> !FAULTY.contains(FrameCutter.completeAt(frame).minusMillis(1)))
                .toList();
    }

    private static List<SignalFrame> made(PersonaWearer wearer, TimeWindow sampledWithin) {
        var complete = new TimeWindow(sampledWithin.start(), sampledWithin.end().plus(MINUTE));
        return wearer.frames(complete, MINUTE)
                .filter(frame -> sampledWithin.contains(frame.sampledAt()))
                .toList();
    }

    private static PersonaWearer faulty(String what) {
        return wearer("    faults: {what: " + what + ", from: 2026-03-02 12:00, for: 2 h}\n");
    }

    private static PersonaWearer wearer(String faults) {
        return ScenarioReader.read("t.yaml", """
                        title: Faults
                        about: For tests.
                        seed: 3
                        starts: 2026-03-02
                        days: 2
                        people:
                          - name: Maya
                            zone: UTC
                            plan:
                              every day:
                                sitting: 09:00 to 16:00
                                sleep: 23:00 to 07:00
                        """ + faults)
                .wearers((name, zone) -> new DeviceId("wrist-1"))
                .get(0);
    }
}
