package org.handrail.companion.journey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.handrail.alerts.MenteePlans;
import org.handrail.alerts.Plan;
import org.handrail.alerts.QuietHours;
import org.handrail.alerts.SilenceMeans;
import org.handrail.signals.MenteeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The plans written while well. */
@Component
public class Plans implements MenteePlans {

    private final JdbcClient jdbc;

    Plans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Plan planOf(MenteeId mentee) {
        return find(mentee).map(WrittenPlan::plan).orElse(Plan.DEFAULT);
    }

    public Optional<WrittenPlan> find(MenteeId mentee) {
        return jdbc.sql("SELECT * FROM companion.plan WHERE mentee = ?")
                .param(mentee.value())
                .query(Plans::plan)
                .optional();
    }

    public void write(MenteeId mentee, WrittenPlan written) {
        Plan plan = written.plan();
        jdbc.sql("""
                        INSERT INTO companion.plan
                          (mentee, waiting_seconds, silence_means, coping_steps, quiet_from, quiet_until)
                        VALUES (:mentee, :waiting, :silence, :steps, :from, :until)
                        ON CONFLICT (mentee) DO UPDATE SET waiting_seconds = excluded.waiting_seconds,
                          silence_means = excluded.silence_means, coping_steps = excluded.coping_steps,
                          quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until""")
                .param("mentee", mentee.value())
                .param("waiting", plan.waitingTime().toSeconds())
                .param("silence", plan.silenceMeans().name())
                .param("steps", written.copingSteps().toArray(String[]::new))
                .param("from", plan.quietHours().map(QuietHours::from).orElse(null), Types.TIME)
                .param("until", plan.quietHours().map(QuietHours::until).orElse(null), Types.TIME)
                .update();
    }

    private static Optional<QuietHours> quietHours(ResultSet row) throws SQLException {
        var from = Optional.ofNullable(row.getObject("quiet_from", LocalTime.class));
        var until = Optional.ofNullable(row.getObject("quiet_until", LocalTime.class));
        return from.flatMap(start -> until.map(end -> new QuietHours(start, end)));
    }

    private static WrittenPlan plan(ResultSet row, int number) throws SQLException {
        var plan = new Plan(
                Duration.ofSeconds(row.getLong("waiting_seconds")),
                SilenceMeans.valueOf(row.getString("silence_means")),
                quietHours(row));
        return new WrittenPlan(
                plan, List.of((String[]) row.getArray("coping_steps").getArray()));
    }
}
