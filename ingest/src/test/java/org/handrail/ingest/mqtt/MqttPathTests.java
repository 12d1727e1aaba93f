package org.handrail.ingest.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.handrail.ingest.DeviceCondition;
import org.handrail.ingest.Given;
import org.handrail.ingest.TestDatabase;
import org.handrail.signals.DataPointCodec;
import org.handrail.signals.DeviceId;
import org.handrail.signals.FrameCodec;
import org.handrail.signals.MenteeId;
import org.handrail.signals.RefusalReason;
import org.handrail.signals.StreamKind;
import org.handrail.signals.Topics;
import org.handrail.signals.WatchConnection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

@EnabledIf(
        value = "org.handrail.ingest.mqtt.Mosquitto#isInstalled",
        disabledReason = "These tests drive a real broker, and " + Mosquitto.BINARY + " is not installed")
@Timeout(60)
class MqttPathTests {

    private static final byte[] NUDGE = "a nudge".getBytes(StandardCharsets.UTF_8);

    private final HikariDataSource database = TestDatabase.shared();
    private final MenteeId mentee = Given.mentee();

    @TempDir
    private Path directory;

    private Mosquitto mosquitto;

    @BeforeEach
    void prepare() throws Exception {
        mosquitto = new Mosquitto(directory);
    }

    @Test
    void whatAWatchHasConfirmedEndsInTheArchiveExactlyOnce() throws Exception {
        try (var broker = mosquitto.start();
                var house = House.open(database, broker.uri());
                var watch = new Watch(broker.uri())) {
            var device = house.pairings().pair(mentee).device();
            for (long counter = 0; counter < 300; counter++) {
                watch.send(Given.heartRate(device, counter, 5));
                if (counter % 3 == 0) {
                    watch.send(Given.heartRate(device, counter / 2, 5));
                }
            }

            await().untilAsserted(
                            () -> assertThat(house.tally()).isEqualTo("received 400, stored 300, duplicates 100"));

            assertThat(house.archivedOf(mentee))
                    .containsExactlyElementsOf(LongStream.range(0, 300).boxed().toList());
            assertThat(house.sunkOf(mentee)).isEqualTo(house.archivedOf(mentee));
            assertThat(house.onlyDeviceOf(mentee).duplicates()).isEqualTo(100);
        }
    }

    @Test
    void whatCannotBeReadIsRefusedCountedAndAcknowledgedAndTheStreamGoesOn() throws Exception {
        try (var broker = mosquitto.start();
                var house = House.open(database, broker.uri());
                var watch = new Watch(broker.uri())) {
            var device = house.pairings().pair(mentee).device();
            var topic = Topics.up(device, StreamKind.HEART_RATE);
            // More than the receive maximum of 50: without acknowledgements the broker would fall silent.
            for (int i = 0; i < 60; i++) {
                watch.send(topic, "not a frame".getBytes(StandardCharsets.UTF_8), false);
            }
            watch.send(topic, new byte[0], false);
            watch.send(topic, new byte[FrameCodec.MAX_BYTES + 1], false);
            watch.send(topic, new byte[8 * FrameCodec.MAX_BYTES], false);
            watch.send("handrail/1/" + device + "/up/tea-leaves", new byte[] {1}, false);
            watch.send("handrail/1/NOBODY/up/beats", new byte[] {1}, false);
            watch.send(Given.heartRate(Given.device(), 1, 5));
            watch.send(Given.heartRate(device, 1, 60 * 24 * 61));
            watch.send(Given.heartRate(device, 2, -10));
            watch.send(Given.heartRate(device, 3, 5));

            await().until(() -> house.archivedOf(mentee).equals(List.of(3L)));

            assertThat(house.onlyDeviceOf(mentee).refusals())
                    .isEqualTo(Map.of(
                            RefusalReason.MALFORMED, 61L,
                            RefusalReason.TOO_LARGE, 1L,
                            RefusalReason.UNKNOWN_STREAM, 1L,
                            RefusalReason.TOO_OLD, 1L,
                            RefusalReason.FROM_THE_FUTURE, 1L));
        }
    }

