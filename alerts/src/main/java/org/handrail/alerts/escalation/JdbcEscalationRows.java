package org.handrail.alerts.escalation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.handrail.alerts.DispatchCheck;
import org.handrail.alerts.Escalation;
import org.handrail.alerts.Escalation.Exhausted;
import org.handrail.alerts.Escalation.SkippedStep;
import org.handrail.alerts.EscalationId;
import org.handrail.alerts.EscalationState;
import org.handrail.alerts.MentorId;
import org.handrail.alerts.NudgeId;
import org.handrail.alerts.store.Column;
import org.handrail.signals.MenteeId;
import org.handrail.signals.TimeWindow;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcEscalationRows implements EscalationRows {

    private final JdbcClient jdbc;
    private final PromptRows prompts;

    JdbcEscalationRows(JdbcClient jdbc, PromptRows prompts) {
        this.jdbc = jdbc;
        this.prompts = prompts;
    }

    @Override
    public Optional<Escalation> find(EscalationId id) {
        return jdbc.sql("select * from alerts.escalation where id = :id")
                .param("id", id.value())
                .query(this::escalation)
                .optional();
    }

    @Override
    public Escalation lock(EscalationId id) {
        return jdbc.sql("select * from alerts.escalation where id = :id for update")
                .param("id", id.value())
                .query(this::escalation)
                .single();
    }

    @Override
    public List<Escalation> of(MenteeId mentee, TimeWindow window) {
        return jdbc.sql("""
                        select * from alerts.escalation
                        where mentee = :mentee and started_at >= :start and started_at < :end order by started_at desc
                        """)
                .param("mentee", mentee.value())
                .param("start", Column.of(window.start()))
                .param("end", Column.of(window.end()))
                .query(this::escalation)
                .list();
    }

    @Override
    public List<Escalation> open() {
        return jdbc.sql(
                        "select * from alerts.escalation where state in ('WALKING', 'EXHAUSTED', 'EASED') order by started_at")
                .query(this::escalation)
                .list();
    }

    @Override
    public List<Escalation> openFor(MenteeId mentee) {
        return jdbc.sql("""
                        select * from alerts.escalation
                        where mentee = :mentee and state in ('WALKING', 'EXHAUSTED', 'EASED')
                        order by started_at for update
                        """)
                .param("mentee", mentee.value())
                .query(this::escalation)
                .list();
    }

    /** Walking without an open prompt that has a timer to move it on, or eased with an open prompt that has none. */
    List<Escalation> withoutFuture() {
        return jdbc.sql("""
                        select * from alerts.escalation e where e.state in ('WALKING', 'EASED') and not exists (
                          select 1 from alerts.prompt p join alerts.scheduled_task t
                            on t.task_name = 'prompt-deadline' and t.task_instance = p.id::text
                          where p.escalation = e.id and p.state in ('RAISED', 'OPENED'))
                        and (e.state = 'WALKING' or exists (
                          select 1 from alerts.prompt p
                          where p.escalation = e.id and p.state in ('RAISED', 'OPENED')))
                        """).query(this::escalation).list();
    }

    @Override
    public void insert(Escalation escalation) {
        jdbc.sql("""
                        insert into alerts.escalation
                          (id, mentee, nudge, cause, why, since, started_at, worth_until, state)
                        values (:id, :mentee, :nudge, :cause, :why, :since, :started, :worth, :state)
                        """)
                .param("id", escalation.id().value())
                .param("mentee", escalation.mentee().value())
                .param("nudge", escalation.nudge().map(NudgeId::value).orElse(null))
                .param("cause", escalation.cause().name())
                .param("why", escalation.why())
                .param("since", Column.of(escalation.since()))
                .param("started", Column.of(escalation.startedAt()))
                .param("worth", Column.of(escalation.worthUntil()))
                .param("state", escalation.state().name())
                .update();
    }

    @Override
    public void asked(EscalationId escalation, Instant worthUntil) {
        jdbc.sql("""
                        update alerts.escalation
                        set cause = 'ASKED_FOR_COMPANY', worth_until = greatest(worth_until, :worth) where id = :id
                        """)
                .param("worth", Column.of(worthUntil))
                .param("id", escalation.value())
                .update();
    }

    @Override
    public void move(Escalation escalation, EscalationState next, Optional<Exhausted> exhausted, Instant at) {
        escalation.state().become(next);
        jdbc.sql("""
                        update alerts.escalation
                        set state = :state, exhausted = coalesce(:exhausted::text, exhausted), ended_at = :ended
                        where id = :id
                        """)
                .param("state", next.name())
                .param("exhausted", exhausted.map(Exhausted::name).orElse(null))
                .param("ended", Column.of(Optional.of(at).filter(ended -> next != EscalationState.WALKING)))
                .param("id", escalation.id().value())
                .update();
    }

    @Override
    public void skip(EscalationId escalation, SkippedStep skipped) {
        jdbc.sql("""
                        insert into alerts.skipped_step (escalation, step, mentor, reason, skipped_at)
                        values (:escalation, :step, :mentor, :reason, :at)
                        """)
                .param("escalation", escalation.value())
                .param("step", skipped.step())
                .param("mentor", skipped.mentor().value())
                .param("reason", skipped.reason().name())
                .param("at", Column.of(skipped.at()))
                .update();
    }

    private List<SkippedStep> skipped(EscalationId escalation) {
        return jdbc.sql("select * from alerts.skipped_step where escalation = :escalation order by skipped_at, step")
                .param("escalation", escalation.value())
                .query((row, number) -> new SkippedStep(
                        row.getInt("step"),
                        new MentorId(Column.uuid(row, "mentor")),
                        DispatchCheck.Refusal.valueOf(row.getString("reason")),
                        Column.instant(row, "skipped_at")))
                .list();
    }

    private Escalation escalation(ResultSet row, int number) throws SQLException {
        var id = new EscalationId(Column.uuid(row, "id"));
        return new Escalation(
                id,
                new MenteeId(Column.uuid(row, "mentee")),
                Column.optionalUuid(row, "nudge").map(NudgeId::new),
                Escalation.Cause.valueOf(row.getString("cause")),
                row.getString("why"),
                Column.instant(row, "since"),
                Column.instant(row, "started_at"),
                Column.instant(row, "worth_until"),
                EscalationState.valueOf(row.getString("state")),
                Column.optionalEnum(row, "exhausted", Exhausted.class),
                Column.optionalInstant(row, "ended_at"),
                prompts.of(id),
                skipped(id));
    }
}
