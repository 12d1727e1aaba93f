package org.handrail.companion.wristfault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Stream;
import org.handrail.devicesim.fault.Corruption;
import org.handrail.devicesim.fault.Fault;
import org.handrail.devicesim.fault.Fault.CounterAfter;
import org.handrail.devicesim.fault.FaultLog.Effect;
import org.handrail.devicesim.fault.FaultPlan;
import org.handrail.devicesim.fault.Span;
import org.handrail.ingest.BatteryRanLow;
import org.handrail.ingest.BatteryRecovered;
import org.handrail.ingest.WatchPutOn;
import org.handrail.ingest.WatchTakenOff;
import org.handrail.signals.DeviceStatus;
import org.handrail.signals.RefusalReason;
import org.handrail.signals.StreamKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What ingest shows of each fault of a wrist, beside what the fault truly did. */
@Timeout(120)
class FaultsAtTheDoorTests {

    private static final StreamKind[] EVERY_STREAM = {
        StreamKind.BEATS,
        StreamKind.HEART_RATE,
        StreamKind.SKIN_CONDUCTANCE,
        StreamKind.SKIN_TEMPERATURE,
        StreamKind.MOTION,
        StreamKind.STEPS,
        StreamKind.DEVICE_STATUS
    };

    @TempDir
    private static Path directory;

    private static WayIn wayIn;
    private static Instant day = Instant.parse("2026-05-12T12:00:00Z");

    @BeforeAll
    static void open() {
        wayIn = new WayIn(directory, day);
    }

    @AfterAll
    static void close() {
        wayIn.close();
    }

    @BeforeEach
    void anotherDay() {
        day = day.plus(Duration.ofDays(1));
        wayIn.clock.set(day);
    }

    @Test
    void aSoundWatchShowsNothing() throws InterruptedException {
        try (var wrist = wrist(FaultPlan.counting(1)).playUntil(40)) {
            assertStored(wrist, wrist.sent());
            assertThat(wrist.overview().condition().missing()).contains(0L);
            assertThat(wrist.fellSilent(0)).noneMatch(StreamKind::isSensor);
            assertThat(wrist.log().deeds()).isEmpty();
        }
    }

    static Stream<Arguments> reasons() {
        return Stream.of(
                Arguments.of(Corruption.CUT_SHORT, RefusalReason.MALFORMED),
                Arguments.of(Corruption.WRONG_TYPE, RefusalReason.MALFORMED),
                Arguments.of(Corruption.OTHER_VERSION, RefusalReason.UNKNOWN_VERSION),
                Arguments.of(Corruption.IMPOSSIBLE_VALUES, RefusalReason.IMPLAUSIBLE),
                Arguments.of(Corruption.UNKNOWN_STREAM, RefusalReason.UNKNOWN_STREAM),
                Arguments.of(Corruption.TOO_LARGE, RefusalReason.TOO_LARGE));
    }

    @ParameterizedTest(name = "{0} as {1}")
    @MethodSource("reasons")
    void everySpoiltPayloadIsCountedUnderItsReasonAndNoOther(Corruption how, RefusalReason reason)
            throws InterruptedException {
        var corrupt = new Fault.CorruptFrames(Span.always(), 0.3, how);
        try (var wrist = wrist(FaultPlan.of(1, corrupt)).playUntil(20)) {
            long spoilt = wrist.log().count(corrupt, Effect.CORRUPTED);

            assertThat(spoilt).isPositive();
            assertThat(wrist.overview().refusals()).isEqualTo(Map.of(reason, spoilt));
            assertThat(wrist.overview().frames()).isEqualTo(wrist.sent() - spoilt);
        }
    }

    @Test
    void doubledFramesAreDuplicates() throws InterruptedException {
        var doubled = new Fault.DoubledFrames(Span.always(), 0.3, Duration.ofSeconds(90));
        try (var wrist = wrist(FaultPlan.of(1, doubled)).playUntil(30)) {
            long again = wrist.log().count(doubled, Effect.DOUBLED);

            assertThat(again).isPositive();
            assertThat(wrist.overview().duplicates()).isEqualTo(again);
            assertThat(wrist.overview().frames()).isEqualTo(wrist.sent() - again);
            assertThat(wrist.overview().refusals()).isEmpty();
        }
    }

    @Test
    void framesThatWereNeverSentAreMissing() throws InterruptedException {
        var lost = new Fault.LostFrames(minutes(5, 35), 0.2);
        try (var wrist = wrist(FaultPlan.counting(1, lost)).playUntil(40)) {
            long gone = wrist.log().count(lost, Effect.GONE);

            assertThat(gone).isPositive();
            assertThat(wrist.overview().condition().missing()).contains(gone);
            assertStored(wrist, wrist.sent());
        }
    }

