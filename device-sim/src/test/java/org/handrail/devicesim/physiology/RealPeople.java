package org.handrail.devicesim.physiology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.handrail.devicesim.RealData;
import org.handrail.devicesim.recording.Recording;
import org.handrail.devicesim.recording.RecordingChoice;
import org.handrail.devicesim.recording.Recordings;

/** The development split of the real recordings, as this module's readers tell them; one list for each person. */
final class RealPeople {

    /** Those whose Fitbits counted steps on nearly all days. */
    private static final List<String> WALKED = List.of(
            "1503960366",
            "1624580081",
            "2022484408",
            "2873212765",
            "3977333714",
            "4319703577",
            "4445114986",
            "4702921684",
            "5553957443",
            "6962181067",
            "7086361926",
            "8378563200");

    private static final List<String> WITH_HEART_RATES =
            List.of("2022484408", "2347167796", "5553957443", "8877689391");

    private RealPeople() {}

    /** Minutes of each session of a study on stress that carry this label. */
    static List<List<MinuteFeatures>> minutes(String study, String label) {
        return sessions(study).stream()
                .map(session -> session.labels().stream()
                        .filter(stretch -> stretch.label().equals(label))
                        .flatMap(stretch -> MinuteFeatures.of(session.channels(), stretch.window()).stream())
                        .toList())
                .filter(minutes -> !minutes.isEmpty())
                .toList();
    }

    private static List<Recording> sessions(String study) {
        try (var folders = Files.list(RealData.folder(study + "/compact"))) {
            return folders.filter(Files::isDirectory)
                    .sorted()
                    .map(Recordings::read)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static List<LivedDays> withSteps() {
        return WALKED.stream().map(RealPeople::fitbit).toList();
    }

    static List<LivedDays> withHeartRates() {
        return WITH_HEART_RATES.stream().map(RealPeople::fitbit).toList();
    }

    private static LivedDays fitbit(String person) {
        var choice = new RecordingChoice(Optional.of(person), ZoneOffset.UTC);
        return LivedDays.of(Recordings.read(RealData.folder("fitabase"), choice).channels(), ZoneOffset.UTC);
    }

    static List<LivedDays> withBeats() {
        var garmin = Recordings.read(RealData.folder("garmin-46h"));
        return List.of(LivedDays.of(garmin.channels(), ZoneId.of("Europe/Zurich")));
    }

    /** Minutes asleep and minutes in bed of each night, from a table of totals, of which no reader makes streams. */
    static List<List<double[]>> nights() {
        var people = new TreeMap<String, List<double[]>>();
        Path file = RealData.folder("fitabase/raw").resolve("sleepDay_merged.csv");
        try (var lines = Files.lines(file)) {
            lines.skip(1)
                    .map(line -> line.split(",", -1))
                    .forEach(cells -> people.computeIfAbsent(cells[0], none -> new ArrayList<>())
                            .add(new double[] {Double.parseDouble(cells[3]), Double.parseDouble(cells[4])}));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return List.copyOf(people.values());
    }
}
