package org.handrail.ingest.archive;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.handrail.signals.DeviceId;
import org.handrail.signals.DeviceStatus;
import org.handrail.signals.FrameId;
import org.jspecify.annotations.Nullable;

/** What a batch says about its devices: one row for each, by name, so that writers never wait for one another crosswise. */
final class DeviceColumns {

    private static final class Row {
        private long receivedAtMs;
        private long sampledAtMs;
        private long frames;
        private long duplicates;
        private long highestCounter = Long.MIN_VALUE;
        private long counted;
        private @Nullable Long firstCounter;
        private long statusAtMs = Long.MIN_VALUE;
        private @Nullable DeviceStatus status;

        /** Negative counters are not the device's own: they stand for data points. */
        private void count(long counter) {
            if (counter >= 0) {
                counted++;
                firstCounter = firstCounter == null ? counter : Math.min(firstCounter, counter);
            }
        }
    }

    private final Map<String, Row> rows = new TreeMap<>();
    private final List<DeviceId> reused = new ArrayList<>();

    /**
     * @param stored ids that this write stored
     * @param storedBefore ids that an earlier attempt of this same write stored and already counted
     * @param reusedCounters frames that are neither new nor known
     */
    DeviceColumns(List<Incoming> batch, Set<FrameId> stored, Set<FrameId> storedBefore, ReusedCounters reusedCounters) {
        var counted = new HashSet<FrameId>();
        for (var incoming : batch) {
            var frame = incoming.frame();
            var row = rows.computeIfAbsent(frame.id().device().value(), device -> new Row());
            row.receivedAtMs = Math.max(row.receivedAtMs, incoming.receivedAt().toEpochMilli());
            row.sampledAtMs = Math.max(row.sampledAtMs, frame.sampledAt().toEpochMilli());
            row.highestCounter = Math.max(row.highestCounter, frame.id().counter());
            boolean isReused = reusedCounters.contains(frame);
            boolean isFirst = !isReused && counted.add(frame.id());
            if (isReused) {
                reused.add(frame.id().device());
            } else if (isFirst && stored.contains(frame.id())) {
                row.frames++;
                row.count(frame.id().counter());
            } else if (!isFirst || !storedBefore.contains(frame.id())) {
                row.duplicates++;
            }
            if (frame.content() instanceof DeviceStatus status
                    && frame.sampledAt().toEpochMilli() >= row.statusAtMs) {
                row.statusAtMs = frame.sampledAt().toEpochMilli();
                row.status = status;
            }
        }
    }

    /** The device of each frame that only bears the counter of a known one. */
    List<DeviceId> reused() {
        return List.copyOf(reused);
    }

    long duplicates() {
        return rows.values().stream().mapToLong(row -> row.duplicates).sum();
    }

    void bind(PreparedStatement statement) throws SQLException {
        var all = List.copyOf(rows.values());
        int size = all.size();
        var statusAtMs = new Long[size];
        var battery = new Integer[size];
        var contact = new String[size];
        var firmware = new String[size];
        for (int i = 0; i < size; i++) {
            var status = all.get(i).status;
            if (status != null) {
                statusAtMs[i] = all.get(i).statusAtMs;
                battery[i] = status.batteryPercent();
                contact[i] = status.contact().name();
                firmware[i] = status.firmware();
            }
        }
        statement.setObject(1, rows.keySet().toArray(new String[0]));
        statement.setObject(2, all.stream().mapToLong(row -> row.receivedAtMs).toArray());
        statement.setObject(3, all.stream().mapToLong(row -> row.sampledAtMs).toArray());
        statement.setObject(4, all.stream().mapToLong(row -> row.frames).toArray());
        statement.setObject(5, all.stream().mapToLong(row -> row.duplicates).toArray());
        statement.setObject(6, all.stream().mapToLong(row -> row.highestCounter).toArray());
        statement.setObject(7, statusAtMs);
        statement.setObject(8, battery);
        statement.setObject(9, contact);
        statement.setObject(10, firmware);
        statement.setObject(11, all.stream().mapToLong(row -> row.counted).toArray());
        statement.setObject(12, all.stream().map(row -> row.firstCounter).toArray(Long[]::new));
    }
}
