package org.handrail.devicesim.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.handrail.devicesim.FrameCutter;
import org.handrail.devicesim.fault.FaultLog;
import org.handrail.signals.Beats;
import org.handrail.signals.DeviceId;
import org.handrail.signals.DeviceStatus;
import org.handrail.signals.FrameContent;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.StreamKind;
import org.handrail.signals.TimeWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonaWearerTests {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final TimeWindow FAULTY =
            new TimeWindow(Instant.parse("2026-03-02T12:00:00Z"), Instant.parse("2026-03-02T14:00:00Z"));
    private static final TimeWindow AROUND =
            new TimeWindow(FAULTY.start().minusSeconds(3_600), FAULTY.end().plusSeconds(3_600));

    private final PersonaWearer sound = wearer("");

    @Test
    void aDeviceThatIsNotWornSaysSoAndMeasuresTheTable() {
        var frames = sent(faulty("not worn"), FAULTY);

        assertThat(contents(frames, DeviceStatus.class))
                .hasSizeGreaterThan(10)
                .extracting(DeviceStatus::contact)
                .containsOnly(DeviceStatus.Contact.NOT_WORN);
        assertThat(contents(frames, Beats.class).flatMapToInt(beats -> beats.entries().stream()))
                .hasSizeGreaterThan(60)
                .allMatch(entry -> entry < 0);
    }

    @Test
    void anEmptyBatterySendsNothing() {
        assertThat(sent(faulty("battery empty"), FAULTY)).isEmpty();
    }

    @Test
    void aFaultTouchesNothingOutsideOfItsTime() {
        for (String fault : List.of("not worn", "battery empty, runs down: 1 min", "network loss", "missed beats")) {
            assertThat(outside(sent(faulty(fault), AROUND)))
                    .as(fault)
                    .containsAll(outside(sent(sound, AROUND)))
                    .hasSizeGreaterThan(500);
        }
    }

    @Test
    void whatIsMadeDuringANetworkLossIsSentWhenItIsOver() {
        var wearer = faulty("network loss");

        assertThat(sent(wearer, FAULTY)).isEmpty();
        assertThat(sent(wearer, AROUND)).isEqualTo(sent(sound, AROUND));
        assertThat(wearer.arrivalOf(FAULTY.start())).isEqualTo(FAULTY.end());
        assertThat(wearer.arrivalOf(FAULTY.start().minusMillis(1)))
                .isEqualTo(FAULTY.start().minusMillis(1));
        assertThat(wearer.arrivalOf(FAULTY.end())).isEqualTo(FAULTY.end());
    }

    @Test
    void whatAFaultTrulyDidIsTold() {
        var wearer = faulty("network loss");
        var loss = wearer.faults().get(0);

        assertThat(loss.window()).isEqualTo(FAULTY);
        assertThat(wearer.log(AROUND, MINUTE).counts(loss.fault()))
                .containsOnlyKeys(FaultLog.Effect.HELD)
                .containsValue(sound.frames(FAULTY, MINUTE).count());
        assertThat(sound.log(AROUND, MINUTE).deeds()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"not worn", "charging", "battery empty"})
    void aNightThatWasNotWornThroughoutIsNotTold(String what) {
        var wearer = wearer("    faults: {what: " + what + ", from: 2026-03-03 02:00, for: 1 h}\n");

        assertThat(nights(sound)).isNotEmpty();
        assertThat(nights(wearer))
                .hasSize(nights(sound).size() - 1)
                .noneMatch(frame -> frame.endsAt().isAfter(Instant.parse("2026-03-03T02:00:00Z"))
                        && frame.sampledAt().isBefore(Instant.parse("2026-03-03T03:00:00Z")));
    }

    @Test
    void aWatchCountsByOneOnlyWhereAFaultIsAboutItsCount() {
        assertThat(firstCounter(faulty("network loss"))).isEqualTo(firstCounter(sound));
        assertThat(firstCounter(faulty("restart"))).isEqualTo(firstCounter(sound));
        assertThat(firstCounter(faulty("lost frames"))).isZero();
        assertThat(firstCounter(faulty("restart, counter: starts over"))).isZero();
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
                .filter(frame -> !FAULTY.contains(FrameCutter.completeAt(frame)))
                .toList();
    }

    private static List<SignalFrame> nights(PersonaWearer wearer) {
        return wearer.frames(wearer.span(), MINUTE)
                .filter(frame -> frame.stream() == StreamKind.SLEEP)
                .toList();
    }

    private static long firstCounter(PersonaWearer wearer) {
        return wearer.frames(wearer.span(), MINUTE)
                .findFirst()
                .orElseThrow()
                .id()
                .counter();
    }

    private static <C extends FrameContent> Stream<C> contents(List<SignalFrame> frames, Class<C> shape) {
        return frames.stream()
                .map(SignalFrame::content)
                .filter(shape::isInstance)
                .map(shape::cast);
    }

    /** What is sent while a minute that lies wholly within the window is over. */
    private static List<SignalFrame> sent(PersonaWearer wearer, TimeWindow window) {
        var within = new TimeWindow(window.start().plusMillis(1), window.end());
        return wearer.frames(within, MINUTE)
                .filter(frame -> !frame.sampledAt().isBefore(window.start()))
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
