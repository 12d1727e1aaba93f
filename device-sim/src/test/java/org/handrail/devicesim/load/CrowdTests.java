package org.handrail.devicesim.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.handrail.devicesim.publish.Ear;
import org.handrail.devicesim.publish.Gate;
import org.handrail.devicesim.publish.Mosquitto;
import org.handrail.devicesim.publish.WatchCredential;
import org.handrail.signals.DeviceId;
import org.handrail.signals.FrameId;
import org.handrail.signals.Nudge;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.StreamKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the watches remember is sent at once, so no test waits for a minute. */
@Timeout(90)
class CrowdTests {

    /** Just after a minute began, so that nothing but what is remembered is due. */
    private static final Instant NOW = Instant.parse("2026-05-12T10:00:01Z");

    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int WATCHES = 60;
    private static final int REMEMBERED = 3;

    /** The last minute is sent while the next one goes on. */
    private static final int SURE_FRAMES = WATCHES * (REMEMBERED - 1) * 6;

    @TempDir
    private Path folder;

    private final List<DeviceId> nudged = new CopyOnWriteArrayList<>();

    @Test
    void everybodySendsFullMinutesThatFollowEachOther() throws Exception {
        try (var broker = Mosquitto.start(folder);
                var ear = new Ear(broker.port())) {
            var crowd = crowdAt(broker.port());
            try (crowd) {
                crowd.join(credentials(), List.of());
                await().atMost(PATIENCE).until(() -> crowd.counts().connected() == WATCHES);
                await().atMost(PATIENCE).until(() -> crowd.counts().confirmed() >= SURE_FRAMES);
            }
            long confirmed = crowd.counts().confirmed();
            var heard = ear.hears(frames -> frames.size() >= confirmed);
            assertThat(idsOf(heard)).doesNotHaveDuplicates();
            assertThat(confirmedBy(crowd)).hasSize((int) confirmed).isSubsetOf(idsOf(heard));
            assertThat(crowd.counts().refused()).isZero();
            ofEachDevice(heard).values().forEach(CrowdTests::assertRatesWithoutGap);
        }
    }

    @Test
    void whatAStormLeavesUnconfirmedIsSentAgainAndNothingIsLost() throws Exception {
        try (var broker = Mosquitto.start(folder);
                var gate = new Gate(broker.port());
                var ear = new Ear(broker.port())) {
            var crowd = crowdAt(gate.port());
            try (crowd) {
                crowd.join(credentials(), List.of());
                await().atMost(PATIENCE).until(() -> crowd.counts().connected() > 0);
                gate.swallowAnswers();
                await().atMost(PATIENCE).until(() -> crowd.counts().underWay() > 0);
                crowd.storm(1, 1);
                await().atMost(PATIENCE).until(() -> crowd.counts().breaks() > 0);
                gate.cut();
                await().atMost(PATIENCE).until(() -> crowd.counts().connected() == WATCHES);
                await().atMost(PATIENCE).until(() -> crowd.counts().confirmed() >= SURE_FRAMES);
                await().atMost(PATIENCE).until(() -> crowd.counts().underWay() == 0);
                assertThat(crowd.counts().confirmed()).isEqualTo(crowd.counts().begun());
            }
            var ids = confirmedBy(crowd);
            assertThat(ids).doesNotHaveDuplicates();
            var heard = ear.hears(frames -> idsOf(frames).containsAll(ids));
            ofEachDevice(heard).values().forEach(CrowdTests::assertRatesWithoutGap);
        }
    }

    @Test
    void aNudgeIsHeardByItsWatchOnce() throws Exception {
        try (var broker = Mosquitto.start(folder);
                var ear = new Ear(broker.port());
                var crowd = crowdAt(broker.port())) {
            crowd.join(credentials(), List.of());
            await().atMost(PATIENCE).until(() -> crowd.counts().connected() == WATCHES);
            var device = credentials().get(17).device();
            var nudge = new Nudge(UUID.randomUUID(), NOW.plusSeconds(180));
            ear.nudge(device, nudge);
            ear.nudge(device, nudge);
            ear.nudge(device, new Nudge(UUID.randomUUID(), NOW.plusSeconds(180)));

            await().atMost(PATIENCE).until(() -> nudged.size() == 2);
            assertThat(nudged).containsOnly(device);
            assertThat(crowd.counts().nudges()).isEqualTo(2);
        }
    }

    @Test
    void whoLeavesIsGoneAndWhatWasConfirmedStaysKnown() throws Exception {
        try (var broker = Mosquitto.start(folder);
                var ear = new Ear(broker.port())) {
            var crowd = crowdAt(broker.port());
            try (crowd) {
                crowd.join(credentials(), List.of());
                await().atMost(PATIENCE).until(() -> crowd.counts().connected() == WATCHES);
                crowd.leave(20);
                await().atMost(PATIENCE).until(() -> crowd.counts().connected() == WATCHES - 20);
                assertThat(crowd.counts().watches()).isEqualTo(WATCHES - 20);
            }
            assertThat(crowd.confirmedCounters()).hasSize(WATCHES);
            assertThat(idsOf(ear.hears(
                            frames -> frames.size() >= confirmedBy(crowd).size())))
                    .containsAll(confirmedBy(crowd));
        }
    }

    private Crowd crowdAt(int port) {
        var ear = new CrowdEar() {
            @Override
            public void confirmed(long nanos) {}

            @Override
            public void nudged(DeviceId device, long nanos) {
                nudged.add(device);
            }
        };
        return Crowd.start(URI.create("tcp://127.0.0.1:" + port), CrowdSettings.ofSeed(7), CLOCK, ear);
    }

    private static List<WatchCredential> credentials() {
        return IntStream.range(0, WATCHES)
                .mapToObj(number -> new WatchCredential("tcp://127.0.0.1:1", new DeviceId("watch-" + number), "secret"))
                .toList();
    }

    private static List<FrameId> idsOf(List<SignalFrame> frames) {
        return frames.stream().map(SignalFrame::id).toList();
    }

    private static List<FrameId> confirmedBy(Crowd crowd) {
        return crowd.confirmedCounters().entrySet().stream()
                .flatMap(device ->
                        Arrays.stream(device.getValue()).mapToObj(counter -> new FrameId(device.getKey(), counter)))
                .toList();
    }

    private static Map<DeviceId, List<SignalFrame>> ofEachDevice(List<SignalFrame> frames) {
        var byDevice = frames.stream()
                .collect(Collectors.groupingBy(frame -> frame.id().device()));
        assertThat(byDevice).hasSize(WATCHES);
        return byDevice;
    }

    /** From three minutes ago up to now, second after second. */
    private static void assertRatesWithoutGap(List<SignalFrame> frames) {
        var rates = frames.stream()
                .filter(frame -> frame.stream() == StreamKind.HEART_RATE)
                .sorted(Comparator.comparing(SignalFrame::sampledAt))
                .distinct()
                .toList();
        assertThat(rates).hasSizeGreaterThanOrEqualTo(REMEMBERED - 1);
        assertThat(rates.get(0).sampledAt()).isEqualTo(Instant.parse("2026-05-12T09:57:00Z"));
        for (int i = 1; i < rates.size(); i++) {
            assertThat(rates.get(i).sampledAt()).isEqualTo(rates.get(i - 1).endsAt());
        }
    }
}
