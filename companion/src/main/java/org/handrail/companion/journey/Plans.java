package org.handrail.companion.journey;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.handrail.alerts.MenteePlans;
import org.handrail.alerts.Plan;
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
        jdbc.sql("""
                        INSERT INTO companion.plan (mentee, waiting_seconds, silence_means, coping_steps)
                        VALUES (?, ?, ?, ?)
                        ON CONFLICT (mentee) DO UPDATE SET waiting_seconds = excluded.waiting_seconds,
                          silence_means = excluded.silence_means, coping_steps = excluded.coping_steps""")
                .params(
                        mentee.value(),
                        written.plan().waitingTime().toSeconds(),
                        written.plan().silenceMeans().name(),
                        written.copingSteps().toArray(String[]::new))
                .update();
    }

    private static WrittenPlan plan(ResultSet row, int number) throws SQLException {
        var plan = new Plan(
                Duration.ofSeconds(row.getLong("waiting_seconds")),
                SilenceMeans.valueOf(row.getString("silence_means")));
        return new WrittenPlan(
                plan, List.of((String[]) row.getArray("coping_steps").getArray()));
    }
}
