package org.handrail.ingest.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.handrail.ingest.Given;
import org.handrail.ingest.RetentionSettings;
import org.handrail.ingest.archive.JdbcFrameArchive;
import org.handrail.ingest.pairing.JdbcPairings;
import org.handrail.signals.ArchivedFrame;
import org.handrail.signals.DeviceId;
import org.handrail.signals.MenteeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** What retention does, whatever the database makes its tables of. It plays in years that no other test writes into. */
abstract class RetentionKit {

    private static final Duration LOOK_BACK = Duration.ofDays(124);
    private static final RetentionSettings SETTINGS =
            new RetentionSettings(Duration.ofDays(400), Duration.ofDays(70), Duration.ofDays(90), Duration.ofDays(1));

    /** 400 days before it is 15 October 2018. */
    static final Instant NOW = Instant.parse("2019-11-19T20:15:30Z");

    private final DataSource dataSource;
    private final JdbcTemplate jdbc;
    private final RetentionRound round;
    private final JdbcFrameArchive archive;
    private final MenteeId mentee = Given.mentee();
    private final DeviceId device;

    RetentionKit(DataSource dataSource) {
        this.dataSource = dataSource;
        this.jdbc = new JdbcTemplate(dataSource);
        this.round = new RetentionRound(dataSource, SETTINGS, LOOK_BACK);
        this.archive = new JdbcFrameArchive(dataSource);
        this.device = new JdbcPairings(dataSource, Given.CLOCK).pair(mentee).device();
    }

    @BeforeEach
    void neverDoneBefore() {
        jdbc.update("DELETE FROM ingest.retention_round");
        jdbc.queryForList("SELECT * FROM ingest.drop_frames_before('2020-01-01')");
    }

    @Test
    void dropsWhatEndsBeforeTheFramesThatAreKept() throws SQLException {
        store(1, "2018-08-02T12:00:00Z", "2018-09-12T12:00:00Z", "2018-10-20T12:00:00Z", "2019-11-01T12:00:00Z");

        var dropped = round.runIfDue(NOW).orElseThrow().dropped();

        assertThat(times()).containsExactly(at("2018-10-20T12:00:00Z"), at("2019-11-01T12:00:00Z"));
        assertThat(dropped.count()).isEqualTo(2);
        assertThat(dropped.span()).hasValueSatisfying(span -> {
            assertThat(span.start()).isBeforeOrEqualTo(at("2018-08-02T12:00:00Z"));
            assertThat(span.end()).isAfter(at("2018-09-12T12:00:00Z"));
            assertThat(span.end()).isBeforeOrEqualTo(NOW.minus(SETTINGS.frames()));
        });
    }

    @Test
    void positionsGoOnFromWhereTheyWere() throws SQLException {
        store(1, "2018-08-02T12:00:00Z", "2019-11-01T12:00:00Z");
        long before = archive.lastPositions().get(mentee);

        round.runIfDue(NOW);

        assertThat(archive.lastPositions()).containsEntry(mentee, before);
        store(3, "2019-11-02T12:00:00Z");
        assertThat(archive.lastPositions().get(mentee)).isGreaterThan(before);
        assertThat(after(before)).containsExactly(at("2019-11-02T12:00:00Z"));
    }

    @Test
    void aMenteeWithoutFramesAnyMoreHasNoLastPosition() throws SQLException {
        store(1, "2018-08-02T12:00:00Z");

        round.runIfDue(NOW);

        assertThat(archive.lastPositions()).doesNotContainKey(mentee);
        assertThat(times()).isEmpty();
    }

    @Test
    void isDoneOnceADay() throws SQLException {
        assertThat(round.runIfDue(NOW)).isPresent();
        assertThat(round.runIfDue(NOW.plus(Duration.ofHours(23)))).isEmpty();
        assertThat(round.runIfDue(NOW.plus(Duration.ofDays(1)))).isPresent();
    }

    @Test
    void isLeftToAnotherProcessThatIsAtIt() throws SQLException {
        try (var other = dataSource.getConnection();
                var statement = other.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(hashtext('handrail.ingest.retention'))");

            assertThat(round.runIfDue(NOW)).isEmpty();

            statement.execute("SELECT pg_advisory_unlock(hashtext('handrail.ingest.retention'))");
        }
        assertThat(round.runIfDue(NOW)).isPresent();
    }

