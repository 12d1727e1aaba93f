package org.handrail.devicesim.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.handrail.devicesim.BeatChannel;
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
import org.junit.jupiter.params.provider.ValueSource;

class AppleHealthExportTests {

    private static final Instant EVENING = Instant.parse("2026-10-24T16:00:00Z");
    private static final String BEFORE = "<?xml version=\"1.0\"?>\n<HealthData locale=\"en\">\n";

    @TempDir
    private Path folder;

    private Path invented;

    @BeforeEach
    void findTheInventedExport() throws URISyntaxException {
        invented = Path.of(AppleHealthExportTests.class.getResource("/apple").toURI());
    }

    @Test
    void aHeartRateHoldsUntilTheNextOneAndForTenSecondsAtMost() {
        var rates = channels(Recordings.read(invented), StreamKind.HEART_RATE);

        assertThat(rates).hasSize(2);
        var walking = (SampledChannel) rates.get(0);
        assertThat(walking.start()).isEqualTo(EVENING);
        assertThat(walking.ticks().size()).isEqualTo(15);
        assertThat(walking.valueAt(4)).isEqualTo(86.5);
        assertThat(walking.valueAt(5)).isEqualTo(88);
        assertThat(rates.get(1).start()).isEqualTo(EVENING.plusSeconds(300));
    }

    @Test
    void stepsAreThoseOfTheWristAndNeverCountedTwice() {
        var steps = channels(Recordings.read(invented), StreamKind.STEPS);

        assertThat(steps).hasSize(1);
        var walk = (SampledChannel) steps.get(0);
        assertThat(walk.start()).isEqualTo(EVENING.plusSeconds(60));
        assertThat(walk.spacing()).isEqualTo(Duration.ofSeconds(210));
        assertThat(walk.valueAt(0)).isEqualTo(388);
    }

    @Test
    void aBeatsIntervalIsItsDistanceToTheOneBeforeWhereItsRateAgrees() {
        var beats = channels(Recordings.read(invented), StreamKind.BEATS);

        assertThat(beats).hasSize(1);
        var run = (BeatChannel) beats.get(0);
        assertThat(run.entries().toArray()).containsExactly(750, 760, 790, -14_690, 800);
        assertThat(run.start()).isEqualTo(Instant.parse("2026-10-24T20:59:58.550Z"));
    }

    @Test
    void aNightOverTheEndOfSummerTimeIsAsLongAsItWas() {
        var sleep = channels(Recordings.read(invented), StreamKind.SLEEP);

        assertThat(sleep).hasSize(1);
        var night = (Occurrence) sleep.get(0);
        assertThat(night.start()).isEqualTo(Instant.parse("2026-10-24T22:30:00Z"));
        assertThat(night.completeAt()).isEqualTo(Instant.parse("2026-10-25T06:00:00Z"));
        assertThat(night.content())
                .isEqualTo(new Sleep(List.of(
                        new Phase(Stage.AWAKE, Duration.ofMinutes(30)),
                        new Phase(Stage.LIGHT, Duration.ofMinutes(90)),
                        new Phase(Stage.DEEP, Duration.ofMinutes(45)),
                        new Phase(Stage.REM, Duration.ofMinutes(270)),
                        new Phase(Stage.AWAKE, Duration.ofMinutes(15)))));
    }

    @Test
    void whatIsLeftOutIsCounted() {
        assertThat(Recordings.read(invented).provenance().leftOut())
                .containsExactlyInAnyOrder(
                        new LeftOut(1, "heart rates that are none"),
                        new LeftOut(2, StepSpans.LEFT_OUT),
                        new LeftOut(1, "counts of steps by a device that measures no heart, such as a phone"),
                        new LeftOut(2, AppleBeats.LEFT_OUT));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "unit='count/min' startDate='2026-10-24 18:00:00 +0200' endDate='2026-10-24 18:00:00 +0200' value='fast' | expected a number as value",
                "unit='count/s' startDate='2026-10-24 18:00:00 +0200' endDate='2026-10-24 18:00:00 +0200' value='1' | expected the unit count/min",
                "unit='count/min' startDate='24.10.2026 18:00' endDate='2026-10-24 18:00:00 +0200' value='70' | expected startDate such as",
                "unit='count/min' startDate='1902-10-24 18:00:00 +0200' endDate='2026-10-24 18:00:00 +0200' value='70' | expected startDate such as",
                "unit='count/min' startDate='2026-10-24 18:00:00 +0200' value='70' | expected endDate such as",
            })
    void aRecordThatCannotBeReadNamesItsLineAndWhatWasExpected(String attributes, String expected) throws IOException {
        String record = "<Record type=\"HKQuantityTypeIdentifierHeartRate\" " + attributes.replace('\'', '"') + "/>";

        assertFault(BEFORE + record + "\n</HealthData>\n", "line 3: " + expected);
    }

    @Test
    void aStageOfSleepThatNobodyKnowsIsNotGuessed() throws IOException {
        assertFault(
                BEFORE
                        + "<Record type=\"HKCategoryTypeIdentifierSleepAnalysis\" startDate=\"2026-10-24 18:00:00 +0200\""
                        + " endDate=\"2026-10-24 19:00:00 +0200\" value=\"HKCategoryValueSleepAnalysisDaydream\"/></HealthData>",
                "line 3: expected a value of HKCategoryValueSleepAnalysis");
    }

    @Test
    void anExportThatBreaksOffIsOneSentence() throws IOException {
        assertFault(BEFORE + "<Record type=\"x\"/>\n<Rec", "line 4: expected well-formed XML");
    }

    @ParameterizedTest(name = "after {0} records")
    @ValueSource(ints = {0, 20_000})
    void bytesThatAreNoTextAreOneSentence(int records) throws IOException {
        String export = BEFORE + "<Record type=\"x\"/>\n".repeat(records) + "<Record type=\"\u00ff\"/></HealthData>";
        Path file = Files.write(folder.resolve("export.xml"), export.getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> Recordings.read(file))
                .isInstanceOf(RecordingFault.class)
                .hasMessage(file + ": expected a readable XML file in UTF-8");
    }

    @Test
    void anExportOfNothingThatWeKnowIsOneSentence() throws IOException {
        assertFault(BEFORE + "<Record type=\"x\"/></HealthData>", ": expected heart rates, beats, steps or sleep");
    }

    @Test
    void noOtherFileIsEverReadIn() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");

        assertFault(
                "<?xml version=\"1.0\"?>\n<!DOCTYPE HealthData [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>\n"
                        + "<HealthData locale=\"en\">&e;<Record type=\"x\"/></HealthData>",
                ": expected");
        assertThatThrownBy(() -> Recordings.read(folder.resolve("export.xml"))).hasMessageNotContaining("secret");
    }

    private void assertFault(String xml, String expected) throws IOException {
        Path export = Files.writeString(folder.resolve("export.xml"), xml);
        assertThatThrownBy(() -> Recordings.read(export))
                .isInstanceOf(RecordingFault.class)
                .hasMessageStartingWith(export.toString())
                .hasMessageContaining(expected);
    }

    private static List<Channel> channels(Recording recording, StreamKind stream) {
        return recording.channels().stream()
                .filter(channel -> channel.stream() == stream)
                .toList();
    }
}
