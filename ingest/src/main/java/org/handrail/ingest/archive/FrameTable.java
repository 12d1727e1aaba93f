package org.handrail.ingest.archive;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.handrail.signals.ArchivedFrame;
import org.handrail.signals.DeviceId;
import org.handrail.signals.FrameId;

/**
 * Writes batches of frames. One transaction for a batch; a frame whose id is stored already is passed over.
 *
 * <p><b>Exactly once.</b> The key of the table contains the time, so by itself it would store a frame twice that comes
 * again with another time. Hence a look-up of device and counter alone, back to where the first of the two can lie: a
 * watch keeps a frame at most as long as it is admitted, and when it first came it could be as old again. The look-up and
 * the insert belong together because a mentee's frames go through one writer, whose number is locked for the
 * transaction, in this process and in every other. The same lock makes a mentee's positions appear in their order.
 *
 * <p><b>A commit in doubt.</b> When the line breaks during a commit, nobody says whether it counted. The next attempt is
 * told which positions the last one had given out, and reports those it finds as stored by this write.
 *
 * <p>Both writers share one table; it keeps nothing but the months that it has seen.
 */
final class FrameTable {

    /** First half of the writers' locks, for nobody else to meet them by chance: "hdrl" in ASCII. */
    private static final int LOCK_SPACE = 0x6864_726c;

    private static final String INSERT = """
            INSERT INTO ingest.frame (mentee, device, counter, stream, sampled_at, ends_at, received_at, position,
                spacing_us, resolution, "values", n, min, max, sum, body)
            SELECT f.mentee::uuid, f.device, f.counter, f.stream, f.sampled_at,
                f.sampled_at + f.span_us * interval '1 microsecond',
                timestamptz 'epoch' + f.received_ms * interval '1 millisecond',
                nextval('ingest.frame_position'), f.spacing_us, f.resolution,
                (?::int[])[f.first_sample : f.first_sample + f.samples - 1], f.n, f.min, f.max, f.sum, f.body
            FROM (
                SELECT b.*, timestamptz 'epoch' + b.sampled_ms * interval '1 millisecond' AS sampled_at
                FROM unnest(?::text[], ?::text[], ?::bigint[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[],
                    ?::bigint[], ?::float8[], ?::int[], ?::int[], ?::int[], ?::int[], ?::int[], ?::bigint[], ?::bytea[])
                    WITH ORDINALITY AS b (mentee, device, counter, stream, sampled_ms, span_us, received_ms,
                        spacing_us, resolution, first_sample, samples, n, min, max, sum, body, place)
                WHERE NOT EXISTS (
                    SELECT FROM ingest.frame s
                    WHERE s.device = b.device AND s.counter = b.counter AND s.sampled_at > ?)
                ORDER BY b.place
            ) f
            ON CONFLICT DO NOTHING
            RETURNING device, counter, position""";

    private static final String COMMITTED_AFTER_ALL = """
            SELECT f.device, f.counter, f.position
            FROM unnest(?::text[], ?::bigint[], ?::bigint[]) AS d (device, counter, position)
            JOIN ingest.frame f USING (device, counter, position)
            WHERE f.sampled_at > ?""";

    private static final String UPSERT_DEVICES = """
            INSERT INTO ingest.device_state AS s (device, last_received_at, last_sampled_at, frames, duplicates,
                status_at, battery_percent, contact, firmware)
            SELECT d.device, timestamptz 'epoch' + d.received_ms * interval '1 millisecond',
                timestamptz 'epoch' + d.sampled_ms * interval '1 millisecond', d.frames, d.duplicates,
                timestamptz 'epoch' + d.status_ms * interval '1 millisecond', d.battery, d.contact, d.firmware
            FROM unnest(?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::int[],
                ?::text[], ?::text[])
                AS d (device, received_ms, sampled_ms, frames, duplicates, status_ms, battery, contact, firmware)
            ON CONFLICT (device) DO UPDATE SET
                last_received_at = GREATEST(s.last_received_at, excluded.last_received_at),
                last_sampled_at = GREATEST(s.last_sampled_at, excluded.last_sampled_at),
                frames = s.frames + excluded.frames,
                duplicates = s.duplicates + excluded.duplicates,
                (status_at, battery_percent, contact, firmware) = (
                    SELECT CASE WHEN newer THEN excluded.status_at ELSE s.status_at END,
                        CASE WHEN newer THEN excluded.battery_percent ELSE s.battery_percent END,
                        CASE WHEN newer THEN excluded.contact ELSE s.contact END,
                        CASE WHEN newer THEN excluded.firmware ELSE s.firmware END
                    FROM (SELECT excluded.status_at >= COALESCE(s.status_at, '-infinity') AS newer) AS which)""";

    /** What became of a batch: its new frames in the order of their positions, and how many were known. */
    record Written(List<ArchivedFrame> fresh, long duplicates) {}

