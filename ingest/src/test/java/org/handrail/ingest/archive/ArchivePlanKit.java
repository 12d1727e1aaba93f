package org.handrail.ingest.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.handrail.ingest.Given;
import org.handrail.ingest.TestDatabase;
import org.handrail.signals.DeviceId;
import org.handrail.signals.MenteeId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the database does for a query, as it says itself: half a year of twenty wearers, of whom one is asked about. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ArchivePlanKit {

    private static final Pattern FRAME_SCAN = Pattern.compile("(Seq|Index|Index Only|Bitmap Heap) Scan ");
    private static final int MENTEES = 20;

    private TestDatabase database;
    private final UUID mentee = new UUID(0, 7);
    private final DeviceId device = new DeviceId("watch-7");

    abstract TestDatabase open(Path directory) throws Exception;

    /** Most months or chunks that a span of two days may touch, and the two days before it. */
    abstract int mostPieces();

    @BeforeAll
    void fill(@TempDir Path directory) throws Exception {
        database = open(directory);
        var jdbc = new JdbcTemplate(database.dataSource());
        for (int month = 0; month <= 6; month++) {
            jdbc.execute("SELECT ingest.ensure_frame_month(timestamptz '2026-11-20' - interval '%d months')"
                    .formatted(month));
        }
        jdbc.update("""
                INSERT INTO ingest.frame
                SELECT ('00000000-0000-0000-0000-' || lpad(m::text, 12, '0'))::uuid, 'watch-' || m, h,
                    CASE h % 3 WHEN 0 THEN 'beats' WHEN 1 THEN 'motion' ELSE 'heart-rate' END, at,
                    at + interval '60 s', at, nextval('ingest.frame_position'), 1000000, 1, array_fill(h, ARRAY[20]), 20,
                    h, h, 20 * h, NULL
                FROM (SELECT m, h, timestamptz '2026-05-21' + h * interval '2 hours' AS at
                    FROM generate_series(0, 2195) h, generate_series(0, ?) m) f""", MENTEES - 1);
        jdbc.update("""
                INSERT INTO ingest.device_state (device, last_received_at, last_sampled_at, frames, duplicates,
                    highest_counter)
                SELECT device, max(received_at), max(sampled_at), count(*), 0, max(counter)
                FROM ingest.frame GROUP BY device""");
        jdbc.execute("ANALYZE ingest.frame");
    }

    @AfterAll
    void close() throws Exception {
        if (database != null) {
            database.close();
        }
    }

    @Test
    void aStreamsSpanIsAnIndexRangeInThePiecesOfThatSpan() throws SQLException {
        var start = Instant.parse("2026-08-10T00:00:00Z");
        var plan = explained("EXPLAIN " + JdbcFrameArchive.READ_SPAN, (connection, statement) -> {
            statement.setObject(1, mentee);
            statement.setString(2, "heart-rate");
            statement.setTimestamp(3, Timestamp.from(start.minus(Duration.ofHours(48))));
            statement.setTimestamp(4, Timestamp.from(start.plus(Duration.ofHours(48))));
            statement.setTimestamp(5, Timestamp.from(start));
            statement.setTimestamp(6, Timestamp.from(start));
        });

        assertThat(scans(plan))
                .hasSizeBetween(1, mostPieces())
                .allSatisfy(scan -> assertThat(scan).contains("Index Scan using"));
        assertThat(conditions(plan))
                .allSatisfy(condition ->
                        assertThat(condition).contains("mentee = ", "stream = ", "sampled_at >= ", "sampled_at < "));
    }

    @Test
    void whatCameAfterAPositionIsAnIndexRangeInEveryPiece() throws SQLException {
        long near = new JdbcTemplate(database.dataSource())
                .queryForObject("SELECT last_value - 100 FROM ingest.frame_position", Long.class);
        var plan = explained("EXPLAIN " + JdbcFrameArchive.READ_AFTER, (connection, statement) -> {
            statement.setObject(1, mentee);
            statement.setLong(2, near);
        });

        assertThat(plan).anySatisfy(line -> assertThat(line).contains("Merge Append"));
        assertThat(plan).noneSatisfy(line -> assertThat(line).contains("Seq Scan"));
        assertThat(conditions(plan))
                .hasSizeGreaterThan(6)
                .allSatisfy(condition -> assertThat(condition).contains("mentee = ", "\"position\" > "));
    }

    @Test
    void aFrameAboveTheHighestCounterIsNotLookedForThroughTheMonths() throws SQLException {
        assertThat(lookUpsOf(5_000))
                .isNotEmpty()
                .allSatisfy(scan -> assertThat(scan).contains("never executed"));
    }

    @Test
    void aFrameThatMayHaveComeBeforeIsLookedForByTheKey() throws SQLException {
        assertThat(lookUpsOf(2_100))
                .isNotEmpty()
                .allSatisfy(scan -> assertThat(scan).containsPattern("Index (Only )?Scan"));
        assertThat(lookUpsOf(2_100)).anySatisfy(scan -> assertThat(scan).doesNotContain("never executed"));
    }

    @Test
    void whetherAKnownCounterIsReusedIsSeenInThePieceOfItsTime() throws SQLException {
        var at = Instant.parse("2026-08-10T00:00:00Z");
        var plan =
                explained("EXPLAIN (ANALYZE, TIMING OFF) " + FrameSql.NOT_STORED_LIKE_THIS, (connection, statement) -> {
                    statement.setObject(1, new String[] {device.value()});
                    statement.setObject(2, new long[] {2_100});
                    statement.setObject(3, new long[] {at.toEpochMilli()});
                });

        assertThat(scans(plan)).isNotEmpty().allSatisfy(scan -> assertThat(scan).containsPattern("Index (Only )?Scan"));
        assertThat(scans(plan))
                .filteredOn(scan -> !scan.contains("never executed"))
                .hasSizeBetween(1, mostPieces());
    }

    private List<String> lookUpsOf(long counter) throws SQLException {
        var frames =
                List.of(new Incoming(new MenteeId(mentee), Given.heartRate(device, counter, 5), Given.NOW, () -> {}));
        var plan = explained("EXPLAIN (ANALYZE, TIMING OFF) " + FrameSql.INSERT, (connection, statement) -> {
            int next = new FrameColumns(frames).bind(connection, statement, 1);
            statement.setTimestamp(next, Timestamp.from(Given.NOW.minus(Duration.ofDays(124))));
        });
        return scans(plan);
    }

    private interface Binding {
        void bind(Connection connection, PreparedStatement statement) throws SQLException;
    }

    private List<String> explained(String sql, Binding binding) throws SQLException {
        var lines = new ArrayList<String>();
        try (var connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.prepareStatement(sql)) {
                binding.bind(connection, statement);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        lines.add(rows.getString(1));
                    }
                }
            } finally {
                connection.rollback();
            }
        }
        return lines;
    }

    /** Of frames, not of what else is asked, nor of the nodes that hold scans together. */
    private static List<String> scans(List<String> plan) {
        return plan.stream()
                .filter(line -> FRAME_SCAN.matcher(line).find() && !line.contains("device_state"))
                .toList();
    }

    private static List<String> conditions(List<String> plan) {
        return plan.stream().filter(line -> line.contains("Index Cond:")).toList();
    }
}