    @Test
    void shuffledFramesAreAllStoredOnce() throws InterruptedException {
        var shuffled = new Fault.ShuffledFrames(minutes(0, 30), 0.4, Duration.ofMinutes(4));
        try (var wrist = wrist(FaultPlan.counting(1, shuffled)).playUntil(40)) {
            assertThat(wrist.log().count(shuffled, Effect.HELD)).isPositive();
            assertStored(wrist, wrist.sent());
            assertThat(wrist.overview().condition().missing()).contains(0L);
        }
    }

    @Test
    void withoutANetworkEveryStreamFallsSilentAndResumesAndNothingIsLost() throws InterruptedException {
        var loss = new Fault.NetworkLoss(minutes(60, 120));
        try (var wrist = wrist(FaultPlan.counting(1, loss)).playUntil(119)) {
            wrist.awaitTold(() -> assertThat(wrist.fellSilent(50)).containsExactlyInAnyOrder(EVERY_STREAM));
            wrist.playUntil(125);
            wrist.awaitTold(() -> assertThat(wrist.resumed(120)).containsExactlyInAnyOrder(EVERY_STREAM));
            assertStored(wrist, wrist.sent());
            assertThat(wrist.overview().condition().missing()).contains(0L);
            assertThat(wrist.log().count(loss, Effect.HELD)).isGreaterThan(290);
        }
    }

    @Test
    void aDyingBatteryIsLowThenSilentAndThenRecovered() throws InterruptedException {
        var death = new Fault.BatteryDeath(minutes(120, 200), Duration.ofMinutes(110));
        try (var wrist = wrist(FaultPlan.counting(1, death)).playUntil(119)) {
            wrist.awaitTold(() -> assertThat(wayIn.told(BatteryRanLow.class))
                    .filteredOn(low -> low.device().equals(wrist.device))
                    .hasSize(1));
            wrist.playUntil(199);
            wrist.awaitTold(() -> assertThat(wrist.fellSilent(110)).containsExactlyInAnyOrder(EVERY_STREAM));
            wrist.playUntil(212);
            wrist.awaitTold(() -> assertThat(wayIn.told(BatteryRecovered.class))
                    .filteredOn(recovered -> recovered.device().equals(wrist.device))
                    .hasSize(1));
            assertStored(wrist, wrist.sent());
        }
    }

    @Test
    void offTheWristIsToldAtOnceAndIsNotSilence() throws InterruptedException {
        try (var wrist =
                wrist(FaultPlan.of(1, new Fault.OffWrist(minutes(23, 57)))).playUntil(24)) {
            wrist.awaitTold(() -> assertThat(wayIn.told(WatchTakenOff.class))
                    .contains(new WatchTakenOff(wrist.device, wrist.mentee, wrist.minute(23))));
            assertThat(wrist.overview().condition().notWornSince()).contains(wrist.minute(23));
            wrist.playUntil(58);
            wrist.awaitTold(() -> assertThat(wayIn.told(WatchPutOn.class))
                    .contains(new WatchPutOn(wrist.device, wrist.mentee, wrist.minute(57))));
            assertThat(wrist.fellSilent(0)).noneMatch(StreamKind::isSensor);
            assertStored(wrist, wrist.sent());
        }
    }

    @Test
    void onTheChargerTheSensorsFallSilentAndTheStatusDoesNot() throws InterruptedException {
        try (var wrist = wrist(FaultPlan.of(1, new Fault.Charging(minutes(60, 100), 100)))
                .playUntil(99)) {
            var sensors = Stream.of(EVERY_STREAM).filter(StreamKind::isSensor).toArray(StreamKind[]::new);
            wrist.awaitTold(() -> assertThat(wrist.fellSilent(55)).containsExactlyInAnyOrder(sensors));
            assertThat(wayIn.told(WatchTakenOff.class))
                    .contains(new WatchTakenOff(wrist.device, wrist.mentee, wrist.minute(60)));
            wrist.playUntil(101);
            assertThat(wrist.overview().status())
                    .map(DeviceStatus::batteryPercent)
                    .contains(100);
        }
    }

    @Test
    void aClockThatDriftsIsEstimated() throws InterruptedException {
        try (var wrist = wrist(FaultPlan.of(1, new Fault.ClockDrift(Span.always(), -400)))
                .playUntil(400)) {
            var estimate = wrist.overview().condition().clock().orElseThrow();

            assertThat(estimate.driftPpm().orElseThrow()).isCloseTo(-400, within(40.0));
            assertStored(wrist, wrist.sent());
        }
    }