    @Test
    void aDataPointIsStoredOnceAndADocumentThatIsNoneIsRefused() throws Exception {
        try (var broker = mosquitto.start();
                var house = House.open(database, broker.uri());
                var watch = new Watch(broker.uri())) {
            var device = house.pairings().pair(mentee).device();
            var topic = "handrail/1/" + device + "/up/" + DataPointCodec.TOPIC_NAME;
            watch.send(topic, heartRatePoint("beats/min"), false);
            watch.send(topic, heartRatePoint("beats/min"), false);
            watch.send(topic, heartRatePoint("Hz"), false);

            await().untilAsserted(() -> assertThat(house.tally()).isEqualTo("received 3, stored 1, duplicates 1"));

            assertThat(house.archivedOf(mentee))
                    .singleElement()
                    .satisfies(counter -> assertThat(counter).isNegative());
            assertThat(house.onlyDeviceOf(mentee).refusals()).isEqualTo(Map.of(RefusalReason.MALFORMED, 1L));
        }
    }

    private static byte[] heartRatePoint(String unit) {
        return ("{'header':{'id':'3f0e6c1a-0000-4000-8000-000000000001','creation_date_time':'" + Given.NOW
                        + "','schema_id':{'namespace':'omh','name':'heart-rate','version':'2.0'}},"
                        + "'body':{'heart_rate':{'value':71.5,'unit':'" + unit
                        + "'},'effective_time_frame':{'date_time':'" + Given.NOW + "'}}}")
                .replace('\'', '"')
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aRetainedFrameCountsOnceHoweverOftenTheHouseComesBack() throws Exception {
        try (var broker = mosquitto.start();
                var watch = new Watch(broker.uri())) {
            var frame = Given.heartRate(Given.device(), 1, 5);
            var payload = FrameCodec.encode(frame, FrameCodec.Format.JSON);
            for (int visit = 0; visit < 2; visit++) {
                try (var house = House.open(database, broker.uri())) {
                    var device = visit == 0 ? house.pairings().pair(mentee).device() : deviceOf(house);
                    watch.send(Topics.up(device, StreamKind.HEART_RATE), payload, true);
                    await().until(() -> house.count("handrail.ingest.received") >= 1);
                    await().until(() -> house.archivedOf(mentee).size() == 1);
                }
            }
        }
    }

    @Test
    void comesBackAndSubscribesAgainAfterTheBrokerWasKilled() throws Exception {
        try (var broker = mosquitto.start();
                var house = House.open(database, broker.uri())) {
            var device = house.pairings().pair(mentee).device();
            try (var watch = new Watch(broker.uri())) {
                watch.send(Given.heartRate(device, 1, 5));
            }
            await().until(() -> house.archivedOf(mentee).size() == 1);

            broker.kill();
            await().until(() -> house.gauge("handrail.ingest.connected") == 0);
            broker.start();
            house.awaitConnection();
            try (var watch = new Watch(broker.uri())) {
                watch.send(Given.heartRate(device, 2, 4));
            }

            await().until(() -> house.archivedOf(mentee).size() == 2);
        }
    }

    @Test
    void aLineThatIsUpButSilentIsReplaced() throws Exception {
        try (var broker = mosquitto.start();
                var line = new StallingLine(broker.uri());
                var house = House.open(database, line.uri(), "handrail.ingest.mqtt.keep-alive", "1s");
                var watch = new Watch(broker.uri())) {
            var device = house.pairings().pair(mentee).device();

            line.stall();
            watch.send(Given.heartRate(device, 1, 5));

            await().until(() -> house.archivedOf(mentee).equals(List.of(1L)));
        }
    }

    @Test
    void whatIsNotWhatItsContentTypeSaysIsRefused() throws Exception {
        try (var broker = mosquitto.start();
                var house = House.open(database, broker.uri());
                var watch = new Watch(broker.uri())) {
            var device = house.pairings().pair(mentee).device();
            var topic = Topics.up(device, StreamKind.HEART_RATE);
            var cbor = FrameCodec.encode(Given.heartRate(device, 1, 5), FrameCodec.Format.CBOR);
            var json = FrameCodec.encode(Given.heartRate(device, 2, 5), FrameCodec.Format.JSON);
            watch.sendAs("application/json", topic, cbor);
            watch.sendAs("application/xml", topic, json);
            watch.sendAs("application/cbor", topic, cbor);
            watch.sendAs("application/json", topic, json);

            await().until(() -> house.archivedOf(mentee).equals(List.of(1L, 2L)));
            assertThat(house.onlyDeviceOf(mentee).refusals()).isEqualTo(Map.of(RefusalReason.UNKNOWN_FORMAT, 2L));
        }
    }

    @Test
    void theOverviewTellsWhetherAWatchIsConnected() throws Exception {
        try (var broker = mosquitto.start();
                var house = House.open(database, broker.uri(), "handrail.ingest.silence.look", "50ms");
                var watch = new Watch(broker.uri())) {
            var device = house.pairings().pair(mentee).device();
            var topic = Topics.connection(device);
            watch.send(topic, WatchConnection.OFFLINE.encode(FrameCodec.Format.CBOR), true);
            watch.send(topic, "{}".getBytes(StandardCharsets.UTF_8), true);

            await().until(() ->
                    house.onlyDeviceOf(mentee).condition().connection().isPresent());
            assertThat(house.onlyDeviceOf(mentee).condition().connection())
                    .contains(new DeviceCondition.Connected(
                            WatchConnection.OFFLINE, Given.NOW.truncatedTo(ChronoUnit.MILLIS)));
            await().until(() -> house.onlyDeviceOf(mentee).refusals().equals(Map.of(RefusalReason.MALFORMED, 1L)));
        }
    }

    @Test
    void aDeviceThatFloodsIsShownOutThenRefusedAndTakesNothingFromAnother() throws Exception {
        String[] rate = {
            "handrail.ingest.rate.per-second",
            "1",
            "handrail.ingest.rate.burst",
            "50",
            "handrail.ingest.rate.most",
            "50"
        };
        try (var broker = mosquitto.start();
                var house = House.open(database, broker.uri(), rate);
                var watch = new Watch(broker.uri())) {
            var flooding = house.pairings().pair(mentee).device();
            var other = Given.mentee();
            var quiet = house.pairings().pair(other).device();
            for (long counter = 0; counter < 150; counter++) {
                watch.send(Given.heartRate(flooding, counter, 5));
            }
            watch.send(Given.heartRate(quiet, 1, 5));

            await().until(() -> house.archivedOf(other).size() == 1);
            await().until(() -> house.archivedOf(mentee).size() == 100);
            assertThat(house.shownOut()).containsExactly(flooding);
            assertThat(house.onlyDeviceOf(mentee).refusals()).isEqualTo(Map.of(RefusalReason.TOO_MANY, 50L));
        }
    }

    @Test
    void opensBeforeTheBrokerDoes() throws Exception {
        try (var house = House.opening(database, mosquitto.uri());
                var broker = mosquitto.start()) {
            house.awaitConnection();

            assertThat(broker.uri()).isNotEmpty();
        }
    }

    @Test
    void whatAWatchSendsWhileTheHouseIsClosedIsThereWhenItOpens() throws Exception {
        try (var broker = mosquitto.start()) {
            DeviceId device;
            try (var house = House.open(database, broker.uri())) {
                device = house.pairings().pair(mentee).device();
            }
            try (var watch = new Watch(broker.uri())) {
                for (long counter = 0; counter < 120; counter++) {
                    watch.send(Given.heartRate(device, counter, 5));
                }
            }
            try (var house = House.open(database, broker.uri())) {
                await().until(() -> house.archivedOf(mentee).size() == 120);
            }
        }
    }

    @Test
    void theBrokerKeepsWhatTheDatabaseCouldNotTakeEvenIfTheHouseEndsMeanwhile() throws Exception {
        try (var broker = mosquitto.start();
                var watch = new Watch(broker.uri());
                var own = new TestDatabase(directory.resolve("database"))) {
            DeviceId device;
            try (var house = House.open(own.dataSource(), broker.uri())) {
                device = house.pairings().pair(mentee).device();
                own.stop();
                for (long counter = 0; counter < 120; counter++) {
                    watch.send(Given.heartRate(device, counter, 5));
                }
                await().until(() -> house.count("handrail.ingest.received") == 50);
                await().during(Duration.ofMillis(500)).until(() -> house.count("handrail.ingest.received") == 50);
                assertThat(house.count("handrail.ingest.stored")).isZero();
            }
            own.start();
            try (var house = House.open(own.dataSource(), broker.uri())) {
                await().until(() -> house.archivedOf(mentee).size() == 120);
                assertThat(house.sunkOf(mentee))
                        .containsExactlyElementsOf(
                                LongStream.range(0, 120).boxed().toList());
            }
        }
    }

    @Test
    void carriesOnByItselfWhenTheDatabaseComesBack() throws Exception {
        try (var broker = mosquitto.start();
                var watch = new Watch(broker.uri());
                var own = new TestDatabase(directory.resolve("database"));
                var house = House.open(own.dataSource(), broker.uri())) {
            var device = house.pairings().pair(mentee).device();
            own.stop();
            for (long counter = 0; counter < 120; counter++) {
                watch.send(Given.heartRate(device, counter, 5));
            }
            own.start();

            await().until(() -> house.archivedOf(mentee).size() == 120);
            assertThat(house.gauge("handrail.ingest.connected")).isEqualTo(1);
            assertThat(house.sunkOf(mentee)).doesNotHaveDuplicates().hasSize(120);
        }
    }

    @Test
    void twoHousesMayDivideTheFramesBetweenThem() throws Exception {
        String[] shared = {"handrail.ingest.mqtt.share-group", "ingest", "handrail.ingest.mqtt.client-id", "second"};
        try (var broker = mosquitto.start();
                var first = House.open(database, broker.uri(), shared[0], shared[1])) {
            var device = first.pairings().pair(mentee).device();
            try (var second = House.open(database, broker.uri(), shared);
                    var watch = new Watch(broker.uri())) {
                for (long counter = 0; counter < 200; counter++) {
                    watch.send(Given.heartRate(device, counter, 5));
                }

                await().until(() -> first.archivedOf(mentee).size() == 200);
                await().until(() ->
                        first.sunkOf(mentee).size() + second.sunkOf(mentee).size() == 200);

                assertThat(first.sunkOf(mentee)).isNotEmpty().doesNotContainAnyElementsOf(second.sunkOf(mentee));
                assertThat(second.sunkOf(mentee)).isNotEmpty();
            }
        }
    }

    @Test
    void aNudgeReachesTheWristWithItsExpiry() throws Exception {
        try (var broker = mosquitto.start();
                var house = House.open(database, broker.uri());
                var watch = new Watch(broker.uri())) {
            var device = house.pairings().pair(mentee).device();
            var nudges = watch.listen(device);

            var accepted = house.downlink().send(mentee, NUDGE, Given.NOW.plusSeconds(180));

            assertThat(accepted.get(10, TimeUnit.SECONDS)).isTrue();
            var nudge = nudges.poll(10, TimeUnit.SECONDS);
            assertThat(nudge.getPayload()).isEqualTo(NUDGE);
            assertThat(nudge.getProperties().getContentType()).isEqualTo("application/cbor");
            assertThat(nudge.getProperties().getMessageExpiryInterval()).isBetween(178L, 180L);
        }
    }

    @Test
    void aNudgeThatNobodyCanGetIsNotAccepted() throws Exception {
        try (var broker = mosquitto.start();
                var house = House.open(database, broker.uri())) {
            var downlink = house.downlink();

            assertThat(downlink.send(mentee, NUDGE, Given.NOW.plusSeconds(180))).isCompletedWithValue(false);
            house.pairings().pair(mentee);
            assertThat(downlink.send(mentee, NUDGE, Given.NOW)).isCompletedWithValue(false);
            assertThat(downlink.send(mentee, NUDGE, Given.NOW.plusSeconds(180)).get(10, TimeUnit.SECONDS))
                    .as("no watch has ever subscribed")
                    .isFalse();
            broker.kill();
            await().until(() -> house.gauge("handrail.ingest.connected") == 0);
            assertThat(downlink.send(mentee, NUDGE, Given.NOW.plusSeconds(180))).isCompletedWithValue(false);
        }
    }

    private DeviceId deviceOf(House house) {
        return house.pairings().devicesOf(mentee).get(0);
    }
}
