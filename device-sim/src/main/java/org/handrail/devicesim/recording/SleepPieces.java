package org.handrail.devicesim.recording;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.handrail.devicesim.Channel;
import org.handrail.devicesim.Occurrence;
import org.handrail.signals.Sleep;
import org.handrail.signals.Sleep.Phase;
import org.handrail.signals.Sleep.Stage;
import org.handrail.signals.StreamKind;

/**
 * Pieces of sleep in any order, from several devices at once if need be, as episodes. Where pieces overlap the one that tells
 * most counts: a stage before being awake, awake before asleep, asleep before in bed. A pause of up to an hour is being awake
 * in between; a longer one parts two episodes. In bed counts as awake, and without any sleep it is no episode.
 */
final class SleepPieces {

    /** What a piece tells, the least first. */
    enum Told {
        IN_BED(Stage.AWAKE),
        ASLEEP(Stage.ASLEEP),
        AWAKE(Stage.AWAKE),
        LIGHT(Stage.LIGHT),
        REM(Stage.REM),
        DEEP(Stage.DEEP);

        private final Stage stage;

        Told(Stage stage) {
            this.stage = stage;
        }
    }

    /** What is not taken. */
    static final String LEFT_OUT = "pieces of sleep of no length or of more than a day";

    private static final long LONGEST_PAUSE_S = Duration.ofHours(1).toSeconds();
    private static final long LONGEST_S = Duration.ofDays(1).toSeconds();

    /** A piece begins, or ends. */
    private record Edge(long second, Told told, int change) {}

    private final List<Edge> edges = new ArrayList<>();
    private final List<Channel> episodes = new ArrayList<>();
    private final List<Phase> phases = new ArrayList<>();
    private long episodeStart;

    /** Whether the piece was taken. */
    boolean add(Told told, Instant start, Instant end) {
        long from = start.getEpochSecond();
        long to = end.getEpochSecond();
        if (to <= from || to - from > LONGEST_S) {
            return false;
        }
        edges.add(new Edge(from, told, 1));
        edges.add(new Edge(to, told, -1));
        return true;
    }

    List<Channel> channels() {
        edges.sort(Comparator.comparingLong(Edge::second));
        var open = new int[Told.values().length];
        long at = Long.MIN_VALUE;
        for (var edge : edges) {
            if (at != Long.MIN_VALUE && edge.second() > at) {
                pass(most(open), at, edge.second());
            }
            at = edge.second();
            open[edge.told().ordinal()] += edge.change();
        }
        close();
        edges.clear();
        return List.copyOf(episodes);
    }

    private static Optional<Stage> most(int[] open) {
        for (int i = open.length - 1; i >= 0; i--) {
            if (open[i] > 0) {
                return Optional.of(Told.values()[i].stage);
            }
        }
        return Optional.empty();
    }

    private void pass(Optional<Stage> stage, long from, long to) {
        if (stage.isEmpty() && to - from > LONGEST_PAUSE_S) {
            close();
            return;
        }
        if (to - episodeStart > LONGEST_S || phases.size() == Sleep.MAX_PHASES) {
            close();
        }
        if (phases.isEmpty()) {
            episodeStart = from;
        }
        add(stage.orElse(Stage.AWAKE), Duration.ofSeconds(to - from));
    }

    private void add(Stage stage, Duration length) {
        int last = phases.size() - 1;
        if (last >= 0 && phases.get(last).stage() == stage) {
            phases.set(last, new Phase(stage, phases.get(last).length().plus(length)));
        } else {
            phases.add(new Phase(stage, length));
        }
    }

    private void close() {
        if (phases.stream().anyMatch(phase -> phase.stage() != Stage.AWAKE)) {
            var sleep = new Sleep(phases);
            var start = Instant.ofEpochSecond(episodeStart);
            episodes.add(new Occurrence(StreamKind.SLEEP, start, start.plus(sleep.span()), sleep));
        }
        phases.clear();
    }
}
