package org.handrail.alerts.escalation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.alerts.Escalation;
import org.handrail.alerts.EscalationId;
import org.handrail.alerts.MentorId;
import org.handrail.alerts.Prompt;
import org.handrail.alerts.PromptId;
import org.handrail.alerts.PromptState;
import org.handrail.alerts.store.Column;
import org.handrail.signals.MenteeId;
import org.handrail.signals.TimeWindow;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPromptRows implements PromptRows {

    private static final String SELECT = """
            select p.*, e.mentee, e.cause, e.why, e.since
            from alerts.prompt p join alerts.escalation e on e.id = p.escalation
            """;

    private final JdbcClient jdbc;

    JdbcPromptRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Prompt> find(PromptId id) {
        return where("where p.id = :id")
                .param("id", id.value())
                .query(JdbcPromptRows::prompt)
                .optional();
    }

    @Override
    public Prompt lock(PromptId id) {
        return where("where p.id = :id for update of p")
                .param("id", id.value())
                .query(JdbcPromptRows::prompt)
                .single();
    }

    @Override
    public List<Prompt> of(EscalationId escalation) {
        return where("where p.escalation = :escalation order by p.raised_at, p.step")
                .param("escalation", escalation.value())
                .query(JdbcPromptRows::prompt)
                .list();
    }

    @Override
    public List<Prompt> openFor(MentorId mentor) {
        return where("""
                        where p.mentor = :mentor and (p.state in ('RAISED', 'OPENED')
                          or p.state = 'PASSED_ON' and e.state in ('WALKING', 'EXHAUSTED', 'EASED'))
                        order by p.raised_at
                        """)
                .param("mentor", mentor.value())
                .query(JdbcPromptRows::prompt)
                .list();
    }

    @Override
    public List<Prompt> historyFor(MenteeId mentee, TimeWindow window) {
        return history("e.mentee", mentee.value(), window);
    }

    @Override
    public List<Prompt> historyFor(MentorId mentor, TimeWindow window) {
        return history("p.mentor", mentor.value(), window);
    }

    @Override
    public void insert(Prompt prompt) {
        jdbc.sql("""
                        insert into alerts.prompt (id, escalation, mentor, step, raised_at, deadline, consent, state)
                        values (:id, :escalation, :mentor, :step, :raised, :deadline, :consent, :state)
                        """)
                .param("id", prompt.id().value())
                .param("escalation", prompt.escalation().value())
                .param("mentor", prompt.mentor().value())
                .param("step", prompt.step())
                .param("raised", Column.of(prompt.raisedAt()))
                .param("deadline", Column.of(prompt.deadline()))
                .param("consent", prompt.consent())
                .param("state", prompt.state().name())
                .update();
    }

    @Override
    public void move(Prompt prompt, PromptState next, Instant at) {
        prompt.state().become(next);
        String moment = next == PromptState.OPENED ? "opened_at" : "ended_at";
        jdbc.sql("update alerts.prompt set state = :state, " + moment + " = :at where id = :id")
                .param("state", next.name())
                .param("at", Column.of(at))
                .param("id", prompt.id().value())
                .update();
    }

    @Override
    public void respond(PromptId prompt, Prompt.Response response) {
        jdbc.sql("update alerts.prompt set response = :response where id = :id")
                .param("response", response.name())
                .param("id", prompt.value())
                .update();
    }

    private List<Prompt> history(String whose, UUID id, TimeWindow window) {
        return where("where " + whose + " = :id and p.raised_at >= :start and p.raised_at < :end"
                        + " order by p.raised_at desc, p.step desc")
                .param("id", id)
                .param("start", Column.of(window.start()))
                .param("end", Column.of(window.end()))
                .query(JdbcPromptRows::prompt)
                .list();
    }

    private StatementSpec where(String rest) {
        return jdbc.sql(SELECT + rest);
    }

    private static Prompt prompt(ResultSet row, int number) throws SQLException {
        return new Prompt(
                new PromptId(Column.uuid(row, "id")),
                new EscalationId(Column.uuid(row, "escalation")),
                new MenteeId(Column.uuid(row, "mentee")),
                new MentorId(Column.uuid(row, "mentor")),
                row.getInt("step"),
                Escalation.Cause.valueOf(row.getString("cause")),
                row.getString("why"),
                Column.instant(row, "since"),
                Column.instant(row, "raised_at"),
                Column.instant(row, "deadline"),
                Column.uuid(row, "consent"),
                PromptState.valueOf(row.getString("state")),
                Column.optionalInstant(row, "opened_at"),
                Column.optionalInstant(row, "ended_at"),
                Column.optionalEnum(row, "response", Prompt.Response.class));
    }
}
