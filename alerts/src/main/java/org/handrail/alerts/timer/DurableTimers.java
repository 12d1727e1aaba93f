package org.handrail.alerts.timer;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;

/** In the transaction of the row that a timer concerns: both are there afterwards, or neither is. */
@Component
class DurableTimers implements Timers {

    static final String TABLE = "alerts.scheduled_task";

    private final SchedulerClient client;

    DurableTimers(DataSource dataSource) {
        this.client = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource))
                .tableName(TABLE)
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, false))
                .build();
    }

    @Override
    public void set(Timer timer, UUID id, Instant due) {
        client.scheduleIfNotExists(timer.task().instance(id.toString()).scheduledTo(due));
    }
}
