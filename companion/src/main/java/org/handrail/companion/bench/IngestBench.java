package org.handrail.companion.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
import org.handrail.companion.embedded.EmbeddedDatabase;
import org.handrail.devicesim.load.Fleet;
import org.handrail.devicesim.load.LoadPlan;
import org.handrail.devicesim.load.LoadSettings;
import org.handrail.devicesim.publish.WatchCredential;
import org.handrail.signals.DeviceId;
import org.jspecify.annotations.Nullable;

/**
 * Watches that publish, a broker, ingest and a database that survives a power cut, from the first frame to the committed
 * row; and before that, in the same run, what the broker alone and what the archive alone can do.
 */
public final class IngestBench {

    /** Of one frame on the wire, roughly. */
    public static final int PACKET_BYTES = 500;

    private static final Duration OPENING = Duration.ofSeconds(8);
    private static final Duration WARM_UP = Duration.ofSeconds(8);
    private static final Duration CEILING = Duration.ofSeconds(12);
    private static final Duration DAY = Duration.ofSeconds(8);
    private static final Duration LONGEST_LATENCY_LOAD = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final BenchSettings settings;
    private final Clock clock;
    private final Stages stages;
    private final Map<String, String> moreSettings = new LinkedHashMap<>();

    public IngestBench(BenchSettings settings, Clock clock, DoubleConsumer progress) {
        this.settings = settings;
        this.clock = clock;
        var all = OPENING.plus(OPENING)
                .plus(DAY)
                .plus(WARM_UP.multipliedBy(3))
                .plus(CEILING.multipliedBy(2))
                .plus(settings.length())
                .plus(latencyLength());
        this.stages = new Stages(all, progress);
        for (var property : settings.properties()) {
            int equals = property.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("A setting is written name=value, and not " + property);
            }
            moreSettings.put(property.substring(0, equals), property.substring(equals + 1));
        }
    }

    /** Takes a few minutes. Throws an {@link IllegalStateException} with one sentence on what is in the way. */
    public IngestReport run() throws IOException, InterruptedException {
        double brokerCeiling = broker();
        stages.begin(OPENING);
        var database = EmbeddedDatabase.start(settings.directory().resolve("database"), 0);
        try (var mosquitto = mosquitto("broker");
                var part = PartProcess.start(settings.directory(), setup("embedded", mosquitto, database))) {
            mustShareTheClock(part);
            stages.begin(DAY);
            var day = numbers(part.ask("day", stages::elapse));
            var credentials = credentials(part, mosquitto);
            double archiveCeiling = archive(part);
            try (var fleet = fleet(credentials)) {
                return measure(fleet, part, mosquitto, day, brokerCeiling, archiveCeiling);
            }
        } finally {
            database.close();
        }
    }

    private double broker() throws IOException, InterruptedException {
        stages.begin(OPENING);
        try (var mosquitto = mosquitto("broker-alone");
                var part = PartProcess.start(settings.directory(), setup("broker-alone-embedded", mosquitto, null));
                var fleet = fleet(strangers(url(part, mosquitto)))) {
            load(fleet, part, WARM_UP);
            return load(fleet, part, CEILING).framesPerSecond();
        }
    }

    private double archive(PartProcess part) throws InterruptedException {
        stages.begin(WARM_UP);
        feed(part, WARM_UP);
        stages.begin(CEILING);
        return feed(part, CEILING);
    }

    private double feed(PartProcess part, Duration length) throws InterruptedException {
        return Double.parseDouble(part.ask(
                "feed " + PACKET_BYTES + " " + settings.framesAtMost(Long.MAX_VALUE) + " " + length.toMillis(),
                stages::elapse));
    }

    private IngestReport measure(
            Fleet fleet,
            PartProcess part,
            @Nullable MosquittoProcess mosquitto,
            List<Double> day,
            double brokerCeiling,
            double archiveCeiling)
            throws IOException, InterruptedException {
        long begin = System.nanoTime();
        load(fleet, part, WARM_UP);
        var cpu = cpu(part, mosquitto);
        part.ask("latency");
        cpu.begin();
        stages.begin(settings.length());
        var sustained = Load.run(fleet, part, plan(), stages);
        var spent = cpu.end();
        var latency = latency(part.ask("latency"));
        double latencyRate = settings.rate().orElse(halfOfTarget());
        if (settings.rate().isEmpty()) {
            stages.begin(latencyLength());
            Load.run(fleet, part, latencyPlan(), stages);
            latency = latency(part.ask("latency"));
        }
        fleet.close();
        var ofSustained = tally(fleet, part, sustained.begin(), sustained.end());
        var ofAll = tally(fleet, part, begin, Long.MAX_VALUE);
        stages.end();
        spent.replaceAll((process, seconds) -> seconds * 1e6 / sustained.taken());
        return new IngestReport(
                settings,
                sustained.framesPerSecond(),
                sustained.took(),
                latency,
                latencyRate,
                brokerCeiling,
                archiveCeiling,
                spent,
                day.get(0).longValue(),
                day.get(1).longValue(),
                ofSustained.get(0).longValue(),
                ofSustained.get(1).longValue(),
                ofAll.get(2).longValue(),
                ofAll.get(3).longValue(),
                ofAll.get(0).longValue());
    }

    private Load load(Fleet fleet, PartProcess part, Duration length) throws InterruptedException {
        stages.begin(length);
        return Load.run(fleet, part, LoadPlan.asFastAsTaken(settings.framesAtMost(Long.MAX_VALUE), length), stages);
    }

    private LoadPlan plan() {
        long frames = settings.framesAtMost(Long.MAX_VALUE);
        return settings.rate().isPresent()
                ? LoadPlan.paced(settings.rate().getAsDouble(), frames, settings.length())
                : LoadPlan.asFastAsTaken(frames, settings.length());
    }

    private LoadPlan latencyPlan() {
        return LoadPlan.paced(halfOfTarget(), settings.framesAtMost(Long.MAX_VALUE), latencyLength());
    }

    private double halfOfTarget() {
        return settings.broker().targetFramesPerSecond() / 2.0;
    }

    private Duration latencyLength() {
        return settings.length().compareTo(LONGEST_LATENCY_LOAD) < 0 ? settings.length() : LONGEST_LATENCY_LOAD;
    }

    private CpuTimes cpu(PartProcess part, @Nullable MosquittoProcess mosquitto) throws InterruptedException {
        var times = new CpuTimes().with("publisher", ProcessHandle.current());
        if (mosquitto != null) {
            times.with("broker", mosquitto.handle());
        }
        times.with(mosquitto == null ? "ingest and broker" : "ingest", part.handle());
        ProcessHandle.of(Long.parseLong(part.ask("database-process")))
                .flatMap(ProcessHandle::parent)
                .ifPresent(server -> times.with("database", server));
        return times;
    }

    /** @return confirmed, stored, lost and doubled */
    private List<Double> tally(Fleet fleet, PartProcess part, long from, long until)
            throws IOException, InterruptedException {
        Path file = settings.directory().resolve("confirmed");
        StoredTally.write(file, from, until, fleet.confirmed());
        return numbers(part.ask("tally " + file));
    }

    private static IngestReport.Latency latency(String percentiles) {
        var numbers = numbers(percentiles);
        return new IngestReport.Latency(numbers.get(0), numbers.get(1), numbers.get(2));
    }

    private static List<Double> numbers(String words) {
        return List.of(words.split(" ")).stream().map(Double::valueOf).toList();
    }

    private @Nullable MosquittoProcess mosquitto(String directory) throws IOException, InterruptedException {
        return settings.broker() == BrokerKind.MOSQUITTO
                ? MosquittoProcess.start(settings.directory().resolve(directory))
                : null;
    }

    private Map<String, String> setup(
            String brokerDirectory, @Nullable MosquittoProcess mosquitto, @Nullable EmbeddedDatabase database) {
        var setup = new LinkedHashMap<>(moreSettings);
        if (mosquitto == null) {
            setup.put(
                    "broker-directory",
                    settings.directory().resolve(brokerDirectory).toString());
        } else {
            setup.put("broker", mosquitto.url());
        }
        if (database != null) {
            setup.put("database", database.jdbcUrl());
            setup.put("database-user", database.user());
            setup.put("database-password", database.password());
        }
        return setup;
    }

    private static String url(PartProcess part, @Nullable MosquittoProcess mosquitto) throws InterruptedException {
        return mosquitto == null ? part.ask("broker") : mosquitto.url();
    }

    private List<WatchCredential> credentials(PartProcess part, @Nullable MosquittoProcess mosquitto)
            throws InterruptedException {
        var url = url(part, mosquitto);
        var words = part.ask("pair " + settings.devices()).split(" ");
        var credentials = new ArrayList<WatchCredential>();
        for (int i = 0; i < words.length; i += 2) {
            credentials.add(new WatchCredential(url, new DeviceId(words[i]), words[i + 1]));
        }
        return credentials;
    }

    private List<WatchCredential> strangers(String url) {
        return IntStream.range(0, settings.devices())
                .mapToObj(number -> new WatchCredential(url, new DeviceId("stranger-" + number), "none"))
                .toList();
    }

    private Fleet fleet(List<WatchCredential> credentials) throws InterruptedException {
        var fleet = Fleet.start(credentials, LoadSettings.defaults(), clock);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!fleet.isConnected()) {
            if (System.nanoTime() > deadline) {
                fleet.close();
                throw new IllegalStateException("The broker did not let all " + credentials.size() + " watches in.");
            }
            Thread.sleep(20);
        }
        return fleet;
    }

    private static void mustShareTheClock(PartProcess part) throws InterruptedException {
        long before = System.nanoTime();
        long there = Long.parseLong(part.ask("clock"));
        if (there < before || there > System.nanoTime()) {
            throw new IllegalStateException(
                    "The processes of this machine do not share a clock, so nobody can say how long a frame was under way.");
        }
    }
}