    private final DataSource dataSource;
    private final Duration lookBack;
    private final Set<YearMonth> months = ConcurrentHashMap.newKeySet();

    /**
     * @param longestHeld how long after its begin a frame may still be admitted
     */
    FrameTable(DataSource dataSource, Duration longestHeld) {
        this.dataSource = dataSource;
        this.lookBack = longestHeld.multipliedBy(2);
    }

    /**
     * Stores a batch and returns when it is committed.
     *
     * @param inDoubt positions given out by earlier attempts at this batch; this attempt adds its own
     */
    Written write(int writer, List<Incoming> batch, Map<FrameId, Long> inDoubt) throws SQLException {
        var distinct = new LinkedHashMap<FrameId, Incoming>();
        batch.forEach(incoming -> distinct.putIfAbsent(incoming.frame().id(), incoming));
        try (var connection = dataSource.getConnection()) {
            makeRoom(
                    connection,
                    distinct.values().stream()
                            .map(incoming -> incoming.frame().sampledAt())
                            .toList());
            connection.setAutoCommit(false);
            try {
                lock(connection, writer);
                var written = writeLocked(connection, batch, distinct, inDoubt);
                connection.commit();
                return written;
            } catch (SQLException | RuntimeException fault) {
                rollBack(connection, fault);
                throw fault;
            }
        }
    }

    /** After a fault of the data: a month may have been taken away by someone, and is looked for anew. */
    void forgetMonths() {
        months.clear();
    }

    private Written writeLocked(
            Connection connection,
            List<Incoming> batch,
            LinkedHashMap<FrameId, Incoming> distinct,
            Map<FrameId, Long> inDoubt)
            throws SQLException {
        var since = Timestamp.from(batch.get(0).receivedAt().minus(lookBack));
        var stored = insert(connection, List.copyOf(distinct.values()), since);
        var storedBefore = inDoubt.isEmpty() ? Map.<FrameId, Long>of() : committedAfterAll(connection, inDoubt, since);
        var devices = new DeviceColumns(batch, stored.keySet(), storedBefore.keySet());
        try (var statement = connection.prepareStatement(UPSERT_DEVICES)) {
            devices.bind(statement);
            statement.executeUpdate();
        }
        inDoubt.putAll(stored);
        var positions = new HashMap<>(storedBefore);
        positions.putAll(stored);
        var fresh = new ArrayList<ArchivedFrame>(positions.size());
        positions.forEach((id, position) -> {
            var incoming = distinct.get(id);
            if (incoming != null) {
                fresh.add(new ArchivedFrame(position, incoming.mentee(), incoming.frame(), incoming.receivedAt()));
            }
        });
        fresh.sort(Comparator.comparingLong(ArchivedFrame::position));
        return new Written(fresh, devices.duplicates());
    }

    private static Map<FrameId, Long> insert(Connection connection, List<Incoming> frames, Timestamp since)
            throws SQLException {
        try (var statement = connection.prepareStatement(INSERT)) {
            int next = new FrameColumns(frames).bind(connection, statement, 1);
            statement.setTimestamp(next, since);
            return positions(statement);
        }
    }

    private static Map<FrameId, Long> committedAfterAll(
            Connection connection, Map<FrameId, Long> inDoubt, Timestamp since) throws SQLException {
        var ids = List.copyOf(inDoubt.keySet());
        try (var statement = connection.prepareStatement(COMMITTED_AFTER_ALL)) {
            statement.setObject(1, ids.stream().map(id -> id.device().value()).toArray(String[]::new));
            statement.setObject(2, ids.stream().mapToLong(FrameId::counter).toArray());
            statement.setObject(3, ids.stream().mapToLong(inDoubt::get).toArray());
            statement.setTimestamp(4, since);
            return positions(statement);
        }
    }

    private static Map<FrameId, Long> positions(PreparedStatement statement) throws SQLException {
        var positions = new HashMap<FrameId, Long>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                positions.put(new FrameId(new DeviceId(rows.getString(1)), rows.getLong(2)), rows.getLong(3));
            }
        }
        return positions;
    }

    private void makeRoom(Connection connection, List<Instant> instants) throws SQLException {
        for (var instant : instants) {
            var month = YearMonth.from(instant.atOffset(ZoneOffset.UTC));
            if (months.contains(month)) {
                continue;
            }
            try (var statement = connection.prepareStatement("SELECT ingest.ensure_frame_month(?)")) {
                statement.setTimestamp(1, Timestamp.from(instant));
                statement.execute();
            }
            months.add(month);
        }
    }

    private static void lock(Connection connection, int writer) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT pg_advisory_xact_lock(?, ?)")) {
            statement.setInt(1, LOCK_SPACE);
            statement.setInt(2, writer);
            statement.execute();
        }
    }

    private static void rollBack(Connection connection, Exception fault) {
        try {
            connection.rollback();
        } catch (SQLException alsoGone) {
            fault.addSuppressed(alsoGone);
        }
    }
}
