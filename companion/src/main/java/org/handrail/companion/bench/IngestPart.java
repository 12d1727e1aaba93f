package org.handrail.companion.bench;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.handrail.companion.consent.Consents;
import org.handrail.companion.consent.Scope;
import org.handrail.companion.embedded.BrokerGuest;
import org.handrail.companion.embedded.EmbeddedBroker;
import org.handrail.companion.people.People;
import org.handrail.companion.people.Person;
import org.handrail.companion.people.Role;
import org.handrail.ingest.ArchiveIntake;
import org.handrail.ingest.FrameArchive;
import org.handrail.ingest.FrameSink;
import org.handrail.ingest.Pairings;
import org.handrail.signals.DeviceId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Ingest as the house wires it, with paired devices whose wearers consent, and with a sink that looks at the clock. */
final class IngestPart implements BenchPart.Measured {

    private final @Nullable EmbeddedBroker broker;
    private final CommitWatch watch = new CommitWatch();
    private final ConfigurableApplicationContext rooms;
    private final List<MemoryFeed.Wearer> wearers = new ArrayList<>();

    private IngestPart(@Nullable EmbeddedBroker broker, Map<String, Object> properties) {
        this.broker = broker;
        this.rooms = new SpringApplicationBuilder(BenchRooms.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .initializers(context -> bringBeans((GenericApplicationContext) context))
                .run(properties.entrySet().stream()
                        .map(property -> "--" + property.getKey() + "=" + property.getValue())
                        .toArray(String[]::new));
    }

    private void bringBeans(GenericApplicationContext context) {
        context.registerBean(FrameSink.class, () -> watch);
        context.registerBean(PasswordEncoder.class, NobodySignsIn::new);
        context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
    }

    static IngestPart open(Map<String, String> setup) {
        var pairings = new AtomicReference<Pairings>();
        var broker = Optional.ofNullable(setup.get("broker-directory"))
                .map(path -> HouseBroker.start(Path.of(path), (user, secret) -> genuine(pairings.get(), user, secret)));
        var properties = new LinkedHashMap<String, Object>();
        properties.put("spring.datasource.url", setup.get("database"));
        properties.put("spring.datasource.username", setup.get("database-user"));
        properties.put("spring.datasource.password", setup.get("database-password"));
        properties.put(
                "handrail.ingest.mqtt.broker", broker.map(EmbeddedBroker::url).orElseGet(() -> setup.get("broker")));
        properties.put("handrail.ingest.mqtt.user", HouseBroker.USER);
        properties.put("handrail.ingest.mqtt.secret", HouseBroker.SECRET);
        // A few hundred watches stand for tens of thousands here, so each is faster than one watch may be.
        properties.put("handrail.ingest.rate.per-second", 1_000_000);
        properties.put("handrail.ingest.rate.burst", 10_000_000);
        setup.forEach((name, value) -> {
            if (name.startsWith("handrail.") || name.startsWith("spring.")) {
                properties.put(name, value);
            }
        });
        try {
            var part = new IngestPart(broker.orElse(null), properties);
            pairings.set(part.room(Pairings.class));
            return part;
        } catch (RuntimeException fault) {
            broker.ifPresent(EmbeddedBroker::close);
            throw fault;
        }
    }

    private static Optional<BrokerGuest.Device> genuine(@Nullable Pairings pairings, String user, String secret) {
        boolean known = pairings != null && DeviceId.isValid(user) && pairings.isGenuine(new DeviceId(user), secret);
        return known ? Optional.of(new BrokerGuest.Device(user)) : Optional.empty();
    }

    private <T> T room(Class<T> type) {
        return rooms.getBean(type);
    }

    @Override
    public long taken() {
        return watch.committed();
    }

    @Override
    public String answer(String command, String rest) throws InterruptedException, IOException {
        return switch (command) {
            case "broker" -> broker == null ? "" : broker.url();
            case "database-process" -> databaseProcess();
            case "clock" -> String.valueOf(System.nanoTime());
            case "pair" -> pair(Integer.parseInt(rest));
            case "day" -> day();
            case "feed" -> feed(rest.split(" "));
            case "latency" -> watch.percentiles();
            case "tally" -> StoredTally.of(Path.of(rest), room(FrameArchive.class));
            default -> throw new IllegalArgumentException("Unknown: " + command);
        };
    }

    private String databaseProcess() {
        return String.valueOf(room(JdbcClient.class)
                .sql("SELECT pg_backend_pid()")
                .query(Long.class)
                .single());
    }

    /** Devices and their secrets, in turn. */
    private String pair(int devices) {
        return IntStream.range(0, devices)
                .mapToObj(number -> pairOne("wearer-" + number))
                .collect(Collectors.joining(" "));
    }

    private String pairOne(String name) {
        var person = new Person(UUID.randomUUID(), Role.MENTEE, name, name, ZoneOffset.UTC, Optional.empty());
        room(People.class).add(person, name);
        room(Consents.class).give(person.asMentee(), Optional.empty(), Scope.COLLECTION, "bench");
        var credential = room(Pairings.class).pair(person.asMentee());
        wearers.add(new MemoryFeed.Wearer(person.asMentee(), credential.device()));
        return credential.device() + " " + credential.secret();
    }

    private String day() throws InterruptedException {
        pairOne("wearer-of-a-day");
        var wearer = wearers.remove(wearers.size() - 1);
        return new WearerDay(room(JdbcClient.class), room(ArchiveIntake.class), room(Clock.class)).write(wearer);
    }

    private String feed(String[] words) throws InterruptedException {
        var feed = new MemoryFeed(room(ArchiveIntake.class), room(Clock.class), wearers, Integer.parseInt(words[0]));
        return feed.run(Long.parseLong(words[1]), Duration.ofMillis(Long.parseLong(words[2])));
    }

    @Override
    public void close() {
        rooms.close();
        if (broker != null) {
            broker.close();
        }
    }

    /** These people do not exist, and no slow hash has to be made for each of them. */
    private static final class NobodySignsIn implements PasswordEncoder {

        @Override
        public String encode(@Nullable CharSequence password) {
            return "nobody";
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String encoded) {
            return false;
        }
    }
}
