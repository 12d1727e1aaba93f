package org.handrail.alerts.timer;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.handrail.alerts.AlertsSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;

/** Runs the due timers while the process is up. Several processes may do so on one database. */
@Component
class TimerRuntime implements SmartLifecycle {

    private static final Duration LAST_WORDS = Duration.ofSeconds(10);

    private final DataSource dataSource;
    private final TimerTasks tasks;
    private final Clock clock;
    private final AlertsSettings.Timers settings;
    private volatile @Nullable Scheduler scheduler;

    TimerRuntime(DataSource dataSource, TimerTasks tasks, Clock clock, AlertsSettings settings) {
        this.dataSource = dataSource;
        this.tasks = tasks;
        this.clock = clock;
        this.settings = settings.timers();
    }

    @Override
    public void start() {
        Scheduler started = Scheduler.create(new TransactionAwareDataSourceProxy(dataSource), tasks.onceEach())
                .startTasks(tasks.watchdogRounds())
                .tableName(DurableTimers.TABLE)
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, false))
                .clock(clock::instant)
                .pollUsingLockAndFetch(0.5, 1.0)
                .pollingInterval(settings.polling())
                .heartbeatInterval(settings.heartbeat())
                .missedHeartbeatsLimit(settings.missedHeartbeats())
                .threads(settings.threads())
                .shutdownMaxWait(LAST_WORDS)
                .build();
        started.start();
        scheduler = started;
    }

    @Override
    public void stop() {
        Scheduler running = scheduler;
        if (running != null) {
            running.stop();
            scheduler = null;
        }
    }

    @Override
    public boolean isRunning() {
        return scheduler != null;
    }

    @Override
    public boolean isAutoStartup() {
        return settings.enabled();
    }
}
