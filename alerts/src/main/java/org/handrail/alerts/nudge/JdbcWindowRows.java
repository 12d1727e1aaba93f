package org.handrail.alerts.nudge;

import java.util.List;
import org.handrail.alerts.HeardWindow;
import org.handrail.alerts.store.Column;
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
    public boolean isKnown(RiskWindowId window) {
        return jdbc.sql("select exists (select 1 from alerts.risk_window where id = :id)")
                .param("id", window.value())
                .query(Boolean.class)
                .single();
    }

    @Override
    public void insert(HeardWindow window) {
        jdbc.sql("""
                        insert into alerts.risk_window (id, mentee, opened_at, heard_at, decision)
                        values (:id, :mentee, :opened, :heard, :decision)
                        """)
                .param("id", window.id().value())
                .param("mentee", window.mentee().value())
                .param("opened", Column.of(window.openedAt()))
                .param("heard", Column.of(window.heardAt()))
                .param("decision", window.decision().name())
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
                .query((row, number) -> new HeardWindow(
                        new RiskWindowId(Column.uuid(row, "id")),
                        new MenteeId(Column.uuid(row, "mentee")),
                        Column.instant(row, "opened_at"),
                        Column.instant(row, "heard_at"),
                        HeardWindow.Decision.valueOf(row.getString("decision"))))
                .list();
    }
}