    @Test
    void neverDropsWhatAWatchMaySendAgain() throws SQLException {
        store(1, "2019-05-02T12:00:00Z", "2019-09-12T12:00:00Z");
        var nothingKept =
                new RetentionSettings(Duration.ZERO, SETTINGS.compressAfter(), Duration.ZERO, SETTINGS.every());

        new RetentionRound(dataSource, nothingKept, LOOK_BACK).runIfDue(NOW);

        assertThat(times()).containsExactly(at("2019-09-12T12:00:00Z"));
    }

    @Test
    void doesNotWaitForAReaderWhoTakesTheirTimeAndIsDueAgainAtOnce() throws SQLException {
        store(1, "2018-08-02T12:00:00Z");
        try (var reader = dataSource.getConnection();
                var statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.executeQuery("SELECT max(position) FROM ingest.frame");

            assertThatThrownBy(() -> round.runIfDue(NOW))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            fault -> assertThat(fault.getSQLState()).isEqualTo("55P03"));
            assertThat(times()).hasSize(1);
            reader.rollback();
        }

        new DailyRetention(round, Clock.fixed(NOW, ZoneOffset.UTC)).look();

        assertThat(times()).isEmpty();
    }

    @Test
    void forgetsCountsOfRefusalsAfterTheirTime() throws SQLException {
        for (var day : List.of("2019-08-20", "2019-08-21", "2019-08-22")) {
            jdbc.update("INSERT INTO ingest.refusal VALUES (?, 'MALFORMED', ?::date, 3)", device.value(), day);
        }

        var done = round.runIfDue(NOW).orElseThrow();

        assertThat(done.refusals()).isEqualTo(1);
        assertThat(jdbc.queryForList(
                        "SELECT day::text FROM ingest.refusal WHERE device = ? ORDER BY day",
                        String.class,
                        device.value()))
                .containsExactly("2019-08-21", "2019-08-22");
        jdbc.update("DELETE FROM ingest.refusal WHERE device = ?", device.value());
    }

    @ParameterizedTest
    @CsvSource({
        "2.9.0, false",
        "2.17.2, false",
        "2.18.0, false",
        "2.18.1, true",
        "2.19.3, true",
        "2.20.0-dev, true",
        "3.0, true"
    })
    void noOlderVersionIsTrustedWithCompression(String version, boolean trusted) {
        assertThat(jdbc.queryForObject("SELECT ingest.may_compress(?)", Boolean.class, version))
                .isEqualTo(trusted);
    }

    @Test
    void aDatabaseThatIsAwayIsSaidAndNotThrown() {
        var away = new DelegatingDataSource(dataSource) {
            @Override
            public Connection getConnection() throws SQLException {
                throw new SQLException("away", "08001");
            }
        };

        new DailyRetention(new RetentionRound(away, SETTINGS, LOOK_BACK), Clock.fixed(NOW, ZoneOffset.UTC)).look();

        assertThat(jdbc.queryForObject("SELECT count(*) FROM ingest.retention_round", Long.class))
                .isZero();
    }

    final ArchiveTier tier() throws SQLException {
        return round.tier();
    }

    final RetentionRound round() {
        return round;
    }

    final void store(long counter, String... times) {
        for (var time : times) {
            assertThat(stored(counter++, time)).isEqualTo(1);
        }
    }

    /** How many rows that gave: one, or none if it was there. */
    final int stored(long counter, String time) {
        jdbc.queryForList("SELECT ingest.ensure_frame_month(?::timestamptz)", time);
        return jdbc.update("""
                INSERT INTO ingest.frame
                SELECT ?, ?, ?, 'heart-rate', at, at + interval '60 s', at, nextval('ingest.frame_position'),
                    10000000, 0.5, ARRAY[140, 141, 142], 3, 140, 142, 423, NULL
                FROM (SELECT ?::timestamptz AS at) t
                ON CONFLICT DO NOTHING""", mentee.value(), device.value(), counter, time);
    }

    final List<Instant> times() {
        return after(0);
    }

    private List<Instant> after(long position) {
        var times = new ArrayList<Instant>();
        archive.readAfter(
                mentee,
                position,
                (ArchivedFrame frame) -> times.add(frame.frame().sampledAt()));
        return times;
    }

    static Instant at(String instant) {
        return Instant.parse(instant);
    }
}
