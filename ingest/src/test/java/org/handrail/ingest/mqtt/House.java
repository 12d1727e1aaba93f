package org.handrail.ingest.mqtt;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.handrail.ingest.CollectionConsent;
import org.handrail.ingest.DeviceOverview;
import org.handrail.ingest.DeviceOverviews;
import org.handrail.ingest.Downlink;
import org.handrail.ingest.FloodGate;
import org.handrail.ingest.FrameArchive;
import org.handrail.ingest.FrameSink;
import org.handrail.ingest.Given;
import org.handrail.ingest.IngestConfiguration;
import org.handrail.ingest.Pairings;
import org.handrail.signals.ArchivedFrame;
import org.handrail.signals.DeviceId;
import org.handrail.signals.MenteeId;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** The room as the house runs it, wired by its own configuration, with a sink that remembers. */
final class House implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final ConcurrentLinkedQueue<ArchivedFrame> sink = new ConcurrentLinkedQueue<>();

    private final ConcurrentLinkedQueue<DeviceId> shownOut = new ConcurrentLinkedQueue<>();

    private House(DataSource dataSource, Map<String, Object> properties) {
        context = new SpringApplicationBuilder(IngestConfiguration.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .properties(properties)
                .initializers(application -> bringBeans((GenericApplicationContext) application, dataSource))
                .run();
    }

    private void bringBeans(GenericApplicationContext house, DataSource dataSource) {
        // Wrapped, so that closing this house does not close what other tests still need.
        house.registerBean(DataSource.class, () -> new DelegatingDataSource(dataSource));
        house.registerBean(Clock.class, () -> Given.CLOCK);
        house.registerBean(CollectionConsent.class, () -> mentee -> true);
        house.registerBean(FrameSink.class, () -> sink::addAll);
        house.registerBean(FloodGate.class, () -> (device, pause) -> shownOut.add(device));
        house.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
    }

    /** Opens without waiting for the broker. */
    static House opening(DataSource dataSource, String broker, String... more) {
        var properties = new HashMap<String, Object>(Map.of(
                "handrail.ingest.mqtt.broker", broker,
                "handrail.ingest.mqtt.longest-pause", "200ms",
                "handrail.ingest.mqtt.receive-maximum", "50",
                "handrail.ingest.archive.longest-pause", "200ms",
                "handrail.ingest.archive.drain", "1s",
                "handrail.ingest.archive.refusal-flush", "50ms"));
        for (int i = 0; i < more.length; i += 2) {
            properties.put(more[i], more[i + 1]);
        }
        return new House(dataSource, properties);
    }

    static House open(DataSource dataSource, String broker, String... more) {
        var house = opening(dataSource, broker, more);
        house.awaitConnection();
        return house;
    }

    void awaitConnection() {
        Awaitility.await().until(() -> gauge("handrail.ingest.connected") == 1);
    }

    Pairings pairings() {
        return context.getBean(Pairings.class);
    }

    Downlink downlink() {
        return context.getBean(Downlink.class);
    }

    DeviceOverview onlyDeviceOf(MenteeId mentee) {
        var devices = context.getBean(DeviceOverviews.class).of(mentee);
        return devices.get(0);
    }

    List<Long> archivedOf(MenteeId mentee) {
        var counters = new ArrayList<Long>();
        context.getBean(FrameArchive.class)
                .readAfter(mentee, 0, frame -> counters.add(frame.frame().id().counter()));
        return counters;
    }

    List<Long> sunkOf(MenteeId mentee) {
        return sink.stream()
                .filter(frame -> frame.mentee().equals(mentee))
                .map(frame -> frame.frame().id().counter())
                .toList();
    }

    List<DeviceId> shownOut() {
        return List.copyOf(shownOut);
    }

    /** What came and what became of it, for a failure that says more than "not yet". */
    String tally() {
        return "received %.0f, stored %.0f, duplicates %.0f"
                .formatted(
                        count("handrail.ingest.received"),
                        count("handrail.ingest.stored"),
                        count("handrail.ingest.duplicates"));
    }

    double count(String counter) {
        return context.getBean(MeterRegistry.class).counter(counter).count();
    }

    double gauge(String gauge) {
        return context.getBean(MeterRegistry.class).get(gauge).gauge().value();
    }

    @Override
    public void close() {
        context.close();
    }
}
