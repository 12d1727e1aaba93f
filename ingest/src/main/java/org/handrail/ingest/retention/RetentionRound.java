package org.handrail.ingest.retention;

import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.handrail.ingest.RetentionSettings;
import org.handrail.signals.TimeWindow;

/**
 * One round of retention: compresses, drops, forgets counts. Of several processes one does it, and none while the last
 * round is recent; a round that fails half-way is due again at once, and goes on where it failed.
 */
final class RetentionRound {

    /** What a round did. */
    record Done(Pieces compressed, Pieces dropped, long refusals) {}

    private static final String LOCK = "hashtext('handrail.ingest.retention')";

    private final DataSource dataSource;
    private final RetentionSettings settings;
    private final Duration keepFrames;

    /**
     * @param lookBack how far back a frame that comes again is looked for; nothing within it is dropped
     */
    RetentionRound(DataSource dataSource, RetentionSettings settings, Duration lookBack) {
        this.dataSource = dataSource;
        this.settings = settings;
        this.keepFrames = settings.frames().compareTo(lookBack) < 0 ? lookBack : settings.frames();
    }

    ArchiveTier tier() throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT ingest.archive_tier()")) {
            row.next();
            return ArchiveTier.valueOf(row.getString(1));
        }
    }

    /** Empty when the last round is recent, or another process is at it. */
    Optional<Done> runIfDue(Instant now) throws SQLException {
        try (var connection = dataSource.getConnection()) {
            if (!holds(connection, "SELECT pg_try_advisory_lock(" + LOCK + ")")) {
                return Optional.empty();
            }
            try {
                return isDue(connection, now) ? Optional.of(run(connection, now)) : Optional.empty();
            } finally {
                holds(connection, "SELECT pg_advisory_unlock(" + LOCK + ")");
            }
        }
    }

    private boolean isDue(Connection connection, Instant now) throws SQLException {
        try (var statement = connection.prepareStatement(
                "SELECT NOT EXISTS (SELECT FROM ingest.retention_round WHERE done_at > ?)")) {
            statement.setTimestamp(1, Timestamp.from(now.minus(settings.every())));
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private Done run(Connection connection, Instant now) throws SQLException {
        var compressed = Pieces.NONE;
        var oneMore = compress(connection, now);
        while (oneMore.count() > 0) {
            compressed = compressed.and(oneMore);
            oneMore = compress(connection, now);
        }
        var dropped = pieces(connection, "SELECT * FROM ingest.drop_frames_before(?)", now.minus(keepFrames));
        long refusals = forgetRefusals(connection, now);
        try (var statement = connection.prepareStatement("""
                INSERT INTO ingest.retention_round (done_at) VALUES (?)
                ON CONFLICT (id) DO UPDATE SET done_at = excluded.done_at""")) {
            statement.setTimestamp(1, Timestamp.from(now));
            statement.executeUpdate();
        }
        return new Done(compressed, dropped, refusals);
    }

    private Pieces compress(Connection connection, Instant now) throws SQLException {
        return pieces(
                connection, "SELECT * FROM ingest.compress_frames_before(?)", now.minus(settings.compressAfter()));
    }

    private long forgetRefusals(Connection connection, Instant now) throws SQLException {
        try (var statement = connection.prepareStatement("DELETE FROM ingest.refusal WHERE day < ?")) {
            var day = now.minus(settings.refusals()).atOffset(ZoneOffset.UTC).toLocalDate();
            statement.setDate(1, Date.valueOf(day));
            return statement.executeUpdate();
        }
    }

    private static Pieces pieces(Connection connection, String sql, Instant before) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setTimestamp(1, Timestamp.from(before));
            try (var row = statement.executeQuery()) {
                row.next();
                long count = row.getLong(1);
                return count == 0
                        ? Pieces.NONE
                        : new Pieces(
                                count,
                                Optional.of(new TimeWindow(
                                        row.getTimestamp(2).toInstant(),
                                        row.getTimestamp(3).toInstant())));
            }
        }
    }

    private static boolean holds(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
