package org.handrail.devicesim.recording;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import org.handrail.devicesim.Channel;
import org.handrail.devicesim.SampledChannel;

/**
 * The folder that an Empatica E4 exports: a file for each sensor, the first row the start, the second the rate. Files may be
 * absent; the pulse wave (BVP) and the tags are not read.
 */
final class E4Folder {

    private static final DateTimeFormatter WRITTEN_START = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final double G = 64;
    private static final int MOTION_SAMPLES = 8;

    /** The header rows, and where the samples begin. */
    private record Sensor(Instant start, List<NumberTable.Row> samples) {}

    private static final Provenance PROVENANCE = new Provenance("Empatica E4 folder", List.of(), List.of());

    private final Path folder;
    private final Set<String> names;

    E4Folder(Path folder, Set<String> names) {
        this.folder = folder;
        this.names = names;
    }

    static boolean looksLikeOne(Set<String> names) {
        return names.stream().anyMatch(Set.of("ACC.csv", "EDA.csv", "TEMP.csv", "HR.csv", "IBI.csv")::contains);
    }

    Recording read() {
        var channels = new ArrayList<Channel>();
        sampled("HR.csv", 1, row -> row.number(0, "a heart rate"), RecordedStreams::heartRate, channels);
        sampled("EDA.csv", 4, row -> row.number(0, "a conductance"), RecordedStreams::skinConductance, channels);
        sampled("TEMP.csv", 4, row -> row.number(0, "a temperature"), RecordedStreams::skinTemperature, channels);
        sampled(
                "ACC.csv",
                32,
                E4Folder::magnitude,
                (start, values) -> RecordedStreams.motion(start, deviations(values)),
                channels);
        var beats = read("IBI.csv", 0);
        if (channels.isEmpty() && beats.samples().isEmpty()) {
            throw new RecordingFault(folder + ": expected samples in at least one of ACC, EDA, TEMP, HR and IBI.csv");
        }
        Instant start = channels.stream()
                .map(Channel::start)
                .min(Comparator.naturalOrder())
                .filter(first -> beats.samples().isEmpty() || first.isBefore(beats.start()))
                .orElse(beats.start());
        var intervals = beats.samples().stream()
                .map(row -> BeatTimes.interval(
                        row, Duration.between(start, beats.start()).toMillis(), 1_000))
                .toList();
        Instant end = channels.stream()
                .map(Channel::end)
                .max(Comparator.naturalOrder())
                .orElseGet(() -> start.plusMillis(lastEndMs(intervals)));
        var length = Duration.between(start, end);
        BeatTimes.channel(start, length.toMillis(), intervals).ifPresent(channels::add);
        return new Recording(start, length, channels, List.of(), PROVENANCE);
    }

    private static long lastEndMs(List<BeatTimes.Interval> intervals) {
        return Math.round(intervals.get(intervals.size() - 1).endMs());
    }

    private void sampled(
            String name,
            int rate,
            ToDoubleFunction<NumberTable.Row> sample,
            BiFunction<Instant, double[], SampledChannel> stream,
            List<Channel> channels) {
        var sensor = read(name, rate);
        double[] values = sensor.samples().stream().mapToDouble(sample).toArray();
        if (values.length * 4L >= rate) {
            channels.add(stream.apply(sensor.start(), values));
        }
    }

    /** A file that is absent, or was never written to, has no samples. A rate of zero: the file has no row for it. */
    private Sensor read(String name, int rate) {
        if (!names.contains(name)) {
            return new Sensor(Instant.EPOCH, List.of());
        }
        var rows = NumberTable.read(folder.resolve(name));
        int header = rate == 0 ? 1 : 2;
        if (rows.size() <= header) {
            return new Sensor(Instant.EPOCH, List.of());
        }
        if (rate != 0 && rows.get(1).number(0, "the rate") != rate) {
            throw RecordingFault.at(
                    rows.get(1).file(),
                    rows.get(1).line(),
                    "expected a rate of " + rate + " a second, found \""
                            + rows.get(1).cells().get(0) + "\"");
        }
        return new Sensor(start(rows.get(0)), rows.subList(header, rows.size()));
    }

    private static Instant start(NumberTable.Row row) {
        String cell = row.cells().get(0);
        try {
            return cell.contains("-")
                    ? LocalDateTime.parse(cell, WRITTEN_START).toInstant(ZoneOffset.UTC)
                    : Instant.ofEpochMilli(Math.round(Double.parseDouble(cell) * 1_000));
        } catch (DateTimeParseException | NumberFormatException noTime) {
            throw RecordingFault.at(
                    row.file(),
                    row.line(),
                    "expected the start as unix seconds or as YYYY-MM-DD HH:MM:SS, found \"" + cell + "\"");
        }
    }

    private static double magnitude(NumberTable.Row row) {
        double x = row.required(0, "the acceleration along x");
        double y = row.required(1, "the acceleration along y");
        double z = row.required(2, "the acceleration along z");
        return Math.sqrt(x * x + y * y + z * z) / G;
    }

    /** Population standard deviation over each quarter of a second; an unfinished one at the end is left out. */
    private static double[] deviations(double[] magnitudes) {
        var deviations = new double[magnitudes.length / MOTION_SAMPLES];
        for (int i = 0; i < deviations.length; i++) {
            double mean = 0;
            for (int j = 0; j < MOTION_SAMPLES; j++) {
                mean += magnitudes[i * MOTION_SAMPLES + j] / MOTION_SAMPLES;
            }
            double squares = 0;
            for (int j = 0; j < MOTION_SAMPLES; j++) {
                double off = magnitudes[i * MOTION_SAMPLES + j] - mean;
                squares += off * off;
            }
            deviations[i] = Math.sqrt(squares / MOTION_SAMPLES);
        }
        return deviations;
    }
}
