package org.handrail.alerts.timer;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;

/** Sets timers, in the transaction of the row that they concern: both are there afterwards, or neither is. */
@Component
public class Timers {

    static final String TABLE = "alerts.scheduled_task";

    private final SchedulerClient client;

    Timers(DataSource dataSource) {
        this.client = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource))
                .tableName(TABLE)
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, false))
                .build();
    }

    public void set(Timer timer, UUID id, Instant due) {
        client.scheduleIfNotExists(timer.task().instance(id.toString()).scheduledTo(due));
    }
}
