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
import org.handrail.signals.SignalFrame;

/**
 * Writes batches of frames. One transaction for a batch; a frame whose id is stored already is passed over.
 *
 * <p><b>Exactly once.</b> The key of the table contains the time, so by itself it would store a frame twice that comes
 * again with another time. Hence a look-up of device and counter alone, back to where the first of the two can lie. A
 * counter above the highest of its device needs none, which spares nearly every frame the search through the months.
 * Look-up and insert belong together because a mentee's frames go through one writer, whose number is locked for the
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

    /**
     * What became of a batch.
     *
     * @param fresh its new frames in the order of their positions
     * @param duplicates how many were known
     * @param reused of each frame that only bears the counter of a known one, the device; it is not stored
     */
    record Written(List<ArchivedFrame> fresh, long duplicates, List<DeviceId> reused) {}

    private final DataSource dataSource;
    private final Duration lookBack;
    private final Set<YearMonth> months = ConcurrentHashMap.newKeySet();

    /**
     * @param lookBack how far back a frame can lie that comes again
     */
    FrameTable(DataSource dataSource, Duration lookBack) {
        this.dataSource = dataSource;
        this.lookBack = lookBack;
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
        var positions = new HashMap<>(storedBefore);
        positions.putAll(stored);
        var storedFrames = new HashMap<FrameId, SignalFrame>();
        distinct.forEach((id, incoming) -> {
            if (positions.containsKey(id)) {
                storedFrames.put(id, incoming.frame());
            }
        });
        var reused = ReusedCounters.among(connection, batch, storedFrames);
        var devices = new DeviceColumns(batch, stored.keySet(), storedBefore.keySet(), reused);
        try (var statement = connection.prepareStatement(FrameSql.UPSERT_DEVICES)) {
            devices.bind(statement);
            statement.executeUpdate();
        }
        inDoubt.putAll(stored);
        var fresh = new ArrayList<ArchivedFrame>(positions.size());
        positions.forEach((id, position) -> {
            var incoming = distinct.get(id);
            if (incoming != null) {
                fresh.add(new ArchivedFrame(position, incoming.mentee(), incoming.frame(), incoming.receivedAt()));
            }
        });
        fresh.sort(Comparator.comparingLong(ArchivedFrame::position));
        return new Written(fresh, devices.duplicates(), devices.reused());
    }

    private static Map<FrameId, Long> insert(Connection connection, List<Incoming> frames, Timestamp since)
            throws SQLException {
        try (var statement = connection.prepareStatement(FrameSql.INSERT)) {
            int next = new FrameColumns(frames).bind(connection, statement, 1);
            statement.setTimestamp(next, since);
            return positions(statement);
        }
    }

    private static Map<FrameId, Long> committedAfterAll(
            Connection connection, Map<FrameId, Long> inDoubt, Timestamp since) throws SQLException {
        var ids = List.copyOf(inDoubt.keySet());
        try (var statement = connection.prepareStatement(FrameSql.COMMITTED_AFTER_ALL)) {
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
