package org.handrail.devicesim.recording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The tables of a Fitabase export by their names: in one folder, in the folders in it, or a single one of one person. */
final class FitabaseTables {

    static final String RATES = "heartrate_seconds_merged.csv";
    static final String STEPS_NARROW = "minuteStepsNarrow_merged.csv";
    static final String STEPS_WIDE = "minuteStepsWide_merged.csv";
    static final String SLEEP = "minuteSleep_merged.csv";

    /** Tables of many people that are read, and how their columns begin. */
    private static final Map<String, String[]> HEADERS = Map.of(
            RATES, new String[] {"Id", "Time", "Value"},
            STEPS_NARROW, new String[] {"Id", "ActivityMinute", "Steps"},
            STEPS_WIDE, new String[] {"Id", "ActivityHour", "Steps00"},
            SLEEP, new String[] {"Id", "date", "value", "logId"});

    private static final Pattern OF_ONE = Pattern.compile("user_(\\d+)\\.csv");
    private static final String[] HEADER_OF_ONE = {"time", "hr_bpm", "intensity", "steps"};

    private final NavigableMap<String, Path> files;

    private FitabaseTables(NavigableMap<String, Path> files) {
        this.files = files;
    }

    /** The tables here, or empty where there is none that is read. */
    static Optional<FitabaseTables> at(Path path) {
        var files = new TreeMap<String, Path>();
        try (var found = Files.walk(path, 2)) {
            found.filter(Files::isRegularFile)
                    .sorted()
                    .forEach(file -> files.putIfAbsent(file.getFileName().toString(), file));
        } catch (IOException | UncheckedIOException unreadable) {
            throw new RecordingFault(path + ": expected a folder that can be listed", unreadable);
        }
        boolean hasAny = files.keySet().stream()
                .anyMatch(name ->
                        HEADERS.containsKey(name) || OF_ONE.matcher(name).matches());
        return hasAny ? Optional.of(new FitabaseTables(files)) : Optional.empty();
    }

    NavigableSet<String> people() {
        var people = new TreeSet<String>();
        for (var name : files.keySet()) {
            var ofOne = OF_ONE.matcher(name);
            if (ofOne.matches()) {
                people.add(ofOne.group(1));
            } else {
                forEachRow(name, row -> people.add(row.text(0, "an id")));
            }
        }
        return people;
    }

    /** How many tables there are that are not read. */
    long others() {
        return files.keySet().stream()
                .filter(name -> name.endsWith("_merged.csv") && !HEADERS.containsKey(name))
                .count();
    }

    /** Each row of the person; none where there is no such table. */
    void forEachRow(String table, String person, Consumer<NumberTable.Row> taken) {
        forEachRow(table, row -> {
            if (row.text(0, "an id").equals(person)) {
                taken.accept(row);
            }
        });
    }

    /** Each row of the person's own table; none where there is no such table. */
    void forEachRowOfOne(String person, Consumer<NumberTable.Row> taken) {
        Optional.ofNullable(files.get("user_" + person + ".csv"))
                .ifPresent(file -> NumberTable.forEachBelow(file, taken, HEADER_OF_ONE));
    }

    private void forEachRow(String table, Consumer<NumberTable.Row> taken) {
        var file = Optional.ofNullable(files.get(table));
        var header = Optional.ofNullable(HEADERS.get(table));
        if (file.isPresent() && header.isPresent()) {
            NumberTable.forEachBelow(file.get(), taken, header.get());
        }
    }
}
