package org.handrail.analytics.lane;

/** How a risk window is written down: told once, even where the archive is read again, and ended once. */
final class JournalSql {

    static final String OPEN = """
            INSERT INTO analytics.risk_window (id, mentee, start, opened_at, why, method)
            VALUES (?, ?, ?, ?, ?::jsonb, ?) ON CONFLICT DO NOTHING""";

    static final String REACH =
            "UPDATE analytics.risk_window SET decision_point_at = ? WHERE id = ? AND decision_point_at IS NULL";

    static final String CLOSE = """
            UPDATE analytics.risk_window SET ended_at = ?, ending = ?, peak_at = ?, severity = ?, silent_since = NULL
            WHERE id = ? AND ended_at IS NULL""";

    private JournalSql() {}
}
