package org.handrail.alerts.nudge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.handrail.alerts.HeardWindow;
import org.handrail.alerts.nudge.WatchedWindow.Question;
import org.handrail.alerts.store.Column;
import org.handrail.analytics.RiskWindowClosed.Ending;
import org.handrail.analytics.RiskWindowId;
import org.handrail.signals.MenteeId;
import org.handrail.signals.TimeWindow;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcWindowRows implements WindowRows {

    private final JdbcClient jdbc;

    JdbcWindowRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<WatchedWindow> find(RiskWindowId window) {
        return jdbc.sql("select * from alerts.risk_window where id = :id")
                .param("id", window.value())
                .query(JdbcWindowRows::window)
                .optional();
    }

    @Override
    public void keep(WatchedWindow window) {
        HeardWindow heard = window.heard();
        jdbc.sql("""
                        insert into alerts.risk_window (id, mentee, opened_at, heard_at, decision, decision_point,
                          decided_at, ending, since, why)
                        values (:id, :mentee, :opened, :heard, :decision, :point, :decided, :ending, :since, :why)
                        on conflict (id) do update set opened_at = excluded.opened_at, decision = excluded.decision,
                          decision_point = excluded.decision_point, decided_at = excluded.decided_at,
                          ending = excluded.ending, since = excluded.since, why = excluded.why
                        """)
                .param("id", heard.id().value())
                .param("mentee", heard.mentee().value())
                .param("opened", Column.of(heard.openedAt()))
                .param("heard", Column.of(heard.heardAt()))
                .param("decision", heard.decision().name())
                .param("point", Column.of(heard.decisionPoint()))
                .param("decided", Column.of(heard.decidedAt()))
                .param("ending", heard.ending().map(Ending::name).orElse(null))
                .param("since", Column.of(window.question().map(Question::since)))
                .param("why", window.question().map(Question::why).orElse(null))
                .update();
    }

    @Override
    public List<HeardWindow> of(MenteeId mentee, TimeWindow window) {
        return jdbc.sql("""
                        select * from alerts.risk_window
                        where mentee = :mentee and heard_at >= :start and heard_at < :end order by heard_at desc
                        """)
                .param("mentee", mentee.value())
                .param("start", Column.of(window.start()))
                .param("end", Column.of(window.end()))
                .query((row, number) -> window(row, number).heard())
                .list();
    }

    /** Held for the end of quiet hours, and yet no timer will say that they are over. */
    List<HeardWindow> withoutFuture() {
        return jdbc.sql("""
                        select * from alerts.risk_window w where w.decision = 'WAITS_OUT_QUIET_HOURS' and not exists (
                          select 1 from alerts.scheduled_task t
                          where t.task_name = 'quiet-hours-end' and t.task_instance = w.id::text)
                        """).query((row, number) -> window(row, number).heard()).list();
    }

    private static WatchedWindow window(ResultSet row, int number) throws SQLException {
        var heard = new HeardWindow(
                new RiskWindowId(Column.uuid(row, "id")),
                new MenteeId(Column.uuid(row, "mentee")),
                Column.instant(row, "opened_at"),
                Column.instant(row, "heard_at"),
                HeardWindow.Decision.valueOf(row.getString("decision")),
                Column.optionalInstant(row, "decision_point"),
                Column.optionalInstant(row, "decided_at"),
                Column.optionalEnum(row, "ending", Ending.class));
        var why = Optional.ofNullable(row.getString("why"));
        var since = Column.optionalInstant(row, "since");
        return new WatchedWindow(heard, since.flatMap(start -> why.map(sentence -> new Question(start, sentence))));
    }
}
