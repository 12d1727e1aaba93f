package org.handrail.ingest.archive;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.handrail.signals.DeviceId;
import org.handrail.signals.FrameId;
import org.handrail.signals.SignalFrame;

/**
 * Tells a frame that came again from one that only bears the counter of an earlier one: a firmware that started over
 * measures something new, and says so by another time. Data points have no counter; their id is their own affair.
 */
record ReusedCounters(Set<Dated> frames) {

    record Dated(FrameId id, Instant sampledAt) {
        static Dated of(SignalFrame frame) {
            return new Dated(frame.id(), frame.sampledAt());
        }
    }

    boolean contains(SignalFrame frame) {
        return frames.contains(Dated.of(frame));
    }

    /**
     * Asks the database only where something of the batch was known before.
     *
     * @param stored the frames of the batch that are stored by this write, by their ids
     */
    static ReusedCounters among(Connection connection, List<Incoming> batch, Map<FrameId, SignalFrame> stored)
            throws SQLException {
        var reused = new HashSet<Dated>();
        var known = new HashSet<Dated>();
        for (var incoming : batch) {
            var frame = incoming.frame();
            if (!frame.id().isCounted()) {
                continue;
            }
            var same = stored.get(frame.id());
            if (same == null) {
                known.add(Dated.of(frame));
            } else if (!same.sampledAt().equals(frame.sampledAt())) {
                reused.add(Dated.of(frame));
            }
        }
        if (!known.isEmpty()) {
            reused.addAll(notStoredLikeThis(connection, List.copyOf(known)));
        }
        return new ReusedCounters(reused);
    }

    private static Set<Dated> notStoredLikeThis(Connection connection, List<Dated> known) throws SQLException {
        try (var statement = connection.prepareStatement(FrameSql.NOT_STORED_LIKE_THIS)) {
            statement.setObject(
                    1, known.stream().map(dated -> dated.id().device().value()).toArray(String[]::new));
            statement.setObject(
                    2, known.stream().mapToLong(dated -> dated.id().counter()).toArray());
            statement.setObject(
                    3,
                    known.stream()
                            .mapToLong(dated -> dated.sampledAt().toEpochMilli())
                            .toArray());
            var reused = new HashSet<Dated>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    var id = new FrameId(new DeviceId(rows.getString(1)), rows.getLong(2));
                    reused.add(new Dated(id, Instant.ofEpochMilli(rows.getLong(3))));
                }
            }
            return reused;
        }
    }
}
