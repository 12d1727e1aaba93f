package org.handrail.ingest.silence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.handrail.ingest.DeviceCondition;
import org.handrail.ingest.WatchClock;
import org.handrail.signals.DeviceId;
import org.handrail.signals.StreamKind;
import org.handrail.signals.WatchConnection;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads what the writers and the silence watch have noted of a device. */
final class JdbcDeviceConditions {

    private record Notices(Optional<Instant> batteryLow, Optional<Instant> notWorn, Optional<Long> missing) {}

    private static final Notices NOTHING = new Notices(Optional.empty(), Optional.empty(), Optional.empty());

    private final JdbcTemplate jdbc;

    JdbcDeviceConditions(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    DeviceCondition of(DeviceId device) {
        var notices = notices(device);
        return new DeviceCondition(
                silent(device),
                notices.batteryLow,
                notices.notWorn,
                connection(device),
                notices.missing,
                clock(device));
    }

    private Notices notices(DeviceId device) {
        return jdbc
                .query(
                        """
                        SELECT battery_low_since, not_worn_since, counted, first_counter, highest_counter
                        FROM ingest.device_state WHERE device = ?""",
                        (row, number) -> new Notices(
                                instant(row, "battery_low_since"), instant(row, "not_worn_since"), missing(row)),
                        device.value())
                .stream()
                .findFirst()
                .orElse(NOTHING);
    }

    /** A device of whose counters more than half are missing does not count by one: for it they are names only. */
    private static Optional<Long> missing(ResultSet row) throws SQLException {
        long counted = row.getLong("counted");
        long span = row.getLong("highest_counter") - row.getLong("first_counter") + 1;
        boolean countsByOne = counted > 0 && span - counted <= counted;
        return countsByOne ? Optional.of(span - counted) : Optional.empty();
    }

    private Map<StreamKind, Instant> silent(DeviceId device) {
        var silent = new EnumMap<StreamKind, Instant>(StreamKind.class);
        jdbc.query(
                "SELECT stream, silent_since FROM ingest.stream_state WHERE device = ? AND silent_since IS NOT NULL",
                row -> {
                    var since = instant(row, "silent_since").orElseThrow();
                    StreamKind.named(row.getString("stream")).ifPresent(stream -> silent.put(stream, since));
                },
                device.value());
        return silent;
    }

    private Optional<DeviceCondition.Connected> connection(DeviceId device) {
        return jdbc
                .query(
                        "SELECT state, at FROM ingest.watch_connection WHERE device = ?",
                        (row, number) -> new DeviceCondition.Connected(
                                WatchConnection.valueOf(row.getString("state")),
                                instant(row, "at").orElseThrow()),
                        device.value())
                .stream()
                .findFirst();
    }

    private Optional<WatchClock> clock(DeviceId device) {
        var hours = new TreeMap<Instant, Long>();
        jdbc.query(
                "SELECT hour, least_delay_ms FROM ingest.device_hour WHERE device = ? ORDER BY hour DESC LIMIT 24",
                row -> {
                    hours.put(instant(row, "hour").orElseThrow(), row.getLong("least_delay_ms"));
                },
                device.value());
        return ClockEstimate.of(hours);
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
