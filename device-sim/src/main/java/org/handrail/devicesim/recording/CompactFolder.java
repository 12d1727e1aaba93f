package org.handrail.devicesim.recording;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.handrail.devicesim.Channel;

/** One session in the project's compact layout; its start and its labels stand in the two tables of the folder above. */
final class CompactFolder {

    private static final String WRIST = "wrist4hz.csv";
    private static final String HEART_RATE = "hr.csv";
    private static final String BEATS = "ibi.csv";

    private static final Provenance PROVENANCE = new Provenance("compact session of a study", List.of(), List.of());

    private final Path folder;
    private final Set<String> names;

    CompactFolder(Path folder, Set<String> names) {
        this.folder = folder;
        this.names = names;
    }

    static boolean looksLikeOne(Set<String> names) {
        return names.stream().anyMatch(Set.of(WRIST, HEART_RATE, BEATS)::contains);
    }

    Recording read() {
        Path compact = folder.resolveSibling("");
        var sessions = new StudySessions(compact);
        String name = folder.getFileName().toString();
        var session = sessions.find(each -> each.folder().equals(name))
                .orElseThrow(() -> new RecordingFault(
                        compact.resolve("sessions.csv") + ": expected a row for the folder " + name));
        Instant start = session.start();
        var channels = new ArrayList<Channel>();
        addHeartRate(start, channels);
        addWrist(start, channels);
        var intervals = intervals();
        if (channels.isEmpty() && intervals.isEmpty()) {
            throw new RecordingFault(
                    folder + ": expected samples in at least one of " + WRIST + ", " + HEART_RATE + " and " + BEATS);
        }
        long beatsEndMs = intervals.isEmpty()
                ? 0
                : Math.round(intervals.get(intervals.size() - 1).endMs());
        Instant end = channels.stream()
                .map(Channel::end)
                .max(Comparator.naturalOrder())
                .orElse(start.plusMillis(beatsEndMs));
        var length = Duration.between(start, end);
        BeatTimes.channel(start, length.toMillis(), intervals).ifPresent(channels::add);
        return new Recording(start, length, channels, sessions.labels(session), PROVENANCE);
    }

    private void addWrist(Instant start, List<Channel> channels) {
        var rows = rows(WRIST, "t_s", "eda_us", "temp_c", "acc_mean_g", "acc_sd_g");
        if (!rows.isEmpty()) {
            Instant first = start.plusMillis(evenlySpaced(rows, 250));
            channels.add(RecordedStreams.skinConductance(first, column(rows, row -> row.number(1, "a conductance"))));
            channels.add(RecordedStreams.skinTemperature(first, column(rows, row -> row.number(2, "a temperature"))));
            channels.add(RecordedStreams.motion(first, column(rows, row -> row.number(4, "a deviation"))));
        }
    }

    private void addHeartRate(Instant start, List<Channel> channels) {
        var rows = rows(HEART_RATE, "t_s", "hr_bpm");
        if (!rows.isEmpty()) {
            Instant first = start.plusMillis(evenlySpaced(rows, 1_000));
            channels.add(RecordedStreams.heartRate(first, column(rows, row -> row.number(1, "a heart rate"))));
        }
    }

    private List<BeatTimes.Interval> intervals() {
        return rows(BEATS, "t_seconds", "ibi_ms").stream()
                .map(row -> BeatTimes.interval(row, 0, 1))
                .toList();
    }

    private List<NumberTable.Row> rows(String name, String... header) {
        return names.contains(name) ? NumberTable.below(folder.resolve(name), header) : List.of();
    }

    /** The time of the first row in ms, once all rows are found to follow it at this spacing. */
    private static long evenlySpaced(List<NumberTable.Row> rows, long spacingMs) {
        long first = millis(rows.get(0));
        for (int i = 1; i < rows.size(); i++) {
            if (millis(rows.get(i)) != first + i * spacingMs) {
                throw RecordingFault.at(
                        rows.get(i).file(),
                        rows.get(i).line(),
                        "expected the time to be " + (first + i * spacingMs) / 1_000.0 + " s");
            }
        }
        return first;
    }

    private static long millis(NumberTable.Row row) {
        return Math.round(row.required(0, "the seconds since the start") * 1_000);
    }

    private static double[] column(List<NumberTable.Row> rows, ToDoubleFunction<NumberTable.Row> number) {
        return rows.stream().mapToDouble(number).toArray();
    }
}
