package org.handrail.alerts.nudge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.handrail.alerts.AnswerResult;
import org.handrail.alerts.EscalationId;
import org.handrail.alerts.NudgeId;
import org.handrail.alerts.store.Column;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcAnswerRows implements AnswerRows {

    private final JdbcClient jdbc;

    JdbcAnswerRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<AnswerResult> resultOf(Press press) {
        return jdbc.sql("""
                        select refused, escalation from alerts.answer
                        where mentee = :mentee and pressed_at = :pressed and choice = :choice
                          and nudge is not distinct from :nudge::uuid
                        """)
                .param("mentee", press.mentee().value())
                .param("pressed", Column.of(press.pressedAt()))
                .param("choice", press.choice().name())
                .param("nudge", press.nudge().map(NudgeId::value).orElse(null))
                .query(JdbcAnswerRows::result)
                .optional();
    }

    @Override
    public void insert(Press press, AnswerResult result, Instant heardAt) {
        Optional<UUID> escalation = result instanceof AnswerResult.Taken taken
                ? taken.escalation().map(EscalationId::value)
                : Optional.empty();
        Optional<String> refused = result instanceof AnswerResult.Refused no
                ? Optional.of(no.reason().name())
                : Optional.empty();
        jdbc.sql("""
                        insert into alerts.answer (mentee, nudge, choice, pressed_at, heard_at, refused, escalation)
                        values (:mentee, :nudge, :choice, :pressed, :heard, :refused, :escalation)
                        """)
                .param("mentee", press.mentee().value())
                .param("nudge", press.nudge().map(NudgeId::value).orElse(null))
                .param("choice", press.choice().name())
                .param("pressed", Column.of(press.pressedAt()))
                .param("heard", Column.of(heardAt))
                .param("refused", refused.orElse(null))
                .param("escalation", escalation.orElse(null))
                .update();
    }

    private static AnswerResult result(ResultSet row, int number) throws SQLException {
        Optional<AnswerResult.Refusal> refused = Column.optionalEnum(row, "refused", AnswerResult.Refusal.class);
        return refused.isPresent()
                ? new AnswerResult.Refused(refused.get())
                : new AnswerResult.Taken(Column.optionalUuid(row, "escalation").map(EscalationId::new));
    }
}
