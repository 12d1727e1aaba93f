package org.handrail.companion.wholehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.handrail.companion.embedded.EmbeddedDatabase;
import org.handrail.companion.embedded.Mosquitto;
import org.handrail.companion.house.Doorkeeper;
import org.handrail.companion.house.HouseSettings;
import org.handrail.companion.house.OtherBroker;
import org.handrail.devicesim.load.Fleet;
import org.handrail.devicesim.load.LoadPlan;
import org.handrail.devicesim.load.LoadSettings;
import org.handrail.devicesim.publish.WatchCredential;
import org.handrail.ingest.BrokerRights;
import org.handrail.ingest.DeviceCredential;
import org.handrail.ingest.Pairings;
import org.handrail.signals.DeviceId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Ingest, Mosquitto and PostgreSQL, each a process, are killed one after the other while watches publish. What a watch saw
 * confirmed is in the archive afterwards, once. More rounds with {@code -Dchaos.rounds}, others with {@code -Dchaos.seed}.
 */
@EnabledIf(
        value = "org.handrail.companion.embedded.Mosquitto#isInstalled",
        disabledReason = "These tests drive a real broker, and " + Mosquitto.BINARY + " is not installed")
class KilledPartsTests {

    private static final long SEED = Long.getLong("chaos.seed", 20_261_120);
    private static final int ROUNDS = Integer.getInteger("chaos.rounds", 3);
    private static final int WATCHES = 8;
    private static final int FRAMES_PER_SECOND = 400;
    private static final int OUTAGE_SECONDS = Integer.getInteger("chaos.outage", 15);
    private static final int OUTAGE_FRAMES_PER_SECOND = 2_000;
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    /** Three times as long as this Mosquitto takes to save what it has confirmed. */
    private static final Duration CONFIRMED_KEPT = Duration.ofSeconds(3);

    private enum Part {
        INGEST,
        BROKER,
        DATABASE
    }

    @TempDir
    private Path directory;

    private final Random random = new Random(SEED);

    private Mosquitto mosquitto;
    private EmbeddedDatabase database;
    private HouseProcess ingest;

    @Test
    void whatAWatchSawConfirmedIsInTheArchiveOnceWhateverWasKilled() throws Exception {
        var watches = open(Duration.ofSeconds(1));

        var confirmed = send(watches, FRAMES_PER_SECOND, this::killAll);

        long frames = mustBeInTheArchiveOnce(confirmed);
        System.out.printf("Killed %d parts, seed %d: %d frames confirmed, 0 lost, 0 doubled%n", ROUNDS, SEED, frames);
    }

    /** For as long as the issue of memory asks: {@code -Dchaos.outage=600}. The heap is the process's {@code -Xmx}. */
    @Test
    void ingestOutlivesALongOutageOfTheDatabaseInASmallHeap() throws Exception {
        var watches = open(Duration.ofMinutes(30));

        var confirmed = send(watches, OUTAGE_FRAMES_PER_SECOND, () -> {
            int port = database.port();
            killDatabase();
            database.close();
            pass(OUTAGE_SECONDS * 1_000);
            assertThat(ingest.isAlive()).isTrue();
            System.out.printf("Heap after %d s without a database: %s%n", OUTAGE_SECONDS, ingest.heap());
            database = EmbeddedDatabase.start(directory.resolve("house/database"), port);
        });

        long frames = mustBeInTheArchiveOnce(confirmed);
        System.out.printf("Waited out %d s: %d frames confirmed, 0 lost, 0 doubled%n", OUTAGE_SECONDS, frames);
    }

    @AfterEach
    void close() {
        ingest.close();
        mosquitto.close();
        database.close();
    }

    private List<WatchCredential> open(Duration brokerSavesEvery) throws Exception {
        mosquitto = new Mosquitto(
                        Files.createDirectory(directory.resolve("mosquitto")), Optional.empty(), brokerSavesEvery)
                .start();
        var watches = household();
        database = EmbeddedDatabase.start(directory.resolve("house/database"), 0);
        ingest = openIngest();
        return watches;
    }

    private long mustBeInTheArchiveOnce(Map<DeviceId, long[]> confirmed) {
        long distinct = confirmed.values().stream()
                .mapToLong(counters -> Arrays.stream(counters).distinct().count())
                .sum();
        await("as many frames as were confirmed")
                .atMost(PATIENCE)
                .until(() -> number("SELECT count(*) FROM ingest.frame") >= distinct);
        assertThat(lost(confirmed)).as("seed %d, %d confirmed", SEED, distinct).isEmpty();
        assertThat(number("SELECT count(*) - count(DISTINCT (device, counter)) FROM ingest.frame"))
                .as("doubled, seed %d", SEED)
                .isZero();
        return distinct;
    }

