package org.handrail.devicesim.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.handrail.devicesim.fault.Corruption;
import org.handrail.devicesim.fault.Fault;
import org.handrail.devicesim.fault.Fault.CounterAfter;
import org.handrail.devicesim.fault.Span;
import org.handrail.signals.DeviceId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FaultReaderTests {

    /** Twelve o'clock on the second day, for two hours. */
    private static final Span WHEN = new Span(Duration.ofHours(36), Duration.ofHours(38));

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("not worn", new Fault.OffWrist(WHEN)),
                Arguments.of("charging", new Fault.Charging(WHEN, 100)),
                Arguments.of("charging, to: 80 %", new Fault.Charging(WHEN, 80)),
                Arguments.of("battery empty", new Fault.BatteryDeath(WHEN, Duration.ofHours(12))),
                Arguments.of("battery empty, runs down: 3 h", new Fault.BatteryDeath(WHEN, Duration.ofHours(3))),
                Arguments.of("missed beats", new Fault.MissedBeats(WHEN, 0.5)),
                Arguments.of("missed beats, share: 12.5 %", new Fault.MissedBeats(WHEN, 0.125)),
                Arguments.of("motion artifacts", new Fault.MotionArtifacts(WHEN, 10, Duration.ofSeconds(20))),
                Arguments.of(
                        "motion artifacts, bursts an hour: 30, lasting: 1 min",
                        new Fault.MotionArtifacts(WHEN, 30, Duration.ofMinutes(1))),
                Arguments.of("clock drift, gains: 35 s", new Fault.ClockDrift(WHEN, 35 / 86_400.0 * 1_000_000)),
                Arguments.of("clock drift, loses: 35 s", new Fault.ClockDrift(WHEN, -35 / 86_400.0 * 1_000_000)),
                Arguments.of("clock jump, ahead: 30 min", new Fault.ClockJump(WHEN, Duration.ofMinutes(30))),
                Arguments.of("clock jump, behind: 30 min", new Fault.ClockJump(WHEN, Duration.ofMinutes(-30))),
                Arguments.of("local time, zone: Asia/Tokyo", new Fault.LocalTime(WHEN, ZoneId.of("Asia/Tokyo"))),
                Arguments.of("restart", new Fault.Restart(WHEN, CounterAfter.GOES_ON)),
                Arguments.of("restart, counter: starts over", new Fault.Restart(WHEN, CounterAfter.STARTS_OVER)),
                Arguments.of("restart, counter: counts starts", new Fault.Restart(WHEN, CounterAfter.COUNTS_STARTS)),
                Arguments.of("network loss", new Fault.NetworkLoss(WHEN)),
                Arguments.of("lost frames", new Fault.LostFrames(WHEN, 0.05)),
                Arguments.of("doubled frames", new Fault.DoubledFrames(WHEN, 0.1, Duration.ofSeconds(30))),
                Arguments.of(
                        "doubled frames, share: 100 %, after: 0 s", new Fault.DoubledFrames(WHEN, 1, Duration.ZERO)),
                Arguments.of("shuffled frames", new Fault.ShuffledFrames(WHEN, 0.1, Duration.ofMinutes(2))),
                Arguments.of(
                        "shuffled frames, at most: 5 min", new Fault.ShuffledFrames(WHEN, 0.1, Duration.ofMinutes(5))),
                Arguments.of("corrupt frames", new Fault.CorruptFrames(WHEN, 0.05, Corruption.CUT_SHORT)),
                Arguments.of(
                        "corrupt frames, how: unknown stream",
                        new Fault.CorruptFrames(WHEN, 0.05, Corruption.UNKNOWN_STREAM)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void whatTheFileSaysOfAFaultIsWhatGoesWrong(String said, Fault fault) {
        assertThat(read("what: " + said)).singleElement().satisfies(read -> {
            assertThat(read.fault()).isEqualTo(fault);
            assertThat(read.window()).isEqualTo(WHEN.after(read.window().start().minus(WHEN.from())));
            assertThat(read.window().start()).isEqualTo("2026-03-03T11:00:00Z");
        });
    }

    @Test
    void everyFaultOfAWristCanBeSaid() {
        var sayable = faults().map(arguments -> arguments.get()[1].getClass().getSimpleName())
                .distinct()
                .toList();

        assertThat(sayable)
                .hasSameElementsAs(Arrays.stream(Fault.class.getPermittedSubclasses())
                        .map(Class::getSimpleName)
                        .toList())
                .hasSameSizeAs(FaultKind.values());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "not worn, share: 5 % | 'not worn' has no 'share'; expected: what, from, for.",
                "charging, two: 5 % | 'charging' has no 'two'; did you mean 'to'? Expected: what, from, for, to.",
                "charging, to: 110 % | 'to' is '110 %'; expected a share such as 20 %, from 1 % to 100 %.",
                "battery empty, runs down: 5 days | 'runs down' is '5 days'; expected a length such as 1 h 20 min, from 1 min to 96 h.",
                "missed beats, share: 0.5 | 'share' is '0.5'; expected a share such as 20 %, from 0.1 % to 100 %.",
                "motion artifacts, bursts an hour: 100 | 'bursts an hour' is '100'; expected a number from 0.1 to 60.0.",
                "motion artifacts, lasting: 11 min | 'lasting' is '11 min'; expected a length such as 1 h 20 min, from 1 s to 10 min.",
                "clock drift | either 'gains' or 'loses' is expected to be a length such as 1 h 20 min, from 1 s to 2 h.",
                "clock drift, gains: 400 ppm | 'gains' is '400 ppm'; expected a length such as 1 h 20 min, from 1 s to 2 h.",
                "clock jump, ahead: 1 h, behind: 2 h | either 'ahead' or 'behind' is expected to be a length such as 1 h 20 min, from 1 s to 720 h.",
                "clock jump, behind: -2 h | 'behind' is '-2 h'; expected a length such as 1 h 20 min, from 1 s to 720 h.",
                "local time | 'zone' is missing; expected a time zone such as Europe/Vienna.",
                "local time, zone: Tokio | 'zone' is 'Tokio'; expected a time zone such as Europe/Vienna.",
                "restart, counter: forgets | 'counter' is 'forgets'; expected one of goes on, starts over, counts starts.",
                "network loss, lasting: 1 h | 'network loss' has no 'lasting'; expected: what, from, for.",
                "lost frames, share: none | 'share' is 'none'; expected a share such as 20 %, from 0.1 % to 100 %.",
                "doubled frames, after: 1 h | 'after' is '1 h'; expected a length such as 1 h 20 min, from 0 s to 10 min.",
                "shuffled frames, at most: 1 h | 'at most' is '1 h'; expected a length such as 1 h 20 min, from 0 s to 10 min.",
                "corrupt frames, how: badly | 'how' is 'badly'; expected one of cut short, wrong type, other version, impossible values, unknown stream, too large."
            })
    void whatIsWrongWithAFaultIsSaidWithItsLineAndWhatWasExpected(String said, String sentence) {
        assertThatThrownBy(() -> read("what: " + said))
                .isInstanceOf(ScenarioFault.class)
                .hasMessage("t.yaml, line 9: " + sentence);
    }

    private static List<WristFault> read(String fault) {
        return ScenarioReader.read("t.yaml", """
                        title: Faults
                        about: For tests.
                        seed: 3
                        starts: 2026-03-02
                        days: 2
                        people:
                          - name: Maya
                            zone: Europe/Vienna
                            faults: [{from: 2026-03-03 12:00, for: 2 h, %s}]
                        """.formatted(fault))
                .wearers((name, zone) -> new DeviceId("wrist-1"))
                .get(0)
                .faults();
    }
}
