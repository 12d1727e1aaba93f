package org.handrail.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.handrail.alerts.timer.TimerTasks;
import org.handrail.alerts.timer.Watchdog;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.event.TransactionalApplicationListener;
import org.springframework.transaction.support.TransactionTemplate;

/** One process that holds the room alerts: by hand, or with timers running by themselves. */
final class House implements AutoCloseable {

    final Outside outside;
    final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    final HikariDataSource dataSource = Database.connect();
    final JdbcClient jdbc = JdbcClient.create(dataSource);
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final ManualScheduler scheduler;

    private House(Outside outside, Map<String, Object> properties) {
        this.outside = outside;
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", properties));
        context.registerBean(
                HikariDataSource.class, () -> dataSource, definition -> definition.setDestroyMethodName("close"));
        context.registerBean(Outside.class, () -> outside);
        context.register(Surroundings.class);
        context.refresh();
        context.getApplicationListeners().stream()
                .filter(TransactionalApplicationListener.class::isInstance)
                .map(TransactionalApplicationListener.class::cast)
                .forEach(listener -> listener.addCallback(new Failures()));
        scheduler = TestHelper.createManualScheduler(
                        dataSource, context.getBean(TimerTasks.class).onceEach())
                .clock(new SettableClock())
                .tableName("alerts.scheduled_task")
                .build();
    }

    static House byHand(Outside outside) {
        return byHand(outside, Map.of());
    }

    static House byHand(Outside outside, Map<String, Object> settings) {
        var properties = new HashMap<>(settings);
        properties.put("handrail.alerts.timers.enabled", "false");
        return new House(outside, properties);
    }

    static House running(Outside outside) {
        return new House(outside, Map.of("handrail.alerts.timers.polling", "20ms"));
    }

    <T> T door(Class<T> type) {
        return context.getBean(type);
    }

    /** Publishes as another room does: in a transaction of its own. A listener that fails is not forgiven. */
    void hears(Object event) {
        new TransactionTemplate(door(PlatformTransactionManager.class))
                .executeWithoutResult(status -> context.publishEvent(event));
        assertThat(failures).isEmpty();
    }

    /** Lets time pass, stopping wherever a timer is due. */
    void pass(Duration duration) {
        Instant until = outside.clock.instant().plus(duration);
        runDue();
        for (Optional<Instant> next = nextDue(until); next.isPresent(); next = nextDue(until)) {
            outside.clock.moveTo(next.get());
            runDue();
        }
        outside.clock.moveTo(until);
        runDue();
    }

    void runDue() {
        do {
            scheduler.setTime(outside.clock.instant());
            scheduler.runAnyDueExecutions();
        } while (nextDue(outside.clock.instant()).isPresent());
    }

    void watchdogGoesRound() {
        door(Watchdog.class).round();
        runDue();
    }

    long count(String table) {
        return jdbc.sql("select count(*) from alerts." + table)
                .query(Long.class)
                .single();
    }

    private Optional<Instant> nextDue(Instant until) {
        return jdbc.sql("select execution_time from alerts.scheduled_task order by execution_time limit 1")
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant)
                .filter(due -> !due.isAfter(until));
    }

    @Override
    public void close() {
        context.close();
    }

    private final class Failures implements TransactionalApplicationListener.SynchronizationCallback {

        @Override
        public void postProcessEvent(ApplicationEvent event, @Nullable Throwable failure) {
            if (failure != null) {
                failures.add(failure);
            }
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableTransactionManagement
    @Import(AlertsConfiguration.class)
    static class Surroundings {

        @Bean
        Clock clock(Outside outside) {
            return outside.clock();
        }

        @Bean
        PlatformTransactionManager transactionManager(DataSource dataSource) {
            return new JdbcTransactionManager(dataSource);
        }

        @Bean
        JdbcClient jdbcClient(DataSource dataSource) {
            return JdbcClient.create(dataSource);
        }

        @Bean
        MeterRegistry meterRegistry() {
            return new SimpleMeterRegistry();
        }

        @Bean
        ApplicationListener<PayloadApplicationEvent<?>> recorder(Outside outside) {
            return event -> outside.events.add(event.getPayload());
        }
    }
}
