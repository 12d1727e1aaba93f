package org.handrail.analytics.label;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.handrail.analytics.Labels.Meaning;
import org.handrail.analytics.RiskWindowId;
import org.handrail.analytics.detection.RiskMethod;
import org.handrail.signals.MenteeId;
import org.handrail.signals.TimeWindow;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of what people said. */
final class LabelRows {

    private final JdbcClient jdbc;

    LabelRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the end of the transaction nobody else writes for this mentee. */
    void lock(MenteeId mentee) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:mentee, 0))")
                .param("mentee", "label/" + mentee)
                .query((row, number) -> true)
                .single();
    }

    /**
     * Told again, it may bring the question that it answers; everything else stays as it was.
     *
     * @return as it is stored
     */
    Label put(Label label) {
        @Nullable Double score = Double.isNaN(label.score()) ? null : (Double) label.score();
        return jdbc.sql("""
                        INSERT INTO analytics.label
                          (id, mentee, source, subject, said, meaning, at, nudge, risk_window, score, method)
                        VALUES (:id, :mentee, :source, :subject, :said, :meaning, :at, :nudge, :window, :score, :method)
                        ON CONFLICT (id) DO UPDATE SET nudge = coalesce(label.nudge, excluded.nudge)
                        RETURNING *""")
                .param("id", label.id())
                .param("mentee", label.mentee().value())
                .param("source", label.said().source().name())
                .param("subject", label.said().subject().name())
                .param("said", label.said().word())
                .param("meaning", label.said().meaning().name())
                .param("at", Timestamp.from(label.at()))
                .param("nudge", label.nudge().orElse(null))
                .param("window", label.window().map(RiskWindowId::value).orElse(null))
                .param("score", score)
                .param("method", RiskMethod.VERSION)
                .query((row, number) -> label(row))
                .single();
    }

    /** All that may be about the same matter, it among them. */
    List<Label> near(Label label) {
        return jdbc.sql("""
                        SELECT * FROM analytics.label
                        WHERE mentee = :mentee AND subject = :subject
                          AND (at BETWEEN :from AND :to OR nudge = :nudge OR risk_window = :window)""")
                .param("mentee", label.mentee().value())
                .param("subject", label.said().subject().name())
                .param("from", Timestamp.from(label.at().minus(SameMatter.NEAR)))
                .param("to", Timestamp.from(label.at().plus(SameMatter.NEAR)))
                .param("nudge", label.nudge().orElse(null))
                .param("window", label.window().map(RiskWindowId::value).orElse(null))
                .query((row, number) -> label(row))
                .list();
    }

    void supersede(UUID label, UUID by) {
        jdbc.sql("UPDATE analytics.label SET superseded_by = :by WHERE id = :label AND superseded_by IS NULL")
                .param("by", by)
                .param("label", label)
                .update();
    }

    /** Those that stand, in the order in which they were said. */
    List<Label> standing(Set<MenteeId> programme, TimeWindow span) {
        return standing("", programme, span);
    }

    /** Those of them whose score is the present method's. */
    List<Label> standingOfThisMethod(Set<MenteeId> programme, TimeWindow span) {
        return standing("AND score IS NOT NULL AND method = '" + RiskMethod.VERSION + "'", programme, span);
    }

    private List<Label> standing(String also, Set<MenteeId> programme, TimeWindow span) {
        if (programme.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        SELECT * FROM analytics.label
                        WHERE mentee IN (:programme) AND at >= :from AND at < :to AND superseded_by IS NULL %s
                        ORDER BY at, id""".formatted(also))
                .param("programme", programme.stream().map(MenteeId::value).toList())
                .param("from", Timestamp.from(span.start()))
                .param("to", Timestamp.from(span.end()))
                .query((row, number) -> label(row))
                .list();
    }

    /** From the first to the last minute that was recorded of each in the span, together. */
    double weeks(Set<MenteeId> programme, TimeWindow span) {
        return programme.stream().mapToDouble(mentee -> weeks(mentee, span)).sum();
    }

    private double weeks(MenteeId mentee, TimeWindow span) {
        return jdbc.sql("""
                        SELECT coalesce(extract(epoch FROM max(start) - min(start)), 0) / 604800.0
                        FROM (
                          (SELECT start FROM analytics.minute WHERE mentee = :mentee AND start >= :from AND start < :to
                            ORDER BY start LIMIT 1)
                          UNION ALL
                          (SELECT start FROM analytics.minute WHERE mentee = :mentee AND start >= :from AND start < :to
                            ORDER BY start DESC LIMIT 1)) AS ends""")
                .param("mentee", mentee.value())
                .param("from", Timestamp.from(span.start()))
                .param("to", Timestamp.from(span.end()))
                .query(Double.class)
                .single();
    }

    private static Label label(ResultSet row) throws SQLException {
        var said = new Said(
                Said.Source.valueOf(row.getString("source")),
                Said.Subject.valueOf(row.getString("subject")),
                row.getString("said"),
                Meaning.valueOf(row.getString("meaning")));
        double score = row.getDouble("score");
        boolean isUnknown = row.wasNull();
        Instant at = row.getTimestamp("at").toInstant();
        return new Label(
                row.getObject("id", UUID.class),
                new MenteeId(row.getObject("mentee", UUID.class)),
                said,
                at,
                Optional.ofNullable(row.getObject("nudge", UUID.class)),
                Optional.ofNullable(row.getObject("risk_window", UUID.class)).map(RiskWindowId::new),
                isUnknown ? Double.NaN : score);
    }
}
