package org.handrail.analytics.lane;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.analytics.AnalysisRecord;
import org.handrail.analytics.MinuteRecord;
import org.handrail.analytics.Night;
import org.handrail.analytics.RiskWindow;
import org.handrail.analytics.RiskWindowClosed;
import org.handrail.analytics.RiskWindowId;
import org.handrail.signals.MenteeId;
import org.handrail.signals.TimeWindow;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads what {@link Journal} wrote. */
public final class JdbcAnalysisRecord implements AnalysisRecord {

    private final JdbcTemplate jdbc;

    public JdbcAnalysisRecord(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Instant> firstMinuteOf(MenteeId mentee) {
        return jdbc
                .query(
                        "SELECT start FROM analytics.minute WHERE mentee = ? ORDER BY start LIMIT 1",
                        (row, number) -> row.getTimestamp(1).toInstant(),
                        mentee.value())
                .stream()
                .findFirst();
    }

    @Override
    public List<MinuteRecord> minutesOf(MenteeId mentee, TimeWindow span) {
        return jdbc.query(
                "SELECT * FROM analytics.minute WHERE mentee = ? AND start >= ? AND start < ? ORDER BY start",
                (row, number) -> MinuteTable.read(row),
                mentee.value(),
                Timestamp.from(span.start()),
                Timestamp.from(span.end()));
    }

    @Override
    public List<Night> nightsOf(MenteeId mentee, LocalDate first, LocalDate last) {
        return jdbc.query(
                "SELECT * FROM analytics.night WHERE mentee = ? AND date BETWEEN ? AND ? ORDER BY date",
                (row, number) -> NightTable.read(row),
                mentee.value(),
                first,
                last);
    }

    @Override
    public List<RiskWindow> windowsOf(MenteeId mentee, TimeWindow span) {
        return jdbc.query(
                """
                SELECT * FROM analytics.risk_window
                WHERE mentee = ? AND start < ? AND (ended_at IS NULL OR ended_at > ?) ORDER BY start""",
                (row, number) -> window(row),
                mentee.value(),
                Timestamp.from(span.end()),
                Timestamp.from(span.start()));
    }

    @Override
    public Optional<Instant> baselineEstablishedAt(MenteeId mentee) {
        String sql = "SELECT established_at FROM analytics.baseline WHERE mentee = ?";
        return jdbc.query(sql, (row, number) -> row.getTimestamp(1).toInstant(), mentee.value()).stream()
                .findFirst();
    }

    @Override
    public List<RiskWindow> latestWindows(int most) {
        return jdbc.query(
                "SELECT * FROM analytics.risk_window ORDER BY opened_at DESC, id LIMIT ?",
                (row, number) -> window(row),
                most);
    }

    @Override
    public Optional<RiskWindow> find(RiskWindowId id) {
        return jdbc
                .query("SELECT * FROM analytics.risk_window WHERE id = ?", (row, number) -> window(row), id.value())
                .stream()
                .findFirst();
    }

    private static RiskWindow window(ResultSet row) throws SQLException {
        return new RiskWindow(
                new RiskWindowId(row.getObject("id", UUID.class)),
                new MenteeId(row.getObject("mentee", UUID.class)),
                row.getTimestamp("start").toInstant(),
                row.getTimestamp("opened_at").toInstant(),
                instant(row.getTimestamp("silent_since")),
                instant(row.getTimestamp("ended_at")),
                Optional.ofNullable(row.getString("ending")).map(RiskWindowClosed.Ending::valueOf),
                strength(row),
                instant(row.getTimestamp("decision_point_at")),
                WhyJson.read(row.getString("why")));
    }

    private static Optional<RiskWindowClosed.Strength> strength(ResultSet row) throws SQLException {
        double severity = row.getDouble("severity");
        return instant(row.getTimestamp("peak_at")).map(at -> new RiskWindowClosed.Strength(at, severity));
    }

    private static Optional<Instant> instant(@Nullable Timestamp timestamp) {
        return Optional.ofNullable(timestamp).map(Timestamp::toInstant);
    }
}
