package org.handrail.devicesim.recording;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.handrail.devicesim.Channel;
import org.handrail.devicesim.recording.AppleHealthRecords.Written;

/**
 * The {@code export.xml} of Apple Health, in the words of HealthKit's documentation (HKQuantityTypeIdentifier,
 * HKCategoryValueSleepAnalysis). Every time carries its offset. It is read once, from front to end, and what is kept of years
 * is eight bytes for each heart rate and each count of steps.
 *
 * <p>Assumed: a heart rate holds as {@link HeldRates} says. Phone and watch both count steps, so only those of a source that
 * has also measured a heart are taken: that one is on the wrist. Core sleep is light sleep (N1 and N2); sleep is put
 * together as {@link SleepPieces} says. The beats of a heart rate variability are read, its SDNN is not: it follows from them.
 */
final class AppleHealthExport {

    static final String FILE = "export.xml";

    private static final String HEART_RATE = "HKQuantityTypeIdentifierHeartRate";
    private static final String STEPS = "HKQuantityTypeIdentifierStepCount";
    private static final String VARIABILITY = "HKQuantityTypeIdentifierHeartRateVariabilitySDNN";
    private static final String SLEEP = "HKCategoryTypeIdentifierSleepAnalysis";
    private static final Set<String> TYPES = Set.of(HEART_RATE, STEPS, VARIABILITY, SLEEP);

    private static final String SLEEP_VALUE = "HKCategoryValueSleepAnalysis";
    private static final Map<String, SleepPieces.Told> STAGES = Map.of(
            "InBed", SleepPieces.Told.IN_BED,
            "Asleep", SleepPieces.Told.ASLEEP,
            "AsleepUnspecified", SleepPieces.Told.ASLEEP,
            "Awake", SleepPieces.Told.AWAKE,
            "AsleepCore", SleepPieces.Told.LIGHT,
            "AsleepDeep", SleepPieces.Told.DEEP,
            "AsleepREM", SleepPieces.Told.REM);

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss Z");
    private static final int LAST_YEAR = 2_199;

    // A rate: its second, and hundredths of a beat in the lowest 16 bits. A count of steps: its first second, then its
    // length in seconds in 12 bits, then the steps in 17. So sorting the numbers sorts by time.
    private static final int RATE_BITS = 16;
    private static final int LENGTH_BITS = 12;
    private static final int STEPS_BITS = 17;

    private final Path file;
    private final LeftOutCounts left = new LeftOutCounts();
    private final LongColumn rates = new LongColumn();
    private final Set<String> onTheWrist = new HashSet<>();
    private final Map<String, LongColumn> stepsBySource = new HashMap<>();
    private final List<Channel> beats = new ArrayList<>();
    private final SleepPieces sleep = new SleepPieces();

    AppleHealthExport(Path file) {
        this.file = file;
    }

    static boolean looksLikeOne(String beginning) {
        return beginning.contains("<!DOCTYPE HealthData") || beginning.contains("<HealthData");
    }

    Recording read() {
        try (var records = new AppleHealthRecords(file, TYPES::contains)) {
            for (var record = records.next(); record.isPresent(); record = records.next()) {
                keep(record.get());
            }
        }
        var channels = new ArrayList<>(heartRateChannels());
        channels.addAll(stepChannels());
        channels.addAll(beatChannels());
        channels.addAll(sleep.channels());
        var assumptions = List.of(
                HeldRates.ASSUMPTION,
                "Steps are those of a device that has also measured a heart.",
                "In bed without sleep, and pauses of up to an hour within a night, count as awake.");
        return Recording.of(file, channels, new Provenance("Apple Health export", assumptions, left.all()));
    }

    private void keep(Written record) {
        var start = date(record, record.start(), "startDate");
        var end = date(record, record.end(), "endDate");
        switch (record.type()) {
            case HEART_RATE -> keepRate(record, start);
            case STEPS -> keepSteps(record, start, end);
            case VARIABILITY -> beats.addAll(new AppleBeats(start, end, left).channels(record.beats()));
            case SLEEP -> keepSleep(record, start, end);
            default -> throw new IllegalStateException("Not a type that was asked for: " + record.type());
        }
    }

