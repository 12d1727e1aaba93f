package org.handrail.devicesim.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.handrail.devicesim.Channel;
import org.handrail.devicesim.Occurrence;
import org.handrail.devicesim.SampledChannel;
import org.handrail.devicesim.recording.Provenance.LeftOut;
import org.handrail.signals.Sleep;
import org.handrail.signals.Sleep.Phase;
import org.handrail.signals.Sleep.Stage;
import org.handrail.signals.StreamKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FitabaseExportTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @TempDir
    private Path export;

    @BeforeEach
    void inventAnExport() throws IOException {
        write("heartrate_seconds_merged.csv", """
                Id,Time,Value
                7,4/12/2016 7:21:00 AM,97
                7,4/12/2016 7:21:05 AM,102
                8,4/12/2016 7:21:07 AM,60
                7,4/12/2016 12:59:55 PM,80
                """);
        write("minuteStepsNarrow_merged.csv", """
                Id,ActivityMinute,Steps
                7,4/12/2016 7:21:00 AM,11
                7,4/12/2016 7:22:00 AM,0
                8,4/12/2016 7:21:00 AM,99
                """);
        write("minuteSleep_merged.csv", """
                Id,date,value,logId
                7,4/12/2016 2:47:30 AM,3,11380564589
                7,4/12/2016 2:48:30 AM,2,11380564589
                7,4/12/2016 2:49:30 AM,1,11380564589
                7,4/12/2016 2:50:30 AM,1,11380564589
                """);
        write("dailySteps_merged.csv", "Id,ActivityDay,StepTotal\n7,4/12/2016,13162\n");
    }

    @Test
    void onePersonOfTheTablesIsReadAndNobodyElse() {
        var recording = read("7", BERLIN);

        var rates = channels(recording, StreamKind.HEART_RATE);
        assertThat(rates).hasSize(2);
        assertThat(rates.get(0).start()).isEqualTo(Instant.parse("2016-04-12T05:21:00Z"));
        assertThat(((SampledChannel) rates.get(0)).ticks().size()).isEqualTo(15);
        assertThat(((SampledChannel) rates.get(0)).valueAt(5)).isEqualTo(102);
        assertThat(rates.get(1).start()).isEqualTo(Instant.parse("2016-04-12T10:59:55Z"));
        assertThat(channels(recording, StreamKind.STEPS))
                .singleElement()
                .satisfies(steps ->
                        assertThat(((SampledChannel) steps).ticks().toArray()).containsExactly(11, 0));
    }

    @Test
    void sleepMinutesAreOneEpisodeAndRestlessIsAwake() {
        var night = (Occurrence) channels(read("7", BERLIN), StreamKind.SLEEP).get(0);

        assertThat(night.start()).isEqualTo(Instant.parse("2016-04-12T00:47:30Z"));
        assertThat(night.content())
                .isEqualTo(new Sleep(List.of(
                        new Phase(Stage.AWAKE, Duration.ofMinutes(2)),
                        new Phase(Stage.ASLEEP, Duration.ofMinutes(2)))));
    }

    @Test
    void theTablesOfTotalsAreNamedAsLeftOutAndTheZoneAsAssumed() {
        var provenance = read("7", BERLIN).provenance();

        assertThat(provenance.source()).isEqualTo("Fitabase export, person 7");
        assertThat(provenance.assumptions())
                .contains("Times are local times of the zone Europe/Berlin, and of no other.");
        assertThat(provenance.leftOut()).containsExactly(new LeftOut(1, "tables of totals, calories or intensities"));
    }

    @Test
    void meansOfMinutesAreTakenWhereThereAreNoSecondsAndTheirStepsFillWhatIsOpen() throws IOException {
        write("user_9.csv", """
                time,hr_bpm,intensity,steps
                2016-04-12 07:21:00,75.5,1,34
                2016-04-12 07:22:00,74,0,0
                2016-04-12 07:24:00,74,0,3
                """);
        write(
                "minuteStepsWide_merged.csv",
                "Id,ActivityHour,Steps00\n9,4/12/2016 7:00:00 AM" + String.join("", Collections.nCopies(60, ",1"))
                        + "\n");

        var recording = read("9", BERLIN);

        var means = channels(recording, StreamKind.HEART_RATE);
        assertThat(means).hasSize(2);
        assertThat(((SampledChannel) means.get(0)).spacing()).isEqualTo(Duration.ofMinutes(1));
        assertThat(((SampledChannel) means.get(0)).valueAt(0)).isEqualTo(75.5);
        var steps = (SampledChannel) channels(recording, StreamKind.STEPS).get(0);
        assertThat(steps.start()).isEqualTo(Instant.parse("2016-04-12T05:00:00Z"));
        assertThat(steps.ticks().stream().sum()).isEqualTo(60);
    }

    @Test
    void theNightThatSkipsAnHourHasNoMinutesInIt() throws IOException {
        write(
                "user_9.csv",
                minutes("2026-03-29 01:58:00", "2026-03-29 01:59:00", "2026-03-29 02:30:00", "2026-03-29 03:00:00"));

        var recording = read("9", BERLIN);

        var means = (SampledChannel) channels(recording, StreamKind.HEART_RATE).get(0);
        assertThat(means.start()).isEqualTo(Instant.parse("2026-03-29T00:58:00Z"));
        assertThat(means.ticks().size())
                .as("01:58, 01:59, 03:00 follow one another")
                .isEqualTo(3);
        assertThat(recording.provenance().leftOut())
                .contains(new LeftOut(1, "rows at local times that the zone skips"));
    }

    @Test
    void theNightThatRepeatsAnHourHasItTwice() throws IOException {
        write(
                "user_9.csv",
                minutes("2026-10-25 02:58:00", "2026-10-25 02:59:00", "2026-10-25 02:00:00", "2026-10-25 02:01:00"));

        var means = (SampledChannel)
                channels(read("9", BERLIN), StreamKind.HEART_RATE).get(0);

        assertThat(means.start()).isEqualTo(Instant.parse("2026-10-25T00:58:00Z"));
        assertThat(means.ticks().size())
                .as("the second 02:00 follows the first 02:59")
                .isEqualTo(4);
    }

    @Test
    void whoIsMeantMustBeSaidWhereThereAreSeveral() {
        assertThatThrownBy(() -> Recordings.read(export))
                .isInstanceOf(RecordingFault.class)
                .hasMessage(export + ": expected the id of one of its 2 people, such as 7, 8");
        assertThatThrownBy(() -> read("99", BERLIN))
                .isInstanceOf(RecordingFault.class)
                .hasMessage(export + ": expected one of its people, and nobody has the id 99");
    }

    @Test
    void aTableOfOnePersonNeedsNoChoice() throws IOException {
        Path table = write("user_9.csv", minutes("2026-10-25 02:58:00"));

        assertThat(Recordings.read(table).streams()).containsExactly(StreamKind.HEART_RATE, StreamKind.STEPS);
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "heartrate_seconds_merged.csv | Id,Time,Value;7,2016-04-12 07:21:00,97 | line 2: expected a time such as 4/12/2016 7:21:00 AM in column 2",
                "heartrate_seconds_merged.csv | Id,Time,Value;7,4/12/2016 7:21:00 AM,high | line 2: expected a heart rate as a number in column 3",
                "heartrate_seconds_merged.csv | Id,Hour | line 1: expected the header Id,Time,Value",
                "minuteSleep_merged.csv | Id,date,value,logId;7,4/12/2016 7:21:00 AM,4,1 | line 2: expected 1, 2 or 3 in column 3",
                "minuteStepsNarrow_merged.csv | Id,ActivityMinute,Steps;7,4/12/2016 7:21:00 AM,-4 | line 2: expected a count of 0 to 1000 steps in column 3",
                "minuteStepsWide_merged.csv | Id,ActivityHour,Steps00;7,4/12/2016 7:00:00 AM,4 | line 2: expected a count of steps as a number in column 4",
            })
    void aMalformedRowNamesItsFileItsLineAndWhatWasExpected(String file, String lines, String sentence)
            throws IOException {
        Path broken = write(file, lines.replace(';', '\n') + '\n');

        assertThatThrownBy(() -> read("7", BERLIN))
                .isInstanceOf(RecordingFault.class)
                .hasMessageStartingWith(broken + ", " + sentence);
    }

    private Recording read(String person, ZoneId zone) {
        return Recordings.read(export, new RecordingChoice(Optional.of(person), zone));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(export.resolve(name), text);
    }

    private static String minutes(String... times) {
        return "time,hr_bpm,intensity,steps\n" + String.join(",70,0,0\n", times) + ",70,0,0\n";
    }

    private static List<Channel> channels(Recording recording, StreamKind stream) {
        return recording.channels().stream()
                .filter(channel -> channel.stream() == stream)
                .toList();
    }
}
