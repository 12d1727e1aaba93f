package org.handrail.alerts.nudge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.handrail.alerts.AskedNudge;
import org.handrail.alerts.NudgeId;
import org.handrail.alerts.NudgeState;
import org.handrail.alerts.SilenceMeans;
import org.handrail.alerts.store.Column;
import org.handrail.analytics.RiskWindowId;
import org.handrail.signals.MenteeId;
import org.handrail.signals.TimeWindow;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcNudgeRows implements NudgeRows {

    private final JdbcClient jdbc;

    JdbcNudgeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<NudgeRow> find(NudgeId id) {
        return jdbc.sql("select * from alerts.nudge where id = :id")
                .param("id", id.value())
                .query(JdbcNudgeRows::nudge)
                .optional();
    }

    @Override
    public Optional<NudgeRow> lock(NudgeId id) {
        return jdbc.sql("select * from alerts.nudge where id = :id for update")
                .param("id", id.value())
                .query(JdbcNudgeRows::nudge)
                .optional();
    }

    @Override
    public Optional<NudgeRow> lockOf(RiskWindowId window) {
        return jdbc.sql("select * from alerts.nudge where risk_window = :window for update")
                .param("window", window.value())
                .query(JdbcNudgeRows::nudge)
                .optional();
    }

    @Override
    public Optional<NudgeRow> openFor(MenteeId mentee) {
        return jdbc.sql("select * from alerts.nudge where mentee = :mentee and state = 'ASKED'")
                .param("mentee", mentee.value())
                .query(JdbcNudgeRows::nudge)
                .optional();
    }

    @Override
    public List<NudgeRow> historyFor(MenteeId mentee, TimeWindow window) {
        return jdbc.sql("""
                        select * from alerts.nudge
                        where mentee = :mentee and asked_at >= :start and asked_at < :end order by asked_at desc
                        """)
                .param("mentee", mentee.value())
                .param("start", Column.of(window.start()))
                .param("end", Column.of(window.end()))
                .query(JdbcNudgeRows::nudge)
                .list();
    }

    @Override
    public Optional<Instant> lastAskedAt(MenteeId mentee) {
        return jdbc.sql("select * from alerts.nudge where mentee = :mentee order by asked_at desc limit 1")
                .param("mentee", mentee.value())
                .query(JdbcNudgeRows::nudge)
                .optional()
                .map(row -> row.asked().askedAt());
    }

    @Override
    public int askedSince(MenteeId mentee, Instant start) {
        return jdbc.sql("select count(*) from alerts.nudge where mentee = :mentee and asked_at >= :start")
                .param("mentee", mentee.value())
                .param("start", Column.of(start))
                .query(Integer.class)
                .single();
    }

    /** Waiting for an answer, and yet no timer will end the wait. */
    List<NudgeRow> withoutFuture() {
        return jdbc.sql("""
                        select * from alerts.nudge n where n.state = 'ASKED' and not exists (
                          select 1 from alerts.scheduled_task t
                          where t.task_name = 'nudge-waiting-time' and t.task_instance = n.id::text)
                        """).query(JdbcNudgeRows::nudge).list();
    }

    @Override
    public void insert(NudgeRow row, RiskWindowId window) {
        AskedNudge asked = row.asked();
        jdbc.sql("""
                        insert into alerts.nudge (id, mentee, risk_window, why, since, worth_until, silence_means,
                          asked_at, expires_at, state)
                        values (:id, :mentee, :window, :why, :since, :worth, :silence, :asked, :expires, :state)
                        """)
                .param("id", asked.id().value())
                .param("mentee", asked.mentee().value())
                .param("window", window.value())
                .param("why", asked.why())
                .param("since", Column.of(row.since()))
                .param("worth", Column.of(row.worthUntil()))
                .param("silence", row.silenceMeans().name())
                .param("asked", Column.of(asked.askedAt()))
                .param("expires", Column.of(asked.expiresAt()))
                .param("state", asked.state().name())
                .update();
    }

    @Override
    public void move(AskedNudge nudge, NudgeState next, Optional<Instant> answeredAt) {
        nudge.state().become(next);
        jdbc.sql("update alerts.nudge set state = :state, answered_at = :answered where id = :id")
                .param("state", next.name())
                .param("answered", Column.of(answeredAt))
                .param("id", nudge.id().value())
                .update();
    }

    @Override
    public boolean sent(NudgeId nudge, Instant at) {
        return jdbc.sql("update alerts.nudge set sent_at = :at where id = :id and sent_at is null")
                        .param("at", Column.of(at))
                        .param("id", nudge.value())
                        .update()
                == 1;
    }

    private static NudgeRow nudge(ResultSet row, int number) throws SQLException {
        var asked = new AskedNudge(
                new NudgeId(Column.uuid(row, "id")),
                new MenteeId(Column.uuid(row, "mentee")),
                row.getString("why"),
                Column.instant(row, "asked_at"),
                Column.instant(row, "expires_at"),
                NudgeState.valueOf(row.getString("state")),
                Column.optionalInstant(row, "answered_at"));
        return new NudgeRow(
                asked,
                SilenceMeans.valueOf(row.getString("silence_means")),
                Column.instant(row, "since"),
                Column.instant(row, "worth_until"),
                Column.optionalInstant(row, "sent_at"));
    }
}
