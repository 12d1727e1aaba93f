package org.handrail.ingest.pairing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.handrail.ingest.DeviceMake;
import org.handrail.ingest.PairingEnd;
import org.handrail.signals.DeviceId;
import org.handrail.signals.MenteeId;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table of pairings. A row is never deleted: an ended pairing keeps who ended it, when and why. */
final class PairingRows {

    private static final String COLUMNS = "device, mentee, secret_hash, paired_at, model, firmware, unpaired_at";

    private final JdbcTemplate jdbc;

    PairingRows(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /**
     * What was changed since an earlier look.
     *
     * @param until from where to look the next time
     */
    record Changes(List<PairingRow> paired, List<DeviceId> ended, long until) {

        Changes {
            paired = List.copyOf(paired);
            ended = List.copyOf(ended);
        }
    }

    void insert(PairingRow row) {
        jdbc.update(
                "INSERT INTO ingest.pairing (device, mentee, secret_hash, paired_at, model, firmware)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                row.device().value(),
                row.mentee().value(),
                row.secretHash(),
                Timestamp.from(row.pairedAt()),
                row.make().map(DeviceMake::model).orElse(null),
                row.make().map(DeviceMake::firmware).orElse(null));
    }

    void end(DeviceId device, PairingEnd end, Instant now) {
        jdbc.update(
                "UPDATE ingest.pairing SET unpaired_at = ?, ended_by = ?, ended_reason = ?,"
                        + " changed_in = pg_current_xact_id() WHERE device = ? AND unpaired_at IS NULL",
                Timestamp.from(now),
                end.by().orElse(null),
                end.reason().name(),
                device.value());
    }

    Optional<PairingRow> find(DeviceId device) {
        var found = jdbc.query(
                "SELECT " + COLUMNS + " FROM ingest.pairing WHERE device = ? AND unpaired_at IS NULL",
                (row, number) -> pairing(row),
                device.value());
        return found.stream().findFirst();
    }

    /** All that hold. */
    Changes all() {
        long until = nextLookFrom();
        var paired = jdbc.query(
                "SELECT " + COLUMNS + " FROM ingest.pairing WHERE unpaired_at IS NULL", (row, number) -> pairing(row));
        return new Changes(paired, List.of(), until);
    }

    /** Some of it may have been seen before; none of it is left out, however late it was committed. */
    Changes changedSince(long since) {
        long until = nextLookFrom();
        var paired = new ArrayList<PairingRow>();
        var ended = new ArrayList<DeviceId>();
        jdbc.query(
                "SELECT " + COLUMNS + " FROM ingest.pairing WHERE changed_in >= ?::text::xid8",
                row -> {
                    if (row.getTimestamp("unpaired_at") == null) {
                        paired.add(pairing(row));
                    } else {
                        ended.add(new DeviceId(row.getString("device")));
                    }
                },
                Long.toString(since));
        return new Changes(paired, ended, until);
    }

    Set<DeviceId> paired() {
        return new HashSet<>(jdbc.query(
                "SELECT device FROM ingest.pairing WHERE unpaired_at IS NULL", (row, number) -> device(row)));
    }

    /** The broker may still let these in. */
    List<DeviceId> toRevoke() {
        return jdbc.query(
                "SELECT device FROM ingest.pairing WHERE unpaired_at IS NOT NULL AND revoked_at IS NULL"
                        + " ORDER BY unpaired_at",
                (row, number) -> device(row));
    }

    void revoked(DeviceId device, Instant now) {
        jdbc.update("UPDATE ingest.pairing SET revoked_at = ? WHERE device = ?", Timestamp.from(now), device.value());
    }

    /** The oldest transaction that is still under way, before anything else is read: all before it is over and visible. */
    private long nextLookFrom() {
        return jdbc.query(
                        "SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint", (row, number) -> row.getLong(1))
                .get(0);
    }

    private static DeviceId device(ResultSet row) throws SQLException {
        return new DeviceId(row.getString("device"));
    }

    private static PairingRow pairing(ResultSet row) throws SQLException {
        var model = row.getString("model");
        var firmware = row.getString("firmware");
        return new PairingRow(
                device(row),
                new MenteeId(row.getObject("mentee", UUID.class)),
                row.getBytes("secret_hash"),
                row.getTimestamp("paired_at").toInstant(),
                model == null || firmware == null ? Optional.empty() : Optional.of(new DeviceMake(model, firmware)));
    }
}
