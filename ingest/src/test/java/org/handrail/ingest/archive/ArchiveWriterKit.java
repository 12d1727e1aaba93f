package org.handrail.ingest.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.handrail.ingest.AdmissionSettings;
import org.handrail.ingest.ArchiveSettings;
import org.handrail.ingest.FrameSink;
import org.handrail.ingest.Given;
import org.handrail.ingest.Pairings;
import org.handrail.ingest.admission.Refusals;
import org.handrail.ingest.pairing.JdbcPairings;
import org.handrail.ingest.silence.JdbcDeviceOverviews;
import org.handrail.signals.DeviceId;
import org.handrail.signals.DeviceStatus;
import org.handrail.signals.MenteeId;
import org.handrail.signals.RefusalReason;
import org.handrail.signals.StreamKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** What is promised of the writers, whatever the database makes its tables of. */
abstract class ArchiveWriterKit {

    private static final AdmissionSettings ADMISSION =
            new AdmissionSettings(Duration.ofDays(60), Duration.ofMinutes(2));
    private static final ArchiveSettings SETTINGS = new ArchiveSettings(
            100, Duration.ofMillis(10), Duration.ofMillis(200), Duration.ofSeconds(5), Duration.ofMillis(50));

    private final DataSource dataSource;
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Refusals refusals = new Refusals(Given.CLOCK, meters);
    private final Intake intake = new Intake(500, meters);
    private final JdbcFrameArchive archive;
    private final Pairings pairings;
    private final MenteeId mentee = Given.mentee();
    private final DeviceId device;
    private final Sent sent = new Sent();
    private final AtomicInteger calls = new AtomicInteger();
    private ArchiveWriters writers;

    ArchiveWriterKit(DataSource dataSource) {
        this.dataSource = dataSource;
        this.archive = new JdbcFrameArchive(dataSource);
        this.pairings = new JdbcPairings(dataSource, Given.CLOCK);
        this.device = pairings.pair(mentee).device();
        this.writers = writers(dataSource, sent);
    }

    /** Everything of October 2026, as an administrator or the retention would. */
    abstract void takeAwayOctober(JdbcTemplate jdbc);

    @AfterEach
    void stop() throws InterruptedException {
        writers.drainAndStop();
    }

    @Test
    void acknowledgesAndHandsOverWhatItHasStored() throws InterruptedException {
        offer(1, 2, 3, 2);
        runToTheEnd();

        assertThat(sent.acknowledged()).hasSize(4);
        assertThat(sent.countersHandedOver()).containsExactly(1L, 2L, 3L);
        assertThat(archive.count(device)).isEqualTo(3);
        assertThat(meters.counter("handrail.ingest.stored").count()).isEqualTo(3);
        assertThat(meters.counter("handrail.ingest.duplicates").count()).isEqualTo(1);
    }

    @Test
    void aFrameUnderAUsedCounterIsRefusedCountedAndAcknowledged() throws InterruptedException {
        offer(1, 2);
        intake.offer(sent.incoming(mentee, Given.heartRate(device, 2, 1_234)));
        runToTheEnd();

        assertThat(sent.acknowledged()).hasSize(3);
        assertThat(sent.countersHandedOver()).containsExactly(1L, 2L);
        assertThat(meters.counter("handrail.ingest.duplicates").count()).isZero();
        assertThat(new JdbcTemplate(dataSource)
                        .queryForMap("SELECT reason, n FROM ingest.refusal WHERE device = ?", device.value()))
                .isEqualTo(Map.of("reason", "COUNTER_REUSED", "n", 1L));
    }

    @Test
    void acknowledgesNothingBeforeTheSinkHasIt() throws InterruptedException {
        writers = writers(dataSource, frames -> {
            assertThat(archive.count(device)).isEqualTo(2);
            assertThat(sent.acknowledged()).isEmpty();
            calls.incrementAndGet();
        });
        offer(1, 2);
        runToTheEnd();

        assertThat(calls).hasValue(1);
        assertThat(sent.acknowledged()).hasSize(2);
    }

