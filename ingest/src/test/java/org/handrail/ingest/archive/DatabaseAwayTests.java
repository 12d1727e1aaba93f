package org.handrail.ingest.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.handrail.ingest.AdmissionSettings;
import org.handrail.ingest.ArchiveSettings;
import org.handrail.ingest.Given;
import org.handrail.ingest.TestDatabase;
import org.handrail.ingest.admission.Refusals;
import org.handrail.signals.DeviceId;
import org.handrail.signals.FrameId;
import org.handrail.signals.MenteeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseAwayTests {

    private static final int MENTEES = 20;
    private static final int FRAMES = 200;
    private static final ArchiveSettings SETTINGS = new ArchiveSettings(
            50, Duration.ofMillis(5), Duration.ofMillis(200), Duration.ofSeconds(10), Duration.ofSeconds(1));

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Intake intake = new Intake(MENTEES * FRAMES, meters);
    private final Sent sent = new Sent();
    private final List<MenteeId> mentees =
            IntStream.range(0, MENTEES).mapToObj(i -> Given.mentee()).toList();
    private final List<DeviceId> devices =
            IntStream.range(0, MENTEES).mapToObj(i -> Given.device()).toList();

    @Test
    void nothingIsLostAndNothingAcknowledgedWhilePostgresIsAway(@TempDir Path directory) throws Exception {
        try (var database = new TestDatabase(directory)) {
            nothingIsLostAndNothingAcknowledgedWhileAway(database);
        }
    }

    @Test
    void nothingIsLostAndNothingAcknowledgedWhileTimescaleIsAway() throws Exception {
        try (var database = TestDatabase.timescale()) {
            nothingIsLostAndNothingAcknowledgedWhileAway(database);
        }
    }

    private void nothingIsLostAndNothingAcknowledgedWhileAway(TestDatabase database) throws Exception {
        var archive = new JdbcFrameArchive(database.dataSource());
        var writers = new ArchiveWriters(
                database.dataSource(),
                intake,
                sent,
                new Refusals(Given.CLOCK, meters),
                new AdmissionSettings(Duration.ofDays(60), Duration.ofMinutes(2)),
                SETTINGS,
                meters);
        writers.start();
        offer(0, FRAMES / 2);
        await().until(() -> sent.acknowledged().size() > 50);

        database.stop();
        offer(FRAMES / 2, FRAMES);
        await().during(Duration.ofSeconds(1)).until(this::acknowledgedNow, this::isStill);
        var whileAway = new HashSet<>(sent.acknowledged());
        assertThat(whileAway.size()).isLessThan(MENTEES * FRAMES);
        assertThat(intake.size()).isPositive();

        database.start();
        assertThat(storedIds(archive)).containsAll(whileAway);
        await().atMost(Duration.ofSeconds(20)).until(() -> sent.acknowledged().size() == MENTEES * FRAMES);
        writers.drainAndStop();

        assertThat(storedIds(archive)).hasSize(MENTEES * FRAMES);
        assertThat(sent.handedOver())
                .extracting(frame -> frame.frame().id())
                .doesNotHaveDuplicates()
                .hasSize(MENTEES * FRAMES);
    }

    private int last = -1;

    private int acknowledgedNow() {
        return sent.acknowledged().size();
    }

    private boolean isStill(int now) {
        boolean still = now == last;
        last = now;
        return still;
    }

    private void offer(int from, int to) {
        for (int counter = from; counter < to; counter++) {
            for (int i = 0; i < MENTEES; i++) {
                intake.offer(sent.incoming(mentees.get(i), Given.heartRate(devices.get(i), counter, 5)));
            }
        }
    }

    private HashSet<FrameId> storedIds(JdbcFrameArchive archive) {
        var ids = new HashSet<FrameId>();
        for (var mentee : mentees) {
            var last = new long[1];
            archive.readAfter(mentee, 0, frame -> {
                assertThat(frame.position()).isGreaterThan(last[0]);
                last[0] = frame.position();
                ids.add(frame.frame().id());
            });
        }
        return ids;
    }
}