    /** People, consent and pairings, as a house has them; then it is closed. */
    private List<WatchCredential> household() throws IOException {
        var settings = HouseSettings.onFreePorts(directory.resolve("house"))
                .with(HouseSettings.Ingest.ELSEWHERE)
                .with(new OtherBroker(
                        mosquitto.url(),
                        Optional.of(Mosquitto.HOUSE),
                        Optional.of(Mosquitto.HOUSE_SECRET),
                        Optional.empty(),
                        Optional.of(new Doorkeeper(Mosquitto.DOORKEEPER, Mosquitto.DOORKEEPER_SECRET))));
        try (var household = Household.open(settings, Duration.ofMinutes(5))) {
            var rights = household.room(BrokerRights.class);
            return Stream.generate(() -> household.room(Pairings.class).pair(household.mentee.asMentee()))
                    .limit(WATCHES)
                    .peek(rights::admit)
                    .map(this::credential)
                    .toList();
        }
    }

    private WatchCredential credential(DeviceCredential paired) {
        return new WatchCredential(mosquitto.url(), paired.device(), paired.secret());
    }

    private interface Trouble {
        void make() throws Exception;
    }

    private Map<DeviceId, long[]> send(List<WatchCredential> watches, int framesPerSecond, Trouble trouble)
            throws Exception {
        var settings = LoadSettings.defaults().withConfirmedKept(CONFIRMED_KEPT);
        var fleet = Fleet.start(watches, settings, Clock.systemUTC());
        try {
            var load = fleet.send(LoadPlan.paced(framesPerSecond, Long.MAX_VALUE, Duration.ofHours(3)));
            trouble.make();
            load.stop();
            assertThat(load.await(PATIENCE))
                    .as("every frame is confirmed in the end")
                    .isTrue();
        } finally {
            fleet.close();
        }
        return fleet.confirmed();
    }

    private void killAll() throws Exception {
        var next = new ArrayList<Part>();
        for (int round = 0; round < ROUNDS; round++) {
            if (next.isEmpty()) {
                next.addAll(List.of(Part.values()));
                Collections.shuffle(next, random);
            }
            pass(500 + random.nextInt(2_500));
            killAndStart(next.remove(0), random.nextInt(1_500));
        }
        pass(2_000);
    }

    private void killAndStart(Part part, int awayMs) throws Exception {
        switch (part) {
            case INGEST -> {
                ingest.kill();
                pass(awayMs);
                ingest = openIngest();
            }
            case BROKER -> {
                mosquitto.kill();
                pass(awayMs);
                mosquitto.start();
            }
            case DATABASE -> {
                int port = database.port();
                killDatabase();
                // Lets go of the directory; there is nothing left to stop.
                database.close();
                pass(awayMs);
                database = EmbeddedDatabase.start(directory.resolve("house/database"), port);
            }
        }
    }

    private void killDatabase() throws IOException {
        try (var files = Files.walk(directory.resolve("house/database"))) {
            var pidFile = files.filter(file -> file.endsWith("postmaster.pid"))
                    .findFirst()
                    .orElseThrow();
            long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
            var server = ProcessHandle.of(pid).orElseThrow();
            server.destroyForcibly();
            server.onExit().orTimeout(20, TimeUnit.SECONDS).join();
        }
    }

    private HouseProcess openIngest() throws IOException {
        return HouseProcess.ingest(
                "first",
                Map.of(
                        "HANDRAIL_BROKER_SECRET",
                        Mosquitto.HOUSE_SECRET,
                        "HANDRAIL_DATABASE_PASSWORD",
                        database.password()),
                "--broker",
                mosquitto.url(),
                "--broker-user",
                Mosquitto.HOUSE,
                "--database",
                database.jdbcUrl(),
                "--database-user",
                database.user());
    }

    private Map<DeviceId, Long> lost(Map<DeviceId, long[]> confirmed) {
        var lost = new HashMap<DeviceId, Long>();
        confirmed.forEach((device, counters) -> {
            var stored = jdbc()
                    .queryForList("SELECT counter FROM ingest.frame WHERE device = ?", Long.class, device.value())
                    .stream()
                    .mapToLong(Long::longValue)
                    .sorted()
                    .toArray();
            long missing = Arrays.stream(counters)
                    .filter(counter -> Arrays.binarySearch(stored, counter) < 0)
                    .count();
            if (missing > 0) {
                lost.put(device, missing);
            }
        });
        return lost;
    }

    private long number(String sql) {
        var number = jdbc().queryForObject(sql, Long.class);
        return number == null ? 0 : number;
    }

    private JdbcTemplate jdbc() {
        return new JdbcTemplate(new DriverManagerDataSource(database.jdbcUrl(), database.user(), database.password()));
    }

    /** The load runs on by the wall's time, so here it has to pass. */
    private static void pass(int millis) {
        await().atMost(Duration.ofHours(1)).pollDelay(Duration.ofMillis(millis)).until(() -> true);
    }
}