    private void keepRate(Written record, OffsetDateTime start) {
        double perMinute = number(record, "count/min");
        if (HeldRates.isRate(perMinute)) {
            rates.add(start.toEpochSecond() << RATE_BITS | Math.round(perMinute * 100));
            onTheWrist.add(record.source());
        } else {
            left.add("heart rates that are none");
        }
    }

    private void keepSteps(Written record, OffsetDateTime start, OffsetDateTime end) {
        long count = Math.round(number(record, "count"));
        long seconds = Duration.between(start, end).toSeconds();
        if (seconds >= 1 && seconds < 1 << LENGTH_BITS && count >= 0 && count < 1 << STEPS_BITS) {
            stepsBySource
                    .computeIfAbsent(record.source(), source -> new LongColumn())
                    .add((start.toEpochSecond() << LENGTH_BITS | seconds) << STEPS_BITS | count);
        } else {
            left.add(StepSpans.LEFT_OUT);
        }
    }

    private void keepSleep(Written record, OffsetDateTime start, OffsetDateTime end) {
        var told = record.value().startsWith(SLEEP_VALUE)
                ? STAGES.get(record.value().substring(SLEEP_VALUE.length()))
                : null;
        if (told == null) {
            throw RecordingFault.at(
                    file, record.line(), "expected a value of HKCategoryValueSleepAnalysis that is known here");
        }
        left.unless(sleep.add(told, start.toInstant(), end.toInstant()), SleepPieces.LEFT_OUT);
    }

    private List<Channel> heartRateChannels() {
        var held = new HeldRates();
        rates.inOrder().forEach(packed -> held.add(packed >> RATE_BITS, (packed & (1 << RATE_BITS) - 1) / 100.0));
        return held.channels();
    }

    private List<Channel> stepChannels() {
        var taken = new LongColumn();
        stepsBySource.forEach((source, counts) -> {
            if (onTheWrist.isEmpty() || onTheWrist.contains(source)) {
                counts.inOrder().forEach(taken::add);
            } else {
                left.add(counts.size(), "counts of steps by a device that measures no heart, such as a phone");
            }
        });
        var spans = new StepSpans();
        taken.inOrder().forEach(packed -> {
            long span = packed >> STEPS_BITS;
            long startMs = (span >> LENGTH_BITS) * 1_000;
            long endMs = startMs + (span & (1 << LENGTH_BITS) - 1) * 1_000;
            left.unless(spans.add(startMs, endMs, packed & (1 << STEPS_BITS) - 1), StepSpans.LEFT_OUT);
        });
        return spans.channels();
    }

    private List<Channel> beatChannels() {
        var apart = new ArrayList<Channel>();
        beats.sort(Comparator.comparing(Channel::start));
        for (var channel : beats) {
            boolean overlaps = !apart.isEmpty()
                    && channel.start().isBefore(apart.get(apart.size() - 1).end());
            if (!overlaps) {
                apart.add(channel);
            }
            left.unless(!overlaps, "runs of beats that were told already");
        }
        return apart;
    }

    private OffsetDateTime date(Written record, String text, String attribute) {
        try {
            var date = OffsetDateTime.parse(text, DATE);
            if (date.toEpochSecond() >= 0 && date.getYear() <= LAST_YEAR) {
                return date;
            }
        } catch (DateTimeException noDate) {
            // Said below, as for a date that no watch can have seen.
        }
        throw RecordingFault.at(
                file, record.line(), "expected " + attribute + " such as 2026-03-29 01:59:00 +0100, since 1970");
    }

    private double number(Written record, String unit) {
        if (!record.unit().equals(unit)) {
            throw RecordingFault.at(file, record.line(), "expected the unit " + unit);
        }
        try {
            return Double.parseDouble(record.value());
        } catch (NumberFormatException notANumber) {
            throw RecordingFault.at(file, record.line(), "expected a number as value");
        }
    }
}
