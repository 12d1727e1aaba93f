package org.handrail.alerts.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.alerts.MentorId;
import org.handrail.alerts.PromptId;
import org.handrail.alerts.store.Column;
import org.handrail.signals.MenteeId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DeliveryRows {

    private static final String SELECT = """
            select d.*, e.mentee, p.mentor from alerts.delivery d
            join alerts.prompt p on p.id = d.prompt join alerts.escalation e on e.id = p.escalation
            """;

    private final JdbcClient jdbc;

    DeliveryRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Delivery> find(UUID id) {
        return jdbc.sql(SELECT + "where d.id = :id")
                .param("id", id)
                .query(DeliveryRows::delivery)
                .optional();
    }

    /** As it is now, and nobody else changes it before this transaction ends. */
    Delivery lock(UUID id) {
        return jdbc.sql(SELECT + "where d.id = :id for update of d")
                .param("id", id)
                .query(DeliveryRows::delivery)
                .single();
    }

    List<Delivery> livePageOf(PromptId prompt) {
        return jdbc.sql(SELECT + "where d.prompt = :prompt and d.channel = 'LIVE_PAGE' for update of d")
                .param("prompt", prompt.value())
                .query(DeliveryRows::delivery)
                .list();
    }

    /** Under way by push, and yet without a timer. */
    List<Delivery> withoutFuture() {
        return jdbc.sql(SELECT + """
                        where d.state in ('WAITING', 'SENDING') and d.channel <> 'LIVE_PAGE' and not exists (
                          select 1 from alerts.scheduled_task t
                          where t.task_name = 'delivery-attempt' and t.task_instance = d.id::text)
                        """).query(DeliveryRows::delivery).list();
    }

    UUID insert(
            PromptId prompt, Channel channel, @Nullable String token, int attempt, Instant due, DeliveryState state) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into alerts.delivery (id, prompt, channel, token, attempt, due_at, state)
                        values (:id, :prompt, :channel, :token, :attempt, :due, :state)
                        """)
                .param("id", id)
                .param("prompt", prompt.value())
                .param("channel", channel.name())
                .param("token", token)
                .param("attempt", attempt)
                .param("due", Column.of(due))
                .param("state", state.name())
                .update();
        return id;
    }

    void sending(Delivery delivery, Instant at) {
        delivery.state().become(DeliveryState.SENDING);
        jdbc.sql("update alerts.delivery set state = 'SENDING', attempted_at = :at where id = :id")
                .param("at", Column.of(at))
                .param("id", delivery.id())
                .update();
    }

    void end(Delivery delivery, DeliveryState how, @Nullable String note, Instant at) {
        delivery.state().become(how);
        jdbc.sql("update alerts.delivery set state = :state, note = :note, ended_at = :at where id = :id")
                .param("state", how.name())
                .param("note", note)
                .param("at", Column.of(at))
                .param("id", delivery.id())
                .update();
    }

    private static Delivery delivery(ResultSet row, int number) throws SQLException {
        return new Delivery(
                Column.uuid(row, "id"),
                new PromptId(Column.uuid(row, "prompt")),
                new MenteeId(Column.uuid(row, "mentee")),
                new MentorId(Column.uuid(row, "mentor")),
                Channel.valueOf(row.getString("channel")),
                Optional.ofNullable(row.getString("token")),
                row.getInt("attempt"),
                Column.instant(row, "due_at"),
                DeliveryState.valueOf(row.getString("state")));
    }
}
