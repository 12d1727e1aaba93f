package org.handrail.companion.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.handrail.devicesim.load.Crowd;
import org.handrail.devicesim.load.CrowdCounts;
import org.handrail.devicesim.load.CrowdSettings;
import org.handrail.devicesim.publish.WatchCredential;
import org.handrail.signals.DeviceId;

/** A whole house in a process of its own, with its database, and a crowd of worn watches in this one. */
final class HouseUnderLoad implements AutoCloseable {

    private static final Duration LOOK = Duration.ofMillis(250);

    private final PartProcess house;
    private final Crowd crowd;
    private final NudgeTimes nudgeTimes;
    private final String broker;
    private final Optional<ProcessHandle> database;

    /** All that is measured, and the last piece of it. */
    private Stretch whole;

    private Stretch piece;

    /** How things stood when a stretch of the run began, and the most that was undone since. */
    private final class Stretch {

        private final long beganAt = System.nanoTime();
        private final CrowdCounts before = crowd.counts();
        private final CpuTimes cpu =
                new CpuTimes().with("load", ProcessHandle.current()).with("house", house.handle());
        private int mostUndone;

        Stretch() {
            database.ifPresent(server -> cpu.with("database", server));
            cpu.begin();
        }

        double seconds() {
            return (System.nanoTime() - beganAt) / 1e9;
        }

        private Map<String, Double> cpuShares() {
            var spent = new LinkedHashMap<>(cpu.end());
            double ofDatabase = spent.getOrDefault("database", 0.0);
            // The database is a child of the house, and its time is in the house's.
            spent.computeIfPresent("house", (name, time) -> Math.max(0, time - ofDatabase));
            double seconds = seconds();
            spent.replaceAll((name, time) -> time / seconds);
            return spent;
        }
    }

    private HouseUnderLoad(PartProcess house, Crowd crowd, NudgeTimes nudgeTimes, String broker)
            throws InterruptedException {
        this.house = house;
        this.crowd = crowd;
        this.nudgeTimes = nudgeTimes;
        this.broker = broker;
        this.database =
                ProcessHandle.of(Long.parseLong(house.ask("database-process"))).flatMap(ProcessHandle::parent);
        this.whole = new Stretch();
        this.piece = whole;
    }

    /**
     * Returns when the house is open and nobody is in it yet.
     *
     * @param heapMb most that the house may take
     */
    static HouseUnderLoad open(Path directory, int heapMb, CrowdSettings settings, Clock clock)
            throws IOException, InterruptedException {
        var setup = Map.of(HousePart.DIRECTORY, directory.toString());
        var java = List.of("-Xmx" + heapMb + "m", "-XX:+UseParallelGC");
        var house = PartProcess.start(directory, setup, java);
        try {
            var broker = house.ask("broker");
            var nudgeTimes = new NudgeTimes();
            var crowd = Crowd.start(URI.create(broker), settings, clock, nudgeTimes);
            return new HouseUnderLoad(house, crowd, nudgeTimes, broker);
        } catch (RuntimeException | InterruptedException fault) {
            house.close();
            throw fault;
        }
    }

    /**
     * More wearers, who connect from now on.
     *
     * @param strainedFrom of the first of them, the minute since 1970 from which they are strained
     */
    void grow(int wearers, List<Long> strainedFrom) throws InterruptedException {
        var words = house.ask("welcome " + wearers).split(" ");
        var credentials = new ArrayList<WatchCredential>();
        for (int i = 0; i < words.length; i += 2) {
            credentials.add(new WatchCredential(broker, new DeviceId(words[i]), words[i + 1]));
        }
        crowd.join(credentials, strainedFrom);
    }

    /** The last so many wearers put their watches away. */
    void shrink(int wearers) {
        crowd.leave(wearers);
    }

    /** From that minute on; with those numbers, of wearers who can be strained and were not yet. */
    void strain(List<Integer> numbers, long minute) {
        crowd.strain(numbers, minute);
    }

    void storm(double share, long chosenBy) {
        crowd.storm(share, chosenBy);
    }

    CrowdCounts counts() {
        return crowd.counts();
    }

    boolean isConnected() {
        var counts = crowd.counts();
        return counts.connected() == counts.watches();
    }

    /** Whether everybody is connected and what was sent has gone its whole way, but for the last two seconds. */
    boolean isSteady() throws InterruptedException {
        var counts = crowd.counts();
        long ofTwoSeconds = counts.watches() / 5 + 10;
        return isConnected()
                && counts.underWay() <= ofTwoSeconds
                && counts.confirmed() - house.taken() <= ofTwoSeconds
                && look() <= ofTwoSeconds;
    }

    /** What is measured is measured from now on. */
    void begin() throws InterruptedException {
        house.ask("begin");
        nudgeTimes.beginAnew();
        whole = new Stretch();
        piece = whole;
    }

    /** To be called about once a second: how much the lanes have not worked off. */
    int look() throws InterruptedException {
        int undone = Integer.parseInt(house.ask("undone"));
        whole.mostUndone = Math.max(whole.mostUndone, undone);
        piece.mostUndone = Math.max(piece.mostUndone, undone);
        return undone;
    }

    /** What was seen since the last call, or the beginning. */
    LoadFigures since() throws InterruptedException {
        var figures = figures(piece, seconds(house.ask("latency")), nudgeTimes.since());
        piece = new Stretch();
        return figures;
    }

    /** What was seen since the beginning. */
    LoadFigures inAll() throws InterruptedException {
        return figures(whole, seconds(house.ask("latency-in-all")), nudgeTimes.inAll());
    }

    private LoadFigures figures(Stretch stretch, Percentiles commit, Percentiles nudge) throws InterruptedException {
        int undone = look();
        var counts = crowd.counts();
        var told = house.ask("told").split(" ");
        return new LoadFigures(
                Duration.ofNanos(System.nanoTime() - stretch.beganAt),
                counts.watches(),
                counts.connected(),
                (counts.begun() - stretch.before.begun()) / stretch.seconds(),
                commit,
                nudge,
                undone,
                stretch.mostUndone,
                counts.confirmed(),
                house.taken(),
                Long.parseLong(told[0]),
                Long.parseLong(told[1]),
                counts.nudges(),
                counts.breaks(),
                Long.parseLong(house.ask("heap")),
                stretch.cpuShares());
    }

    private static Percentiles seconds(String milliseconds) {
        var words = milliseconds.split(" ");
        return new Percentiles(
                Double.parseDouble(words[0]) / 1e3, Double.parseDouble(words[1]) / 1e3, Long.parseLong(words[3]));
    }

    /** Waits until all frames confirmed by now are committed; false where that takes too long. */
    boolean settle(Duration atMost) throws InterruptedException {
        long confirmed = crowd.counts().confirmed();
        long deadline = System.nanoTime() + atMost.toNanos();
        while (house.taken() < confirmed) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(LOOK.toMillis());
        }
        return true;
    }

    /** Ends the load and looks for each confirmed frame in the archive. */
    Tally end(Path directory) throws IOException, InterruptedException {
        crowd.close();
        settle(Duration.ofMinutes(2));
        var file = directory.resolve("confirmed");
        StoredTally.write(file, 0, Long.MAX_VALUE, crowd.confirmedCounters());
        return Tally.of(house.ask("tally " + file));
    }

    @Override
    public void close() {
        crowd.close();
        house.close();
    }
}
