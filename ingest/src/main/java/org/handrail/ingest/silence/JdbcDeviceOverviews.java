package org.handrail.ingest.silence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.handrail.ingest.DeviceCondition;
import org.handrail.ingest.DeviceOverview;
import org.handrail.ingest.DeviceOverviews;
import org.handrail.ingest.Pairings;
import org.handrail.ingest.admission.Refusals;
import org.handrail.signals.DeviceId;
import org.handrail.signals.DeviceStatus;
import org.handrail.signals.MenteeId;
import org.handrail.signals.RefusalReason;
import org.springframework.jdbc.core.JdbcTemplate;

/** Device overviews from what the writers note down, plus the refusals that are not written down yet. */
public final class JdbcDeviceOverviews implements DeviceOverviews {

    private final JdbcTemplate jdbc;
    private final Pairings pairings;
    private final Refusals refusals;
    private final JdbcDeviceConditions conditions;

    public JdbcDeviceOverviews(DataSource dataSource, Pairings pairings, Refusals refusals) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.pairings = pairings;
        this.refusals = refusals;
        this.conditions = new JdbcDeviceConditions(dataSource);
    }

    @Override
    public List<DeviceOverview> of(MenteeId mentee) {
        return pairings.devicesOf(mentee).stream().map(this::overview).toList();
    }

    private DeviceOverview overview(DeviceId device) {
        var refused = refusals.countsOf(device, () -> writtenDownOf(device));
        var condition = conditions.of(device);
        return jdbc.query("""
                        SELECT last_received_at, last_sampled_at, frames, duplicates, battery_percent, contact, firmware
                        FROM ingest.device_state WHERE device = ?""", (row, number) -> overview(device, row, condition, refused), device.value()).stream()
                .findFirst()
                .orElseGet(() -> new DeviceOverview(
                        device, Optional.empty(), Optional.empty(), Optional.empty(), 0, 0, condition, refused));
    }

    private static DeviceOverview overview(
            DeviceId device, ResultSet row, DeviceCondition condition, Map<RefusalReason, Long> refused)
            throws SQLException {
        return new DeviceOverview(
                device,
                Optional.of(instant(row, "last_received_at")),
                Optional.of(instant(row, "last_sampled_at")),
                status(row),
                row.getLong("frames"),
                row.getLong("duplicates"),
                condition,
                refused);
    }

    private static Optional<DeviceStatus> status(ResultSet row) throws SQLException {
        int battery = row.getInt("battery_percent");
        if (row.wasNull()) {
            return Optional.empty();
        }
        var contact = DeviceStatus.Contact.valueOf(row.getString("contact"));
        return Optional.of(new DeviceStatus(battery, contact, row.getString("firmware")));
    }

    private Map<RefusalReason, Long> writtenDownOf(DeviceId device) {
        var counts = new EnumMap<RefusalReason, Long>(RefusalReason.class);
        jdbc.query(
                "SELECT reason, sum(n)::bigint FROM ingest.refusal WHERE device = ? GROUP BY reason",
                row -> {
                    counts.put(RefusalReason.valueOf(row.getString(1)), row.getLong(2));
                },
                device.value());
        return counts;
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
