package org.handrail.devicesim.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.handrail.devicesim.FrameCutter;
import org.handrail.devicesim.physiology.Wearer;
import org.handrail.devicesim.physiology.WearerSettings;
import org.handrail.signals.Answer;
import org.handrail.signals.DeviceId;
import org.handrail.signals.FrameCodec;
import org.handrail.signals.Nudge;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.StreamKind;
import org.handrail.signals.TimeWindow;
import org.handrail.signals.WatchConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(30)
class WatchTests {

    private static final DeviceId DEVICE = new DeviceId("wrist-0001");
    private static final Instant NOW = Instant.parse("2026-05-12T01:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
    private final HandClock clock = new HandClock(NOW);
    private final List<Watch> watches = new ArrayList<>();

    @TempDir
    private Path folder;

    @AfterEach
    void takeEverythingOff() {
        watches.forEach(Watch::close);
        scheduler.shutdownNow();
    }

    @ParameterizedTest(name = "as {0}")
    @EnumSource
    void everyFrameArrivesInOrderAndIsConfirmed(FrameCodec.Format format) throws Exception {
        var frames = frames(Duration.ofMinutes(10));
        try (var broker = Mosquitto.start(folder);
                var ear = new Ear(broker.port())) {
            var watch = watch(broker.port(), settings(32, 64, format), AnswerPolicy.ignore());
            watch.connect();
            for (SignalFrame frame : frames) {
                watch.publish(frame);
            }

            assertThat(watch.awaitAcknowledged(PATIENCE)).isTrue();
            assertThat(ear.hears(heard -> heard.size() >= frames.size())).isEqualTo(frames);
            var counts = watch.counts();
            assertThat(counts.acknowledged()).isEqualTo(frames.size()).isEqualTo(counts.accepted());
            assertThat(counts.kept()).isZero();
            assertThat(counts.resent()).isZero();
        }
    }

    @Test
    void aFrameThatIsHandedInTwiceGoesOutTwiceAndEachIsConfirmed() throws Exception {
        var frame = frames(Duration.ofSeconds(60)).get(0);
        try (var broker = Mosquitto.start(folder);
                var ear = new Ear(broker.port())) {
            var watch = watch(broker, AnswerPolicy.ignore());
            watch.publish(frame);
            watch.publish(frame);
            watch.connect();

            assertThat(watch.awaitAcknowledged(PATIENCE)).isTrue();
            assertThat(ear.hears(heard -> heard.size() >= 2)).containsExactly(frame, frame);
            assertThat(watch.counts().acknowledged()).isEqualTo(2);
        }
    }

    @Test
    void saysThatItIsConnectedAndThatItIsNot() throws Exception {
        try (var broker = Mosquitto.start(folder);
                var ear = new Ear(broker.port())) {
            var watch = watch(broker, AnswerPolicy.ignore());
            watch.connect();
            assertThat(ear.hearsConnections(1)).containsExactly(WatchConnection.ONLINE);

            watch.close();

            assertThat(ear.hearsConnections(2)).containsExactly(WatchConnection.ONLINE, WatchConnection.OFFLINE);
        }
    }

    @Test
    void aNudgeIsShownAndAnswered() throws Exception {
        try (var broker = Mosquitto.start(folder);
                var ear = new Ear(broker.port())) {
            var shown = new CompletableFuture<Nudge>();
            var watch = watch(broker, AnswerPolicy.always(Answer.Choice.ROUGH, Duration.ofMillis(20)));
            watch.onNudge(shown::complete);
            watch.connect();
            watch.publish(frames(Duration.ofSeconds(60)).get(0));
            watch.awaitAcknowledged(PATIENCE);
            var nudge = new Nudge(UUID.randomUUID(), NOW.plusSeconds(180));

            ear.nudge(DEVICE, nudge);
            ear.nudge(DEVICE, nudge);

            assertThat(shown.get(15, TimeUnit.SECONDS)).isEqualTo(nudge);
            var answer = answers(ear, 1).get(0);
            assertThat(answer.content()).isEqualTo(new Answer(Optional.of(nudge.id()), Answer.Choice.ROUGH));
            assertThat(answer.sampledAt()).isEqualTo(NOW);
            assertThat(watch.awaitAcknowledged(PATIENCE)).isTrue();
            assertThat(watch.counts().nudges())
                    .as("the same nudge twice is one")
                    .isEqualTo(1);
            assertThat(watch.counts().answers()).isEqualTo(1);
        }
    }

    @Test
    void reachingOutNeedsNoNudgeAndEachPressIsAFrameOfItsOwn() throws Exception {
        try (var broker = Mosquitto.start(folder);
                var ear = new Ear(broker.port())) {
            var watch = watch(broker, AnswerPolicy.ignore());
            watch.connect();

            watch.reachOut();
            watch.reachOut();

            assertThat(answers(ear, 2))
                    .extracting(SignalFrame::content)
                    .containsOnly(new Answer(Optional.empty(), Answer.Choice.REACH_OUT));
            assertThat(answers(ear, 2)).extracting(SignalFrame::id).doesNotHaveDuplicates();
        }
    }

    @Test
    void aNudgeWaitsForAWatchThatIsAwayAndIsNotAnsweredOnceItHasRunOut() throws Exception {
        try (var broker = Mosquitto.start(folder);
                var ear = new Ear(broker.port())) {
            var first = watch(broker, AnswerPolicy.ignore());
            first.connect();
            first.publish(frames(Duration.ofSeconds(60)).get(0));
            first.awaitAcknowledged(PATIENCE);
            first.close();
            var old = new Nudge(UUID.randomUUID(), NOW.minusSeconds(1));
            var fresh = new Nudge(UUID.randomUUID(), NOW.plusSeconds(60));
            ear.nudge(DEVICE, old);
            ear.nudge(DEVICE, fresh);

            var again = watch(broker, AnswerPolicy.always(Answer.Choice.OKAY, Duration.ZERO));
            var shown = new CountDownLatch(2);
            again.onNudge(nudge -> shown.countDown());
            again.connect();

            assertThat(shown.await(15, TimeUnit.SECONDS)).isTrue();
            assertThat(answers(ear, 1).get(0).content())
                    .isEqualTo(new Answer(Optional.of(fresh.id()), Answer.Choice.OKAY));
            assertThat(again.counts().answers()).isEqualTo(1);
        }
    }

    @Test
    void whatWasNotConfirmedIsSentAgainAfterALostConnection() throws Exception {
        var frames = frames(Duration.ofMinutes(4));
        try (var broker = Mosquitto.start(folder);
                var ear = new Ear(broker.port());
                var gate = new Gate(broker.port())) {
            var watch = watch(gate.port(), settings(512, 10, FrameCodec.Format.CBOR), AnswerPolicy.ignore());
            watch.connect();
            watch.publish(frames.get(0));
            assertThat(watch.awaitAcknowledged(PATIENCE)).isTrue();

            gate.swallowAnswers();
            for (SignalFrame frame : frames.subList(1, frames.size())) {
                watch.publish(frame);
            }
            ear.hears(heard -> heard.size() >= 11);
            assertThat(watch.counts().kept()).as("heard, but not confirmed").isEqualTo(frames.size() - 1);
            gate.cut();

            assertThat(watch.awaitAcknowledged(PATIENCE)).isTrue();
            var heard = ear.hears(all -> new LinkedHashSet<>(all).size() == frames.size());
            assertThat(new LinkedHashSet<>(heard)).containsExactlyElementsOf(frames);
            assertThat(watch.counts().resent()).isEqualTo(10);
            assertThat(watch.counts().connected()).isEqualTo(2);
            assertThat(watch.counts().acknowledged()).isEqualTo(frames.size());
        }
    }

    @Test
    void whatWasConfirmedJustBeforeTheLossGoesOutAgainInItsPlaceAndCountsOnce() throws Exception {
        var frames = frames(Duration.ofMinutes(1));
        try (var broker = Mosquitto.start(folder);
                var ear = new Ear(broker.port());
                var gate = new Gate(broker.port())) {
            var watch = watch(
                    gate.port(),
                    settings(512, 10, FrameCodec.Format.CBOR, Duration.ofMinutes(1)),
                    AnswerPolicy.ignore());
            watch.connect();
            for (SignalFrame frame : frames) {
                watch.publish(frame);
            }
            assertThat(watch.awaitAcknowledged(PATIENCE)).isTrue();

            gate.cut();

            var heard = ear.hears(all -> all.size() == 2 * frames.size());
            assertThat(heard.subList(frames.size(), heard.size())).isEqualTo(frames);
            assertThat(watch.awaitAcknowledged(PATIENCE)).isTrue();
            assertThat(watch.counts().acknowledged()).isEqualTo(frames.size());
        }
    }

    @Test
    void aWatchWithoutABrokerKeepsWhatItHasAndThenWaits() throws Exception {
        int port;
        var frames = frames(Duration.ofMinutes(1));
        try (var gone = Mosquitto.start(folder)) {
            port = gone.port();
        }
        var watch = watch(port, settings(3, 2, FrameCodec.Format.CBOR), AnswerPolicy.ignore());
        watch.connect();
        for (SignalFrame frame : frames.subList(0, 3)) {
            assertThat(watch.tryPublish(frame)).isTrue();
        }

        assertThat(watch.hasRoom()).isFalse();
        assertThat(watch.tryPublish(frames.get(3))).isFalse();
        assertThat(watch.awaitAcknowledged(Duration.ofMillis(50))).isFalse();
        watch.reachOut();
        assertThat(watch.counts().kept())
                .as("a press is kept whatever the bound")
                .isEqualTo(4);
    }

    @Test
    void closingReleasesWhoeverWaitsForRoom() throws Exception {
        var frames = frames(Duration.ofMinutes(1));
        var watch = watch(1, settings(1, 1, FrameCodec.Format.CBOR), AnswerPolicy.ignore());
        watch.publish(frames.get(0));
        var waiter = scheduler.submit(() -> {
            watch.publish(frames.get(1));
            return true;
        });

        watch.close();

        assertThatThrownBy(() -> waiter.get(15, TimeUnit.SECONDS))
                .hasRootCauseMessage("The watch is closed and takes no more frames");
        assertThat(watch.counts().kept()).isEqualTo(1);
    }

    @Test
    void aRefusalByTheBrokerLosesNothing() throws Exception {
        try (var broker =
                Mosquitto.start(folder, "pattern read handrail/1/#\npattern write handrail/1/%u/up/connection")) {
            var watch = watch(broker, AnswerPolicy.ignore());
            watch.connect();
            watch.publish(frames(Duration.ofMinutes(1)).get(0));

            var isRefusedTwice = new CompletableFuture<Boolean>();
            scheduler.scheduleWithFixedDelay(
                    () -> {
                        if (watch.counts().refused() >= 2) {
                            isRefusedTwice.complete(true);
                        }
                    },
                    0,
                    10,
                    TimeUnit.MILLISECONDS);

            assertThat(isRefusedTwice.get(15, TimeUnit.SECONDS)).isTrue();
            assertThat(watch.counts().kept()).isEqualTo(1);
            assertThat(watch.counts().acknowledged()).isZero();
        }
    }

    @Test
    void secretsAreNotWrittenDown() {
        assertThat(new WatchCredential("tcp://localhost:1883", DEVICE, "hush").toString())
                .isEqualTo("wrist-0001 at tcp://localhost:1883");
    }

    private static List<SignalFrame> answers(Ear ear, int count) throws InterruptedException {
        return ear
                .hears(heard -> heard.stream()
                                .filter(frame -> frame.stream() == StreamKind.ANSWER)
                                .count()
                        >= count)
                .stream()
                .filter(frame -> frame.stream() == StreamKind.ANSWER)
                .toList();
    }

    private static List<SignalFrame> frames(Duration span) {
        return new Wearer(WearerSettings.quiet(DEVICE, 77, ZoneOffset.UTC))
                .frames(new TimeWindow(NOW.minus(span), NOW), FrameCutter.LIVE)
                .toList();
    }

    private static WatchSettings settings(int kept, int inFlight, FrameCodec.Format format) {
        return settings(kept, inFlight, format, Duration.ZERO);
    }

    private static WatchSettings settings(int kept, int inFlight, FrameCodec.Format format, Duration confirmedKept) {
        return new WatchSettings(
                kept,
                inFlight,
                confirmedKept,
                Duration.ofMillis(20),
                Duration.ofMillis(200),
                Duration.ofHours(1),
                format);
    }

    private Watch watch(Mosquitto broker, AnswerPolicy policy) {
        return watch(broker.port(), settings(512, 64, FrameCodec.Format.CBOR), policy);
    }

    private Watch watch(int port, WatchSettings settings, AnswerPolicy policy) {
        var credential = new WatchCredential("tcp://127.0.0.1:" + port, DEVICE, "secret");
        var watch = new Watch(credential, settings, policy, clock, scheduler);
        watches.add(watch);
        return watch;
    }
}