    @Test
    void refusesTheOneFrameThatCannotBeStoredAndKeepsTheOthers() throws InterruptedException {
        offer(LongStream.range(0, 40).toArray());
        intake.offer(sent.incoming(mentee, Given.unstorable(device, 40)));
        offer(LongStream.range(41, 90).toArray());
        runToTheEnd();

        assertThat(archive.count(device)).isEqualTo(89);
        assertThat(sent.countersHandedOver()).hasSize(89).doesNotContain(40L).isSorted();
        assertThat(sent.acknowledged()).hasSize(90).anyMatch(id -> id.counter() == 40);
        assertThat(new JdbcTemplate(dataSource)
                        .queryForMap("SELECT reason, n FROM ingest.refusal WHERE device = ?", device.value()))
                .isEqualTo(Map.of("reason", "MALFORMED", "n", 1L));
    }

    @Test
    void blamesNoFrameForAMonthThatSomeoneTookAway() throws InterruptedException {
        int inOctober = 60 * 24 * 25;
        writers.start();
        intake.offer(sent.incoming(mentee, Given.heartRate(device, 1, inOctober)));
        await().untilAsserted(() -> assertThat(sent.acknowledged()).hasSize(1));

        takeAwayOctober(new JdbcTemplate(dataSource));
        intake.offer(sent.incoming(mentee, Given.heartRate(device, 2, inOctober)));
        await().untilAsserted(() -> assertThat(sent.acknowledged()).hasSize(2));

        assertThat(sent.countersHandedOver()).containsExactly(1L, 2L);
        assertThat(refusals.countsOf(device, Map::of)).isEmpty();
    }

    @Test
    void handsOverWhatACommitStoredWhoseAnswerWasLost() throws InterruptedException {
        writers = writers(losingTheFirstAnswer(dataSource), sent);
        offer(1, 2, 3);
        runToTheEnd();

        assertThat(calls.get()).isGreaterThan(1);
        assertThat(sent.countersHandedOver()).containsExactly(1L, 2L, 3L);
        assertThat(archive.count(device)).isEqualTo(3);
        assertThat(sent.acknowledged()).hasSize(3);
        assertThat(new JdbcTemplate(dataSource)
                        .queryForMap(
                                "SELECT frames, duplicates FROM ingest.device_state WHERE device = ?", device.value()))
                .isEqualTo(Map.of("frames", 3L, "duplicates", 0L));
    }

    @Test
    void handsOverAgainToASinkThatThrew() throws InterruptedException {
        writers = writers(dataSource, frames -> {
            if (calls.getAndIncrement() < 2) {
                throw new IllegalStateException("not yet");
            }
            sent.accept(frames);
        });
        offer(1);
        runToTheEnd();

        assertThat(sent.countersHandedOver()).containsExactly(1L);
        assertThat(sent.acknowledged()).hasSize(1);
    }

    @Test
    void goesOnWithoutASinkThatThrowsForEver() throws InterruptedException {
        writers = writers(dataSource, frames -> {
            throw new IllegalStateException("never");
        });
        offer(1);
        runToTheEnd();

        assertThat(sent.acknowledged()).hasSize(1);
        assertThat(archive.count(device)).isEqualTo(1);
    }

    @Test
    void tellsHowManyFramesAreMissingOfADeviceThatCountsByOne() throws InterruptedException {
        offer(10, 12, 12, 13, -7);
        runToTheEnd();
        assertThat(missing()).contains(1L);
        writers = writers(dataSource, sent);
        offer(11);
        runToTheEnd();
        assertThat(missing()).contains(0L);
    }

    @Test
    void aDeviceWhoseCountersLeapIsNotSaidToMissFrames() throws InterruptedException {
        offer(16, 32, 4_000);
        runToTheEnd();

        assertThat(missing()).isEmpty();
    }

