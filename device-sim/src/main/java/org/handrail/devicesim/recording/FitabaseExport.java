package org.handrail.devicesim.recording;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.handrail.devicesim.Channel;
import org.handrail.signals.StreamKind;

/**
 * The tables of a Fitabase export of Fitbits, many people in each, and tables of one person's minutes made from them
 * ({@code user_ID.csv}). Read are the heart rate by seconds or else its means by minutes, steps by minutes and sleep by
 * minutes; one person of them. Totals of hours and days, calories and intensities are not read: no minute can be told
 * from them.
 *
 * <p>Assumed: the tables name no time zone, so the reader's choice is taken for all of it, and nobody travelled. A row is
 * named by its beginning and stands for what follows it. A minute's mean heart rate holds for the minute. Of sleep 1 is asleep,
 * 2 restless and 3 awake; restless counts as awake, as in Fitbit's own minutes asleep.
 */
final class FitabaseExport {

    private static final DateTimeFormatter TABLE_TIME = DateTimeFormatter.ofPattern("M/d/uuuu h:mm:ss a", Locale.US);
    private static final DateTimeFormatter TIME_OF_ONE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final LocalDateTime AN_EXAMPLE = LocalDateTime.of(2016, 4, 12, 7, 21);

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int MINUTES_AN_HOUR = 60;
    private static final int PEOPLE_NAMED = 6;
    private static final String NO_RATE = "heart rates that are none";

    private final Path export;
    private final FitabaseTables tables;
    private final RecordingChoice choice;
    private final LeftOutCounts left = new LeftOutCounts();

    FitabaseExport(Path export, FitabaseTables tables, RecordingChoice choice) {
        this.export = export;
        this.tables = tables;
        this.choice = choice;
    }

    Recording read() {
        var people = tables.people();
        String person = choice.person().orElseGet(() -> onlyOne(people));
        if (!people.contains(person)) {
            throw new RecordingFault(export + ": expected one of its people, and nobody has the id " + person);
        }
        var steps = new TreeMap<Instant, Integer>();
        addWideSteps(person, steps);
        addNarrowSteps(person, steps);
        var rates = rates(person);
        var means = meanRates(person, steps);
        var sleep = sleep(person);
        var channels = new ArrayList<>(rates.isEmpty() ? means : rates);
        channels.addAll(channelsOf(steps));
        channels.addAll(sleep);
        var assumptions = new ArrayList<String>();
        assumptions.add("Times are local times of the zone " + choice.zone() + ", and of no other.");
        assumptions.add(rates.isEmpty() ? "A minute's mean heart rate holds for the minute." : HeldRates.ASSUMPTION);
        assumptions.addAll(sleep.isEmpty() ? List.of() : List.of("Restless minutes of sleep count as awake."));
        left.add(tables.others(), "tables of totals, calories or intensities");
        var provenance = new Provenance("Fitabase export, person " + person, assumptions, left.all());
        return Recording.of(export, channels, provenance);
    }

    private String onlyOne(NavigableSet<String> people) {
        if (people.size() == 1) {
            return people.first();
        }
        String some = String.join(", ", people.stream().limit(PEOPLE_NAMED).toList());
        throw new RecordingFault(
                export + ": expected the id of one of its " + people.size() + " people, such as " + some);
    }

    private List<Channel> rates(String person) {
        var held = new HeldRates();
        var times = new LocalTimes(choice.zone());
        tables.forEachRow(
                FitabaseTables.RATES,
                person,
                row -> time(row, 1, TABLE_TIME, times).ifPresent(at -> {
                    double perMinute = row.required(2, "a heart rate");
                    left.unless(HeldRates.isRate(perMinute), NO_RATE);
                    left.unless(held.add(at.getEpochSecond(), perMinute), "heart rates from before the one above them");
                }));
        return held.channels();
    }

    /** Means of minutes; the steps beside them fill what the tables of steps leave open. */
    private List<Channel> meanRates(String person, Map<Instant, Integer> steps) {
        var means = new SampleRuns(StreamKind.HEART_RATE, MINUTE, 0.01);
        var times = new LocalTimes(choice.zone());
        tables.forEachRowOfOne(
                person,
                row -> time(row, 0, TIME_OF_ONE, times).ifPresent(at -> {
                    double perMinute = row.required(1, "a heart rate");
                    boolean isRate = HeldRates.isRate(perMinute);
                    left.unless(isRate, NO_RATE);
                    left.unless(!isRate || means.add(at.toEpochMilli(), perMinute), "minutes told twice");
                    steps.putIfAbsent(at, count(row, 3));
                }));
        return means.channels();
    }

    private void addNarrowSteps(String person, Map<Instant, Integer> steps) {
        var times = new LocalTimes(choice.zone());
        tables.forEachRow(
                FitabaseTables.STEPS_NARROW,
                person,
                row -> time(row, 1, TABLE_TIME, times).ifPresent(at -> steps.putIfAbsent(at, count(row, 2))));
    }

    /** An hour in each row; from the hour's beginning its minutes pass one by one, whatever the clock says. */
    private void addWideSteps(String person, Map<Instant, Integer> steps) {
        var times = new LocalTimes(choice.zone());
        tables.forEachRow(
                FitabaseTables.STEPS_WIDE,
                person,
                row -> time(row, 1, TABLE_TIME, times)
                        .ifPresent(hour -> IntStream.range(0, MINUTES_AN_HOUR)
                                .forEach(minute -> steps.putIfAbsent(
                                        hour.plus(MINUTE.multipliedBy(minute)), count(row, 2 + minute)))));
    }

    private static List<Channel> channelsOf(NavigableMap<Instant, Integer> steps) {
        var runs = new SampleRuns(StreamKind.STEPS, MINUTE, 1);
        steps.forEach((at, count) -> runs.add(at.toEpochMilli(), count));
        return runs.channels();
    }

    private List<Channel> sleep(String person) {
        var pieces = new SleepPieces();
        var times = new LocalTimes(choice.zone());
        tables.forEachRow(
                FitabaseTables.SLEEP,
                person,
                row -> time(row, 1, TABLE_TIME, times).ifPresent(at -> pieces.add(told(row), at, at.plus(MINUTE))));
        return pieces.channels();
    }

    private static SleepPieces.Told told(NumberTable.Row row) {
        return switch (row.text(2, "a state of sleep")) {
            case "1" -> SleepPieces.Told.ASLEEP;
            case "2", "3" -> SleepPieces.Told.AWAKE;
            default -> throw RecordingFault.at(row.file(), row.line(), "expected 1, 2 or 3 in column 3");
        };
    }

    private static int count(NumberTable.Row row, int column) {
        double count = row.required(column, "a count of steps");
        if (count < 0 || count > 1_000 || count != Math.rint(count)) {
            throw RecordingFault.at(
                    row.file(), row.line(), "expected a count of 0 to 1000 steps in column " + (column + 1));
        }
        return (int) count;
    }

    private Optional<Instant> time(NumberTable.Row row, int column, DateTimeFormatter format, LocalTimes times) {
        LocalDateTime local;
        try {
            local = LocalDateTime.parse(row.text(column, "a time"), format);
        } catch (DateTimeParseException noTime) {
            throw RecordingFault.at(
                    row.file(),
                    row.line(),
                    "expected a time such as " + AN_EXAMPLE.format(format) + " in column " + (column + 1));
        }
        var instant = times.instant(local);
        left.unless(instant.isPresent(), "rows at local times that the zone skips");
        return instant;
    }
}
