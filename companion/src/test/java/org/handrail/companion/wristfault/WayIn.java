package org.handrail.companion.wristfault;

import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.handrail.companion.embedded.BrokerGuest;
import org.handrail.companion.embedded.BrokerSettings;
import org.handrail.companion.embedded.EmbeddedBroker;
import org.handrail.companion.embedded.EmbeddedDatabase;
import org.handrail.devicesim.publish.AnswerPolicy;
import org.handrail.devicesim.publish.Watch;
import org.handrail.devicesim.publish.WatchCredential;
import org.handrail.devicesim.publish.WatchSettings;
import org.handrail.devicesim.publish.Wrapping;
import org.handrail.ingest.CollectionConsent;
import org.handrail.ingest.DeviceCredential;
import org.handrail.ingest.DeviceOverview;
import org.handrail.ingest.DeviceOverviews;
import org.handrail.ingest.FrameSink;
import org.handrail.ingest.IngestConfiguration;
import org.handrail.ingest.Pairings;
import org.handrail.signals.DeviceId;
import org.handrail.signals.MenteeId;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.support.GenericApplicationContext;

/** From the wrist to the archive, all of it real but the time. */
final class WayIn implements AutoCloseable {

    private static final String HOUSE = "handrail";
    private static final String SECRET = "a-secret-of-this-run";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
    private final ConcurrentLinkedQueue<Object> told = new ConcurrentLinkedQueue<>();
    private final EmbeddedDatabase database;
    private final EmbeddedBroker broker;
    private final ConfigurableApplicationContext ingest;

    final HandClock clock;

    WayIn(Path directory, Instant now) {
        this.clock = new HandClock(now);
        this.database = EmbeddedDatabase.start(directory.resolve("database"), 0);
        var pairings = new AtomicReference<Pairings>();
        this.broker = EmbeddedBroker.start(
                new BrokerSettings("127.0.0.1", 0, directory.resolve("broker"), HOUSE, SECRET),
                (user, secret) -> pairings.get().isGenuine(new DeviceId(user), secret)
                        ? Optional.of(new BrokerGuest.Device(user))
                        : Optional.empty());
        this.ingest = ingest(migrated(database));
        pairings.set(ingest.getBean(Pairings.class));
        await().until(() -> meters().get("handrail.ingest.connected").gauge().value() == 1);
    }

    private static DataSource migrated(EmbeddedDatabase database) {
        var dataSource = DataSourceBuilder.create()
                .url(database.jdbcUrl())
                .username(database.user())
                .password(database.password())
                .build();
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/migration/ingest")
                .defaultSchema("ingest")
                .table("migration_history")
                .load()
                .migrate();
        return dataSource;
    }

    private ConfigurableApplicationContext ingest(DataSource dataSource) {
        Map<String, Object> properties = Map.of(
                "handrail.ingest.mqtt.broker",
                broker.houseUrl(),
                "handrail.ingest.mqtt.user",
                HOUSE,
                "handrail.ingest.mqtt.secret",
                SECRET,
                "handrail.ingest.archive.batch-wait",
                "1ms",
                "handrail.ingest.silence.look",
                "10ms");
        return new SpringApplicationBuilder(IngestConfiguration.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .properties(properties)
                .initializers(context -> bringBeans((GenericApplicationContext) context, dataSource))
                .run();
    }

    private void bringBeans(GenericApplicationContext context, DataSource dataSource) {
        context.registerBean(DataSource.class, () -> dataSource);
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(CollectionConsent.class, () -> mentee -> true);
        context.registerBean(FrameSink.class, () -> frames -> {});
        context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        context.addApplicationListener(
                (ApplicationListener<PayloadApplicationEvent<?>>) event -> told.add(event.getPayload()));
    }

    private MeterRegistry meters() {
        return ingest.getBean(MeterRegistry.class);
    }

    MenteeId someMentee() {
        return new MenteeId(UUID.randomUUID());
    }

    DeviceCredential pair(MenteeId mentee) {
        return ingest.getBean(Pairings.class).pair(mentee);
    }

    Watch watch(DeviceCredential paired, Wrapping wrapping) {
        var credential = new WatchCredential(broker.url(), paired.device(), paired.secret());
        var watch = new Watch(credential, WatchSettings.defaults(), wrapping, AnswerPolicy.ignore(), clock, scheduler);
        watch.connect();
        await().until(() -> watch.counts().connected() == 1);
        return watch;
    }

    /** How many messages have been stored, known again or refused since the start. */
    long dealtWith() {
        double refused = meters().find("handrail.ingest.refused").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
        return Math.round(refused
                + meters().counter("handrail.ingest.stored").count()
                + meters().counter("handrail.ingest.duplicates").count());
    }

    void awaitDealtWith(long messages) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(2)).until(() -> dealtWith() >= messages);
    }

    DeviceOverview overview(MenteeId mentee) {
        return ingest.getBean(DeviceOverviews.class).of(mentee).get(0);
    }

    /** What ingest has told of its own accord, so far. */
    <E> List<E> told(Class<E> event) {
        return told.stream().filter(event::isInstance).map(event::cast).toList();
    }

    @Override
    public void close() {
        ingest.close();
        broker.close();
        database.close();
        scheduler.shutdownNow();
    }
}