    private Optional<Long> missing() {
        return new JdbcDeviceOverviews(dataSource, pairings, refusals)
                .of(mentee)
                .get(0)
                .condition()
                .missing();
    }

    @Test
    void notesDownHowTheDeviceIs() throws InterruptedException {
        offer(1, 2, 2);
        var status = new DeviceStatus(42, DeviceStatus.Contact.WORN, "1.4");
        var older = new DeviceStatus(50, DeviceStatus.Contact.NOT_WORN, "1.3");
        intake.offer(sent.incoming(mentee, Given.frame(device, 3, StreamKind.DEVICE_STATUS, Given.NOW, status)));
        runToTheEnd();
        writers = writers(dataSource, sent);
        intake.offer(sent.incoming(
                mentee, Given.frame(device, 4, StreamKind.DEVICE_STATUS, Given.NOW.minusSeconds(60), older)));
        runToTheEnd();
        refusals.count(Optional.of(device), RefusalReason.TOO_OLD);

        var overview = new JdbcDeviceOverviews(dataSource, pairings, refusals).of(mentee);

        assertThat(overview).singleElement().satisfies(of -> {
            assertThat(of.status()).contains(status);
            assertThat(of.lastReceivedAt()).contains(Given.NOW);
            assertThat(of.lastSampledAt()).contains(Given.NOW);
            assertThat(of.frames()).isEqualTo(4);
            assertThat(of.duplicates()).isEqualTo(1);
            assertThat(of.refusals()).isEqualTo(Map.of(RefusalReason.TOO_OLD, 1L));
        });
    }

    @Test
    void aDeviceThatWasNeverHeardOfHasAnOverviewToo() {
        assertThat(new JdbcDeviceOverviews(dataSource, pairings, refusals).of(mentee))
                .singleElement()
                .satisfies(of -> {
                    assertThat(of.lastReceivedAt()).isEmpty();
                    assertThat(of.status()).isEmpty();
                    assertThat(of.frames()).isZero();
                });
    }

    @Test
    void saysAtOnceThatThereIsNoRoom() {
        var small = new Intake(1, new SimpleMeterRegistry());

        assertThat(small.offer(sent.incoming(mentee, Given.heartRate(device, 1, 5))))
                .isTrue();
        assertThat(small.hasRoomFor(1)).isTrue();
        assertThat(small.offer(sent.incoming(mentee, Given.heartRate(device, 2, 5))))
                .isTrue();
        assertThat(small.hasRoomFor(1)).isFalse();
        assertThat(small.offer(sent.incoming(mentee, Given.heartRate(device, 3, 5))))
                .isFalse();
    }

    private void offer(long... counters) {
        for (long counter : counters) {
            assertThat(intake.offer(sent.incoming(mentee, Given.heartRate(device, counter, 5))))
                    .isTrue();
        }
    }

    private void runToTheEnd() throws InterruptedException {
        writers.start();
        writers.drainAndStop();
    }

    private ArchiveWriters writers(DataSource to, FrameSink sink) {
        return new ArchiveWriters(to, intake, sink, refusals, ADMISSION, SETTINGS, meters);
    }

    /** Its first commit of frames counts, but the caller hears that the line broke. */
    private DataSource losingTheFirstAnswer(DataSource real) {
        return new DelegatingDataSource(real) {
            @Override
            public Connection getConnection() throws SQLException {
                var connection = super.getConnection();
                return (Connection) Proxy.newProxyInstance(
                        getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                            try {
                                var answer = method.invoke(connection, arguments);
                                if (method.getName().equals("commit") && calls.getAndIncrement() == 0) {
                                    throw new SQLException("The line broke", "08006");
                                }
                                return answer;
                            } catch (InvocationTargetException fault) {
                                throw fault.getCause();
                            }
                        });
            }
        };
    }
}
