package org.handrail.devicesim.recording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.handrail.devicesim.Channel;

/**
 * What a phone heard of a Garmin watch, a report a line: {@code ISO time;METRIC;value}. The time is the phone's and comes up
 * to a few tenths of a second late, so intervals between beats follow one another by their own lengths. Steps count up
 * through the day: two reports make a count over the time between them, unless the counter fell. The vendor's stress
 * score is an opinion about the same heart, not a second witness, and is not read; nor is the acceleration beside it.
 */
final class GarminStream {

    /** The usual name of the file in its folder. */
    static final String FILE = "data.csv";

    /**
     * Ours, from the recording at hand: within 300 ms lie all but a few of the pairs that no beat is missing between, and a
     * missed beat of anybody at rest is longer.
     */
    private static final long FOLLOWS_WITHIN_MS = 300;

    private static final Pattern REPORT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[^;]*;[A-Z_]+;[^;]*");
    private static final String BACK = "reports from before the one above them";

    private final Path file;
    private final LeftOutCounts left = new LeftOutCounts();
    private final HeldRates rates = new HeldRates();
    private final BeatRuns beats = new BeatRuns(FOLLOWS_WITHIN_MS);
    private final StepSpans steps = new StepSpans();
    private Instant last = Instant.MIN;
    private long countedAtMs;
    private double counted = Double.NaN;

    GarminStream(Path file) {
        this.file = file;
    }

    static boolean looksLikeOne(String firstLine) {
        return REPORT.matcher(firstLine).matches();
    }

    Recording read() {
        try (var lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    report(number, line.strip().split(";", -1));
                }
            }
        } catch (IOException | UncheckedIOException unreadable) {
            throw new RecordingFault(file + ": expected a readable text file", unreadable);
        }
        var channels = new ArrayList<Channel>(rates.channels());
        channels.addAll(beats.channels());
        channels.addAll(steps.channels());
        var provenance = new Provenance(
                "Garmin stream",
                List.of(
                        HeldRates.ASSUMPTION,
                        "Beat intervals follow one another where their times are less than " + FOLLOWS_WITHIN_MS
                                + " ms off."),
                left.all());
        return Recording.of(file, channels, provenance);
    }

    private void report(int line, String[] cells) {
        if (cells.length != 3) {
            throw RecordingFault.at(file, line, "expected time;METRIC;value, found " + cells.length + " columns");
        }
        var at = time(line, cells[0]);
        if (at.isBefore(last)) {
            left.add(BACK);
            return;
        }
        last = at;
        switch (cells[1]) {
            case "HEART_RATE" -> heartRate(at, value(line, cells));
            case "HEART_RATE_VARIABILITY" -> {
                double lengthMs = value(line, cells);
                boolean isLength =
                        lengthMs >= 1 && lengthMs <= Duration.ofMinutes(1).toMillis();
                left.unless(isLength && beats.add(at.toEpochMilli(), (int) Math.round(lengthMs)), BeatRuns.LEFT_OUT);
            }
            case "STEPS" -> steps(at.toEpochMilli(), value(line, cells));
            case "STRESS" -> left.add("stress scores of the vendor, which are no evidence");
            default -> left.add("reports of metrics that no stream here carries");
        }
    }

    private void heartRate(Instant at, double perMinute) {
        rates.add(at.getEpochSecond(), perMinute);
        left.unless(HeldRates.isRate(perMinute), "heart rates that are none");
    }

    private void steps(long atMs, double count) {
        if (count >= counted) {
            left.unless(steps.add(countedAtMs, atMs, Math.round(count - counted)), StepSpans.LEFT_OUT);
        } else if (count < counted) {
            left.add("step counters that fell, as at midnight");
        }
        countedAtMs = atMs;
        counted = count;
    }

    private Instant time(int line, String cell) {
        try {
            return OffsetDateTime.parse(cell).toInstant();
        } catch (DateTimeParseException noTime) {
            throw RecordingFault.at(file, line, "expected a time such as 2019-10-16T12:08:58.041+02:00 in column 1");
        }
    }

    private double value(int line, String[] cells) {
        try {
            double value = Double.parseDouble(cells[2]);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            // Said below, as for what is no finite number.
        }
        throw RecordingFault.at(file, line, "expected a number in column 3");
    }
}
