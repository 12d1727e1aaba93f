package org.handrail.devicesim.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.handrail.devicesim.publish.Ear;
import org.handrail.devicesim.publish.Gate;
import org.handrail.devicesim.publish.Mosquitto;
import org.handrail.devicesim.publish.WatchCredential;
import org.handrail.signals.DeviceId;
import org.handrail.signals.FrameCodec;
import org.handrail.signals.FrameId;
import org.handrail.signals.SignalFrame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FleetTests {

    private static final Instant NOW = Instant.parse("2026-05-12T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int DEVICES = 12;

    @TempDir
    private Path folder;

    @Test
    void everyFrameOfAPacedLoadArrivesOnceAndIsKnownToBeConfirmed() throws Exception {
        try (var broker = Mosquitto.start(folder);
                var ear = new Ear(broker.port())) {
            var fleet = fleetAt(broker.port());
            try (fleet) {
                var run = fleet.send(LoadPlan.paced(3_000, 3_001, PATIENCE));
                assertThat(run.await(PATIENCE)).isTrue();
                assertThat(run.begun()).isEqualTo(3_001);
                assertThat(run.confirmed()).isEqualTo(3_001);
            }
            var heard = ear.hears(frames -> frames.size() >= 3_001);
            assertThat(heard).hasSize(3_001);
            assertThat(idsOf(heard)).containsExactlyInAnyOrderElementsOf(confirmedBy(fleet));
            assertThat(heard).allSatisfy(frame -> {
                assertThat(frame.endsAt()).isBetween(NOW.minusSeconds(1), NOW);
                assertThat(frame.stream().isSensor()).isTrue();
                assertThat(FrameCodec.encode(frame, FrameCodec.Format.CBOR)).hasSizeBetween(400, 480);
            });
            assertEachDeviceInOrder(heard);
        }
    }

    @Test
    void aLoadWithoutARateGoesNoFurtherThanItIsLet() throws Exception {
        try (var broker = Mosquitto.start(folder);
                var ear = new Ear(broker.port());
                var fleet = fleetAt(broker.port())) {
            var allowed = new long[] {500};
            var run = fleet.send(LoadPlan.asFastAsTaken(2_000, PATIENCE).heldBackBy(() -> allowed[0]));
            ear.hears(frames -> frames.size() == 500);
            assertThat(run.begun()).isEqualTo(500);
            assertThat(run.isOver()).isFalse();
            run.stop();
            assertThat(run.await(PATIENCE)).isTrue();
            assertThat(run.confirmed()).isEqualTo(500);
        }
    }

    @Test
    void whatWasNotConfirmedIsSentAgainInItsOrder() throws Exception {
        try (var broker = Mosquitto.start(folder);
                var gate = new Gate(broker.port());
                var ear = new Ear(broker.port())) {
            var fleet = fleetAt(gate.port());
            try (fleet) {
                gate.swallowAnswers();
                var run = fleet.send(LoadPlan.asFastAsTaken(5_000, PATIENCE));
                long first = ear.hears(frames -> frames.size() >= DEVICES * 10).size();
                assertThat(run.confirmed()).isZero();
                gate.cut();
                assertThat(run.await(PATIENCE)).isTrue();
                assertThat(run.confirmed()).isEqualTo(5_000);
                assertThat(fleet.breaks()).isGreaterThanOrEqualTo(DEVICES);
                assertThat(first).isPositive();
            }
            var ids = confirmedBy(fleet);
            assertThat(ids).hasSize(5_000).doesNotHaveDuplicates();
            var heard = ear.hears(frames -> idsOf(frames).stream().distinct().count() == 5_000);
            assertThat(idsOf(heard)).containsAll(ids).hasSizeGreaterThan(5_000);
            assertEachDeviceInOrder(firstTimesOf(heard));
        }
    }

    @Test
    void aBrokerThatIsKilledAndComesBackIsToldTheRest() throws Exception {
        var broker = Mosquitto.start(folder);
        var fleet = fleetAt(broker.port());
        try (fleet;
                var ear = new Ear(broker.port())) {
            var run = fleet.send(LoadPlan.paced(2_000, 8_000, PATIENCE));
            await().until(() -> run.confirmed() > 500);
            broker.kill();
            await().until(() -> !fleet.isConnected());
            try (var again = Mosquitto.startOn(broker.port(), folder);
                    var later = new Ear(again.port())) {
                assertThat(run.await(PATIENCE)).isTrue();
                assertThat(run.begun()).isEqualTo(8_000);
                assertThat(run.confirmed()).isEqualTo(8_000);
                assertThat(later.hears(frames -> !frames.isEmpty())).isNotEmpty();
                assertThat(ear.hears(frames -> frames.size() > 500)).isNotEmpty();
            }
        }
        assertThat(confirmedBy(fleet)).hasSizeGreaterThan(500).doesNotHaveDuplicates();
    }

    @Test
    void aFrameThatTheBrokerRefusesOrThrowsAwayIsNotConfirmed() throws Exception {
        try (var broker = Mosquitto.start(folder, "topic read handrail/#")) {
            var fleet = fleetAt(broker.port());
            try (fleet) {
                var run = fleet.send(LoadPlan.asFastAsTaken(50, PATIENCE));
                assertThat(run.await(PATIENCE)).isTrue();
                assertThat(run.refused()).isEqualTo(50);
                assertThat(run.confirmed()).isZero();
            }
            assertThat(confirmedBy(fleet)).isEmpty();
        }
    }

    private static Fleet fleetAt(int port) {
        var credentials = IntStream.range(0, DEVICES)
                .mapToObj(number ->
                        new WatchCredential("tcp://127.0.0.1:" + port, new DeviceId("watch-" + number), "secret"))
                .toList();
        var fleet = Fleet.start(credentials, LoadSettings.defaults(), CLOCK);
        await().atMost(PATIENCE).until(fleet::isConnected);
        return fleet;
    }

    private static List<FrameId> confirmedBy(Fleet fleet) {
        var ids = new ArrayList<FrameId>();
        fleet.confirmed().forEach((device, counters) -> {
            for (long counter : counters) {
                ids.add(new FrameId(device, counter));
            }
        });
        return ids;
    }

    private static List<FrameId> idsOf(List<SignalFrame> frames) {
        return frames.stream().map(SignalFrame::id).toList();
    }

    private static List<SignalFrame> firstTimesOf(List<SignalFrame> frames) {
        Map<FrameId, SignalFrame> first = new LinkedHashMap<>();
        frames.forEach(frame -> first.putIfAbsent(frame.id(), frame));
        return List.copyOf(first.values());
    }

    private static void assertEachDeviceInOrder(List<SignalFrame> frames) {
        var byDevice = frames.stream()
                .collect(Collectors.groupingBy(
                        frame -> frame.id().device(),
                        HashMap::new,
                        Collectors.mapping(frame -> frame.id().counter(), Collectors.toList())));
        assertThat(byDevice).hasSize(DEVICES);
        assertThat(byDevice.values())
                .allSatisfy(counters -> assertThat(counters).isSorted().doesNotHaveDuplicates());
    }
}
