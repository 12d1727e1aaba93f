package org.handrail.companion.wholehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import org.handrail.analytics.detection.MenteeState;
import org.handrail.analytics.detection.RiskFact;
import org.handrail.analytics.detection.RiskMethod;
import org.handrail.devicesim.publish.AnswerPolicy;
import org.handrail.devicesim.publish.Watch;
import org.handrail.devicesim.publish.WatchCredential;
import org.handrail.devicesim.publish.WatchSettings;
import org.handrail.ingest.DeviceCredential;
import org.handrail.signals.MenteeId;
import org.handrail.signals.SignalFrame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The house is killed with everything in it, broker and ingest and lanes, while a watch sends two days. What comes of it is what
 * comes of an undisturbed run. More rounds with {@code -Dchaos.rounds}.
 */
class KilledHouseTests {

    private static final long SEED = Long.getLong("chaos.seed", 20_261_120);
    private static final int ROUNDS = Integer.getInteger("chaos.rounds", 3);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path directory;

    private int brokerPort;
    private int databasePort;

    private record Outcome(List<String> minutes, List<String> windows) {}

    @Test
    void aHouseThatIsKilledWhileAWatchSendsFindsWhatAnUndisturbedOneFinds() throws Exception {
        DeviceCredential paired;
        MenteeId mentee;
        InventedWearer wearer;
        try (var household = Household.open(directory, Duration.ofMinutes(5))) {
            paired = household.paired;
            mentee = household.mentee.asMentee();
            wearer = InventedWearer.hardEvening(household.clock(), paired.device());
        }
        brokerPort = freePort();
        databasePort = freePort();
        var expected = undisturbed(mentee, wearer);

        int archiveWasAhead = sendWhileKilling(paired, wearer.frames());
        try (var house = HouseProcess.serve(directory, brokerPort, databasePort)) {
            await("everything to be analysed")
                    .atMost(PATIENCE)
                    .until(() -> count("SELECT count(*) FROM analytics.minute")
                            >= expected.minutes().size());
            assertThat(house).isNotNull();
            assertThat(count("SELECT count(*) FROM ingest.frame"))
                    .isEqualTo(wearer.frames().size());
            var found = found();
            assertThat(differences(found.minutes(), expected.minutes()))
                    .as("seed %d", SEED)
                    .isEmpty();
            assertThat(found.windows()).as("seed %d", SEED).isEqualTo(expected.windows());
        }
        assertThat(archiveWasAhead).as("kills between archive and lane").isPositive();
    }

    /** Kills the house at seeded points of the way; returns how often the archive was ahead of the lanes then. */
    private int sendWhileKilling(DeviceCredential paired, List<SignalFrame> frames) throws Exception {
        var random = new SplittableRandom(SEED);
        var scheduler = Executors.newSingleThreadScheduledExecutor();
        var sender = Executors.newSingleThreadExecutor();
        var credential = new WatchCredential("tcp://127.0.0.1:" + brokerPort, paired.device(), paired.secret());
        int archiveWasAhead = 0;
        try (var watch =
                new Watch(credential, WatchSettings.defaults(), AnswerPolicy.ignore(), Clock.systemUTC(), scheduler)) {
            watch.connect();
            sender.submit(() -> {
                for (var frame : frames) {
                    watch.publish(frame);
                }
                return null;
            });
            for (int round = 1; round <= ROUNDS; round++) {
                double share = (round - random.nextDouble()) / (ROUNDS + 1);
                try (var house = HouseProcess.serve(directory, brokerPort, databasePort)) {
                    long target = (long) (share * frames.size());
                    await("frame " + target + " to be stored")
                            .atMost(PATIENCE)
                            .pollInterval(Duration.ofMillis(20))
                            .until(() -> count("SELECT count(*) FROM ingest.frame") >= target);
                    house.kill();
                }
                // The database outlives the process that started it, until the next start.
                long archived = count("SELECT coalesce(max(position), 0) FROM ingest.frame");
                long taken = count("SELECT coalesce(max(position), 0) FROM analytics.snapshot");
                archiveWasAhead += archived > taken ? 1 : 0;
            }
            try (var house = HouseProcess.serve(directory, brokerPort, databasePort)) {
                await("every frame to be stored")
                        .atMost(PATIENCE)
                        .until(() -> count("SELECT count(*) FROM ingest.frame") >= frames.size());
                assertThat(house).isNotNull();
            }
        } finally {
            sender.shutdownNow();
            scheduler.shutdownNow();
        }
        return archiveWasAhead;
    }

    private static List<String> differences(List<String> found, List<String> expected) {
        var differences = new ArrayList<String>();
        for (int i = 0; i < Math.max(found.size(), expected.size()); i++) {
            String one = i < found.size() ? found.get(i) : "nothing";
            String other = i < expected.size() ? expected.get(i) : "nothing";
            if (!one.equals(other)) {
                differences.add("minute " + i + ": " + one + " instead of " + other);
            }
        }
        return differences;
    }

    private static Outcome undisturbed(MenteeId mentee, InventedWearer wearer) {
        var minutes = new ArrayList<String>();
        var windows = new ArrayList<String>();
        var state = MenteeState.start(mentee, wearer.zone());
        for (var frame : wearer.frames()) {
            var step = RiskMethod.SHIPPED.advance(state, frame);
            state = step.next();
            for (var fact : step.facts()) {
                if (fact instanceof RiskFact.MinuteClosed closed) {
                    var minute = closed.minute();
                    minutes.add(minute.start().toEpochMilli() + " " + minute.state() + " " + minute.likelihood());
                } else if (fact instanceof RiskFact.Opened opened) {
                    windows.add(opened.event().id() + " "
                            + opened.event().openedAt().toEpochMilli());
                }
            }
        }
        return new Outcome(minutes, windows);
    }

    private Outcome found() throws IOException {
        var jdbc = jdbc();
        return new Outcome(
                jdbc.query(
                        "SELECT start, state, likelihood FROM analytics.minute ORDER BY start",
                        (row, number) -> row.getTimestamp("start").getTime() + " " + row.getString("state") + " "
                                + (row.getObject("likelihood") == null ? Double.NaN : row.getDouble("likelihood"))),
                jdbc.query(
                        "SELECT id, opened_at FROM analytics.risk_window ORDER BY opened_at",
                        (row, number) -> row.getString("id") + " "
                                + row.getTimestamp("opened_at").getTime()));
    }

    private long count(String sql) throws IOException {
        Long count = jdbc().queryForObject(sql, Long.class);
        return count == null ? 0 : count;
    }

    private JdbcTemplate jdbc() throws IOException {
        String password = Files.readString(directory.resolve("database").resolve("password"));
        return new JdbcTemplate(new DriverManagerDataSource(
                "jdbc:postgresql://127.0.0.1:" + databasePort + "/postgres", "postgres", password.strip()));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
