package org.handrail.ingest.silence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.handrail.signals.DeviceId;
import org.handrail.signals.DeviceStatus.Contact;
import org.handrail.signals.IntList;
import org.handrail.signals.MenteeId;
import org.handrail.signals.StreamKind;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Where hearing and silence are written down. Rows are written in the order of their keys, so that processes do not lock
 * each other crosswise.
 */
final class SilenceTable {

    /** Enough for the estimate of a clock, which looks at a day. */
    private static final Duration HOURS_KEPT = Duration.ofDays(8);

    private static final long WATCHING = 0x6864_726c_7369L;

    private final JdbcTemplate jdbc;

    SilenceTable(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    Map<StreamKey, Cadence> cadences() {
        var cadences = new HashMap<StreamKey, Cadence>();
        jdbc.query("SELECT device, stream, last_received_at, pauses_s FROM ingest.stream_state", row -> {
            cadences.put(key(row), cadence(row));
        });
        return cadences;
    }

    void write(Hearing.Heard heard) {
        writeCadences(heard.cadences());
        writeHours(heard.leastDelayMs());
        writeConnections(heard);
    }

    private void writeCadences(Map<StreamKey, Cadence> cadences) {
        jdbc.batchUpdate(
                """
                INSERT INTO ingest.stream_state AS s (device, stream, last_received_at, pauses_s) VALUES (?, ?, ?, ?)
                ON CONFLICT (device, stream) DO UPDATE
                SET last_received_at = excluded.last_received_at, pauses_s = excluded.pauses_s
                WHERE s.last_received_at < excluded.last_received_at""",
                cadences.entrySet().stream()
                        .sorted(Comparator.comparing(
                                entry -> entry.getKey().device().value()
                                        + entry.getKey().stream().topicName()))
                        .map(entry -> new Object[] {
                            entry.getKey().device().value(),
                            entry.getKey().stream().topicName(),
                            Timestamp.from(entry.getValue().lastReceivedAt()),
                            entry.getValue().pausesSeconds().toArray()
                        })
                        .toList());
    }

    private void writeHours(Map<Hearing.DeviceHour, Long> leastDelayMs) {
        jdbc.batchUpdate(
                """
                INSERT INTO ingest.device_hour AS h (device, hour, least_delay_ms) VALUES (?, ?, ?)
                ON CONFLICT (device, hour) DO UPDATE
                SET least_delay_ms = LEAST(h.least_delay_ms, excluded.least_delay_ms)""",
                leastDelayMs.entrySet().stream()
                        .sorted(Comparator.comparing(entry ->
                                entry.getKey().device().value() + entry.getKey().hour()))
                        .map(entry -> new Object[] {
                            entry.getKey().device().value(),
                            Timestamp.from(entry.getKey().hour()),
                            entry.getValue()
                        })
                        .toList());
    }

    private void writeConnections(Hearing.Heard heard) {
        jdbc.batchUpdate(
                """
                INSERT INTO ingest.watch_connection AS c (device, state, at) VALUES (?, ?, ?)
                ON CONFLICT (device) DO UPDATE SET state = excluded.state, at = excluded.at WHERE c.at <= excluded.at""",
                heard.connections().entrySet().stream()
                        .sorted(Comparator.comparing(entry -> entry.getKey().value()))
                        .map(entry -> new Object[] {
                            entry.getKey().value(),
                            entry.getValue().state().name(),
                            Timestamp.from(entry.getValue().since())
                        })
                        .toList());
    }

    void forgetHoursBefore(Instant now) {
        jdbc.update("DELETE FROM ingest.device_hour WHERE hour < ?", Timestamp.from(now.minus(HOURS_KEPT)));
    }

    /** Whether this process may judge until its transaction ends; another one does at the moment where not. */
    boolean mayJudge() {
        return Boolean.TRUE.equals(jdbc.queryForObject("SELECT pg_try_advisory_xact_lock(?)", Boolean.class, WATCHING));
    }

    List<StreamHealth> streams() {
        return jdbc.query(
                """
                SELECT s.device, s.stream, s.last_received_at, s.pauses_s, s.silent_since, p.mentee
                FROM ingest.stream_state s JOIN ingest.pairing p USING (device)
                WHERE p.unpaired_at IS NULL""",
                (row, number) -> new StreamHealth(key(row), mentee(row), cadence(row), instant(row, "silent_since")));
    }

    List<WatchHealth> watches() {
        return jdbc.query(
                """
                SELECT d.device, d.battery_percent, d.contact, d.status_at, d.battery_low_since, d.not_worn_since, p.mentee
                FROM ingest.device_state d JOIN ingest.pairing p USING (device)
                WHERE p.unpaired_at IS NULL AND d.status_at IS NOT NULL""",
                (row, number) -> new WatchHealth(
                        new DeviceId(row.getString("device")),
                        mentee(row),
                        row.getInt("battery_percent"),
                        Contact.valueOf(row.getString("contact")),
                        instant(row, "status_at").orElseThrow(),
                        instant(row, "battery_low_since"),
                        instant(row, "not_worn_since")));
    }

    void note(StreamHealth stream) {
        jdbc.update(
                "UPDATE ingest.stream_state SET silent_since = ? WHERE device = ? AND stream = ?",
                stream.silentSince().map(Timestamp::from).orElse(null),
                stream.key().device().value(),
                stream.key().stream().topicName());
    }

    void note(WatchHealth watch) {
        jdbc.update(
                "UPDATE ingest.device_state SET battery_low_since = ?, not_worn_since = ? WHERE device = ?",
                watch.batteryLowSince().map(Timestamp::from).orElse(null),
                watch.notWornSince().map(Timestamp::from).orElse(null),
                watch.device().value());
    }

    private static StreamKey key(ResultSet row) throws SQLException {
        var name = row.getString("stream");
        var stream = StreamKind.named(name)
                .orElseThrow(() -> new IllegalStateException("A stream that nobody knows is written down: " + name));
        return new StreamKey(new DeviceId(row.getString("device")), stream);
    }

    private static Cadence cadence(ResultSet row) throws SQLException {
        var boxed = (Integer[]) row.getArray("pauses_s").getArray();
        var pauses = new int[boxed.length];
        for (int i = 0; i < boxed.length; i++) {
            pauses[i] = boxed[i];
        }
        return new Cadence(instant(row, "last_received_at").orElseThrow(), IntList.of(pauses));
    }

    private static MenteeId mentee(ResultSet row) throws SQLException {
        return new MenteeId(row.getObject("mentee", UUID.class));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
