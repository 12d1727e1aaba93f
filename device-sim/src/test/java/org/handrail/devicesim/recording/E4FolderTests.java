package org.handrail.devicesim.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.data.Offset;
import org.handrail.devicesim.BeatChannel;
import org.handrail.devicesim.SampledChannel;
import org.handrail.signals.StreamKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class E4FolderTests {

    private static final Instant START = Instant.ofEpochSecond(1_700_000_000);

    @TempDir
    private Path folder;

    @BeforeEach
    void copyTheInventedExport() throws IOException, URISyntaxException {
        Path invented = Path.of(E4FolderTests.class.getResource("/e4").toURI());
        try (var files = Files.list(invented)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName().toString()));
            }
        }
    }

    @Test
    void everyStreamKeepsItsOwnStartAndDecimals() {
        var recording = Recordings.read(folder);

        assertThat(recording.start()).isEqualTo(START);
        assertThat(recording.length()).isEqualTo(Duration.ofSeconds(20));
        assertThat(recording.labels()).isEmpty();
        var conductance = sampled(recording, StreamKind.SKIN_CONDUCTANCE);
        assertThat(conductance.ticks().at(1)).isEqualTo(112_345);
        assertThat(conductance.spacing()).isEqualTo(Duration.ofMillis(250));
        var heartRate = sampled(recording, StreamKind.HEART_RATE);
        assertThat(heartRate.start()).isEqualTo(START.plusSeconds(10));
        assertThat(heartRate.ticks().at(1)).isEqualTo(6_717);
    }

    @Test
    void motionIsTheDeviationOverEachQuarterOfASecond() {
        var motion = sampled(Recordings.read(folder), StreamKind.MOTION);

        assertThat(motion.ticks().size())
                .as("the unfinished quarter is left out")
                .isEqualTo(2);
        assertThat(motion.valueAt(0)).isZero();
        assertThat(motion.valueAt(1)).isCloseTo(0.25, Offset.offset(1e-9));
    }

    @Test
    void aTemperatureThatNoSkinHasIsMissing() {
        var temperature = sampled(Recordings.read(folder), StreamKind.SKIN_TEMPERATURE);

        assertThat(temperature.valueAt(39)).isCloseTo(33.11, Offset.offset(1e-9));
        assertThat(temperature.valueAt(40)).as("220.87 °C").isNaN();
        assertThat(temperature.valueAt(41)).as("19.99 °C").isNaN();
        assertThat(temperature.valueAt(42)).isCloseTo(33.13, Offset.offset(1e-9));
    }

    @Test
    void beatsEndWhereTheVendorSaysAndWhatRoundingAddedGoesIntoTheNextGap() {
        var beats =
                (BeatChannel) Recordings.read(folder).channel(StreamKind.BEATS).orElseThrow();

        assertThat(beats.entries().toArray()).containsExactly(-3_000, 766, 766, 766, -5_889, 813, 813, -7_187);
        assertThat(beats.end()).isEqualTo(START.plusSeconds(20));
    }

    @Test
    void theStartMayBeWrittenOutInUtc() throws IOException {
        Files.writeString(folder.resolve("EDA.csv"), "2023-11-14 22:13:20\n4.0\n0.5\n");

        assertThat(sampled(Recordings.read(folder), StreamKind.SKIN_CONDUCTANCE).start())
                .isEqualTo(START);
    }

    @Test
    void absentAndUnwrittenFilesLeaveTheOtherStreams() throws IOException {
        Files.delete(folder.resolve("ACC.csv"));
        Files.delete(folder.resolve("HR.csv"));
        Files.writeString(folder.resolve("IBI.csv"), "");

        assertThat(Recordings.read(folder).channels())
                .extracting(channel -> channel.stream())
                .containsExactlyInAnyOrder(StreamKind.SKIN_CONDUCTANCE, StreamKind.SKIN_TEMPERATURE);
    }

    @ParameterizedTest(name = "{0} with \"{1}\": {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "EDA.csv | 1700000000;4;0.1;zero.two | line 4 | expected a conductance as a number in column 1, found \"zero.two\"",
                "EDA.csv | yesterday;4;0.1 | line 1 | expected the start as unix seconds or as YYYY-MM-DD HH:MM:SS, found \"yesterday\"",
                "EDA.csv | 2013-02-30 25:00:00;4;0.1 | line 1 | expected the start as unix seconds",
                "EDA.csv | 1700000000;8;0.1 | line 2 | expected a rate of 4 a second, found \"8\"",
                "ACC.csv | 1700000000;32;1,2;1,2;1,2;1,2;1,2;1,2;1,2;1,2 | line 3 | expected the acceleration along z",
                "IBI.csv | 1700000000, IBI;5.0 | line 2 | expected an interval as a number in column 2, found \"\"",
                "IBI.csv | 1700000000, IBI;5.0,-0.7 | line 2 | expected an interval of 1 ms to a minute",
                "IBI.csv | 1700000000, IBI;1e300,0.7 | line 2 | expected seconds since the start, at most 30 days",
                "HR.csv  | 1700000000;1;;67,5,x;6 7 | line 5 | expected a heart rate as a number in column 1, found \"6 7\"",
            })
    void aMalformedRowNamesItsFileItsLineAndWhatWasExpected(String file, String lines, String line, String expected)
            throws IOException {
        Files.writeString(folder.resolve(file), lines.replace(';', '\n') + '\n');

        assertThatThrownBy(() -> Recordings.read(folder))
                .isInstanceOf(RecordingFault.class)
                .hasMessageContaining(folder.resolve(file) + ", " + line + ": ")
                .hasMessageContaining(expected);
    }

    @Test
    void numbersThatNoWristHasAreMissingAndNeverOverflow() throws IOException {
        Files.writeString(folder.resolve("HR.csv"), "1700000000\n1\n1e300\nnan\n70\n");

        var heartRate = sampled(Recordings.read(folder), StreamKind.HEART_RATE);

        assertThat(heartRate.valueAt(0)).isNaN();
        assertThat(heartRate.valueAt(1)).isNaN();
        assertThat(heartRate.valueAt(2)).isEqualTo(70);
    }

    @Test
    void nothingThereIsOneSentence() {
        assertFault(folder.resolve("nowhere"), "expected a folder or a file, and nothing is there");
        assertFault(folder.resolve("EDA.csv"), "and this file is none of them");
    }

    @Test
    void aFolderWithoutARecordingIsOneSentence() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertFault(empty, "expected an Empatica E4 export");
        Files.writeString(empty.resolve("EDA.csv"), "1700000000\n4\n");
        assertFault(empty, "expected samples in at least one of ACC, EDA, TEMP, HR and IBI.csv");
        Files.delete(empty.resolve("EDA.csv"));
        Files.writeString(empty.resolve("ibi.csv"), "t_seconds,ibi_ms\n");
        assertThatThrownBy(() -> Recordings.read(empty))
                .isInstanceOf(RecordingFault.class)
                .hasMessage(folder.resolve("sessions.csv") + ": expected a row for the folder empty");
    }

    private static void assertFault(Path path, String expected) {
        assertThatThrownBy(() -> Recordings.read(path))
                .isInstanceOf(RecordingFault.class)
                .hasMessageStartingWith(path.toString())
                .hasMessageContaining(expected);
    }

    private static SampledChannel sampled(Recording recording, StreamKind stream) {
        return (SampledChannel) recording.channel(stream).orElseThrow();
    }
}