    @Test
    void aClockThatJumpsAheadIsRefusedUntilItIsSetRight() throws InterruptedException {
        var jump = new Fault.ClockJump(minutes(10, 20), Duration.ofMinutes(30));
        try (var wrist = wrist(FaultPlan.of(1, jump)).playUntil(30)) {
            long wrong = wrist.log().count(jump, Effect.DATED_WRONG);

            assertThat(wrong).isPositive();
            assertThat(wrist.overview().refusals()).isEqualTo(Map.of(RefusalReason.FROM_THE_FUTURE, wrong));
        }
    }

    @Test
    void aWatchThatSendsTheLocalTimeOfTheEastIsRefused() throws InterruptedException {
        var local = new Fault.LocalTime(Span.always(), ZoneId.of("Asia/Tokyo"));
        try (var wrist = wrist(FaultPlan.of(1, local)).playUntil(10)) {
            assertThat(wrist.overview().refusals())
                    .isEqualTo(Map.of(RefusalReason.FROM_THE_FUTURE, wrist.log().count(local, Effect.DATED_WRONG)));
            assertThat(wrist.overview().frames())
                    .isEqualTo(wrist.sent() - wrist.log().deeds().size());
        }
    }

    @Test
    void aWatchThatSendsTheLocalTimeOfTheWestIsStoredAndItsClockIsHoursBehind() throws InterruptedException {
        var local = new Fault.LocalTime(Span.always(), ZoneId.of("America/New_York"));
        try (var wrist = wrist(FaultPlan.of(1, local)).playUntil(70)) {
            wrist.awaitTold(() -> assertThat(
                            wrist.overview().condition().clock().orElseThrow().ahead())
                    .isBetween(Duration.ofMinutes(-241), Duration.ofMinutes(-239)));
            assertStored(wrist, wrist.sent());
        }
    }

    @Test
    void aRestartThatKeepsTheCounterLosesWhatWasBeingWrittenAndNothingElse() throws InterruptedException {
        try (var wrist = restarted(CounterAfter.GOES_ON)) {
            assertStored(wrist, wrist.sent());
            assertThat(wrist.overview().condition().missing()).contains(0L);
        }
    }

    @Test
    void aRestartThatLosesTheCounterLosesFramesAndEachIsCounted() throws InterruptedException {
        try (var wrist = restarted(CounterAfter.STARTS_OVER)) {
            long reused = wrist.log().count(Effect.COUNTER_USED_TWICE);

            assertThat(reused).isGreaterThan(80);
            assertThat(wrist.overview().refusals()).isEqualTo(Map.of(RefusalReason.COUNTER_REUSED, reused));
            assertThat(wrist.overview().frames()).isEqualTo(wrist.sent() - reused);
            assertThat(wrist.overview().duplicates()).isZero();
        }
    }

    @Test
    void aRestartThatIsCountedInTheCounterLosesNothing() throws InterruptedException {
        try (var wrist = restarted(CounterAfter.COUNTS_STARTS)) {
            assertStored(wrist, wrist.sent());
            assertThat(wrist.log().count(Effect.COUNTER_USED_TWICE)).isZero();
        }
    }

    private static Wrist restarted(CounterAfter counter) throws InterruptedException {
        return wrist(FaultPlan.counting(1, new Fault.Restart(minutes(20, 22), counter)))
                .playUntil(60);
    }

    @Test
    void missedBeatsAndMotionCostNoFrame() throws InterruptedException {
        var missed = new Fault.MissedBeats(Span.always(), 0.6);
        var motion = new Fault.MotionArtifacts(Span.always(), 30, Duration.ofSeconds(15));
        try (var wrist = wrist(FaultPlan.counting(1, missed, motion)).playUntil(30)) {
            assertThat(wrist.log().count(missed, Effect.CHANGED)).isPositive();
            assertThat(wrist.log().count(motion, Effect.CHANGED)).isPositive();
            assertStored(wrist, wrist.sent());
            assertThat(wrist.overview().condition().missing()).contains(0L);
        }
    }

    private static void assertStored(Wrist wrist, long frames) {
        assertThat(wrist.overview().frames()).isEqualTo(frames).isPositive();
        assertThat(wrist.overview().duplicates()).isZero();
        assertThat(wrist.overview().refusals()).isEmpty();
    }

    private static Wrist wrist(FaultPlan plan) {
        return new Wrist(wayIn, plan);
    }

    private static Span minutes(long from, long until) {
        return new Span(Duration.ofMinutes(from), Duration.ofMinutes(until));
    }
}
