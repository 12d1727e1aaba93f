package org.handrail.devicesim.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import org.handrail.devicesim.FrameCutter;
import org.handrail.devicesim.FrameSource;
import org.handrail.devicesim.fault.Fault;
import org.handrail.devicesim.fault.FaultPlan;
import org.handrail.devicesim.fault.Span;
import org.handrail.devicesim.physiology.Traits;
import org.handrail.devicesim.scenario.DemoScenario;
import org.handrail.signals.DeviceId;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.TimeWindow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class PublisherTests {

    private static final Instant NOW = Instant.parse("2026-05-12T01:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
    private final HandClock clock = new HandClock(NOW);

    @TempDir
    private Path folder;

    @AfterEach
    void stopTheClockwork() {
        scheduler.shutdownNow();
    }

    @Test
    void thePastAndThenThePresentArriveWithoutAHoleOrADouble() throws Exception {
        var scenario = DemoScenario.startingAt(NOW, ZoneOffset.UTC, 0);
        var past = new TimeWindow(NOW.minus(Duration.ofHours(5)).plusSeconds(600), NOW);
        try (var broker = Mosquitto.start(folder);
                var ear = new Ear(broker.port());
                var one = watch(broker, 1);
                var two = watch(broker, 2)) {
            var feeds = new ArrayList<Feed>();
            for (Watch watch : List.of(one, two)) {
                var wearer = scenario.wearer(watch.credential().device(), 5, Traits.typical(), scenario.calmEvening());
                feeds.add(new Feed(wearer, watch));
                watch.connect();
            }
            var progress = new ArrayList<Long>();

            boolean confirmed = new BacklogPublisher(FrameCutter.BACKLOG, (done, total) -> {
                        assertThat(total).isEqualTo(10);
                        progress.add(done);
                    })
                    .publish(feeds, past, PATIENCE);
            var live = new LivePublisher(clock, FrameCutter.LIVE);
            feeds.forEach(feed -> live.add(feed, NOW));
            for (int tick = 0; tick < 24; tick++) {
                clock.advance(Duration.ofSeconds(5));
                live.sendWhatIsDue();
            }

            assertThat(confirmed).isTrue();
            assertThat(progress).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
            var expected = new HashSet<SignalFrame>();
            for (Feed feed : feeds) {
                feed.source().frames(past, FrameCutter.BACKLOG).forEach(expected::add);
                feed.source()
                        .frames(new TimeWindow(NOW, clock.instant()), FrameCutter.LIVE)
                        .forEach(expected::add);
            }
            var heard = ear.hears(all -> all.size() >= expected.size());
            assertThat(heard).hasSameSizeAs(expected);
            assertThat(new HashSet<>(heard)).isEqualTo(expected);
        }
    }

    @Test
    void aFrameIsSentWhenItsEndHasComeAndNotBefore() {
        var scenario = DemoScenario.startingAt(NOW, ZoneOffset.UTC, 0);
        var device = new DeviceId("wrist-0003");
        var wearer = scenario.wearer(device, 5, Traits.typical(), scenario.calmEvening());
        try (var watch = new Watch(
                new WatchCredential("tcp://127.0.0.1:1", device, "secret"),
                WatchSettings.defaults(),
                AnswerPolicy.ignore(),
                clock,
                scheduler)) {
            var live = new LivePublisher(clock, FrameCutter.LIVE);
            live.add(new Feed(wearer, watch), NOW);

            live.sendWhatIsDue();
            assertThat(watch.counts().accepted()).isZero();
            clock.advance(Duration.ofSeconds(10));
            live.sendWhatIsDue();
            long atTen = watch.counts().accepted();
            clock.advance(Duration.ofMillis(1));
            live.sendWhatIsDue();

            // What ends with the tenth second is complete at the tenth second, so it is due just after.
            assertThat(watch.counts().accepted() - atTen).isEqualTo(5);
        }
    }

    @Test
    void whatAWatchWithoutANetworkHeldBackGoesOutTogetherWhenItIsBack() {
        var scenario = DemoScenario.startingAt(NOW, ZoneOffset.UTC, 0);
        var device = new DeviceId("wrist-0006");
        var wearer = scenario.wearer(device, 5, Traits.typical(), scenario.calmEvening());
        var away = new Span(Duration.ofSeconds(5), Duration.ofSeconds(40));
        var wrist = FaultPlan.of(1, new Fault.NetworkLoss(away)).over(wearer, NOW);
        try (var watch = new Watch(
                new WatchCredential("tcp://127.0.0.1:1", device, "secret"),
                WatchSettings.defaults(),
                AnswerPolicy.ignore(),
                clock,
                scheduler)) {
            var live = new LivePublisher(clock, FrameCutter.LIVE);
            live.add(new Feed(wrist, watch), NOW);
            clock.advance(Duration.ofSeconds(5));
            live.sendWhatIsDue();
            long before = watch.counts().accepted();
            for (int tick = 0; tick < 7; tick++) {
                clock.advance(Duration.ofSeconds(5));
                live.sendWhatIsDue();
                assertThat(watch.counts().accepted()).isEqualTo(before);
            }

            clock.advance(Duration.ofMillis(1));
            live.sendWhatIsDue();

            // Five streams at the tenth, the twentieth, the thirtieth and the fortieth second.
            assertThat(watch.counts().accepted() - before).isEqualTo(20);
        }
    }

    @Test
    void aWatchWithoutRoomHoldsUpNobodyAndCatchesUp() {
        var full = new DeviceId("wrist-0004");
        var roomy = new DeviceId("wrist-0005");
        var scenario = DemoScenario.startingAt(NOW, ZoneOffset.UTC, 0);
        var settings = WatchSettings.defaults();
        var small = new WatchSettings(
                7,
                7,
                settings.confirmedKept(),
                settings.reconnectAfter(),
                settings.reconnectAtMost(),
                settings.sessionExpiry(),
                settings.format());
        try (var first = offline(full, small);
                var second = offline(roomy, settings)) {
            var live = new LivePublisher(clock, FrameCutter.LIVE);
            for (Watch watch : List.of(first, second)) {
                live.add(
                        new Feed(
                                scenario.wearer(
                                        watch.credential().device(), 5, Traits.typical(), scenario.calmEvening()),
                                watch),
                        NOW);
            }
            clock.advance(Duration.ofMinutes(2));

            live.sendWhatIsDue();
            live.sendWhatIsDue();

            assertThat(first.counts().accepted()).isEqualTo(7);
            assertThat(second.counts().accepted()).isGreaterThan(50);
        }
    }

    @Test
    void aPacedClockRunsFromItsOwnStartAtItsOwnSpeed() {
        var past = NOW.minus(Duration.ofHours(3));
        var paced = new PacedClock(clock, past, 60);

        clock.advance(Duration.ofSeconds(30));

        assertThat(paced.instant()).isEqualTo(past.plus(Duration.ofMinutes(30)));
    }

    @Test
    void aSourceThatFailsHoldsUpNobodyAndIsAskedAgain() {
        var scenario = DemoScenario.startingAt(NOW, ZoneOffset.UTC, 0);
        var isBroken = new AtomicBoolean(true);
        try (var first = offline(new DeviceId("wrist-0006"), WatchSettings.defaults());
                var second = offline(new DeviceId("wrist-0007"), WatchSettings.defaults())) {
            var live = new LivePublisher(clock, FrameCutter.LIVE);
            for (Watch watch : List.of(first, second)) {
                var wearer = scenario.wearer(watch.credential().device(), 5, Traits.typical(), scenario.calmEvening());
                FrameSource source = (window, length) -> {
                    if (watch == first && isBroken.get()) {
                        throw new IllegalStateException("nothing to send");
                    }
                    return wearer.frames(window, length);
                };
                live.add(new Feed(source, watch), NOW);
            }
            clock.advance(Duration.ofMinutes(1));

            assertThatThrownBy(live::sendWhatIsDue).hasMessage("nothing to send");
            long sent = second.counts().accepted();
            assertThat(first.counts().accepted()).isZero();
            isBroken.set(false);
            live.sendWhatIsDue();

            assertThat(sent).isPositive();
            assertThat(first.counts().accepted()).isEqualTo(sent);
        }
    }

    private Watch watch(Mosquitto broker, int number) {
        return new Watch(
                new WatchCredential("tcp://127.0.0.1:" + broker.port(), new DeviceId("wrist-000" + number), "secret"),
                WatchSettings.defaults(),
                AnswerPolicy.ignore(),
                clock,
                scheduler);
    }

    private Watch offline(DeviceId device, WatchSettings settings) {
        return new Watch(
                new WatchCredential("tcp://127.0.0.1:1", device, "secret"),
                settings,
                AnswerPolicy.ignore(),
                clock,
                scheduler);
    }
}
