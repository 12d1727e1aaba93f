package org.handrail.devicesim.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.handrail.devicesim.BeatChannel;
import org.handrail.devicesim.SampledChannel;
import org.handrail.devicesim.recording.Provenance.LeftOut;
import org.handrail.signals.StreamKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GarminStreamTests {

    /** The hour that autumn repeats, in the second before it begins again. */
    private static final Instant TURN = Instant.parse("2026-10-25T01:00:00Z");

    @TempDir
    private Path folder;

    private Recording recording;

    @BeforeEach
    void readTheInventedStream() throws URISyntaxException {
        recording = Recordings.read(
                Path.of(GarminStreamTests.class.getResource("/garmin").toURI()));
    }

    @Test
    void intervalsFollowOneAnotherByTheirOwnLengthsAndGapsAreGaps() {
        var beats = (BeatChannel) recording.channel(StreamKind.BEATS).orElseThrow();

        assertThat(beats.start()).isEqualTo(TURN.minusMillis(2_013));
        assertThat(beats.entries().toArray()).containsExactly(821, 848, 900, -3_184, 880);
    }

    @Test
    void aHeartRateHoldsUntilTheNextReportAlsoIfThatIsNone() {
        var rates = recording.channels().stream()
                .filter(channel -> channel.stream() == StreamKind.HEART_RATE)
                .map(SampledChannel.class::cast)
                .toList();

        assertThat(rates).hasSize(3);
        assertThat(rates.get(0).start()).isEqualTo(TURN);
        assertThat(rates.get(0).ticks().toArray()).containsExactly(6_600, 6_600, 6_600, 6_600);
        assertThat(rates.get(1).start()).isEqualTo(TURN.plusSeconds(70));
        assertThat(rates.get(1).ticks().size()).isEqualTo(10);
    }

    @Test
    void twoReportsOfTheCounterAreTheStepsBetweenThem() {
        var steps = (SampledChannel) recording.channel(StreamKind.STEPS).orElseThrow();

        assertThat(steps.start()).isEqualTo(TURN.minusMillis(1_959));
        assertThat(steps.spacing()).isEqualTo(Duration.ofSeconds(10));
        assertThat(steps.ticks().toArray()).containsExactly(12);
    }

    @Test
    void whatIsLeftOutIsCountedAndStressIsNoEvidence() {
        assertThat(recording.streams()).containsExactly(StreamKind.BEATS, StreamKind.HEART_RATE, StreamKind.STEPS);
        assertThat(recording.provenance().leftOut())
                .containsExactlyInAnyOrder(
                        new LeftOut(1, "stress scores of the vendor, which are no evidence"),
                        new LeftOut(1, "reports of metrics that no stream here carries"),
                        new LeftOut(1, "heart rates that are none"),
                        new LeftOut(1, BeatRuns.LEFT_OUT),
                        new LeftOut(1, "step counters that fell, as at midnight"),
                        new LeftOut(1, "reports from before the one above them"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-10-25T02:00:01+01:00;HEART_RATE | line 2: expected time;METRIC;value, found 2 columns",
                "yesterday;HEART_RATE;70 | line 2: expected a time such as",
                "2026-10-25T02:00:01;HEART_RATE;70 | line 2: expected a time such as",
                "2026-10-25T02:00:01+01:00;STEPS;many | line 2: expected a number in column 3",
                "2026-10-25T02:00:01+01:00;STEPS;NaN | line 2: expected a number in column 3",
            })
    void aMalformedLineNamesItselfAndWhatWasExpected(String line, String sentence) throws IOException {
        Path file = Files.writeString(
                folder.resolve("stream.csv"), "2026-10-25T02:00:00.100+01:00;HEART_RATE;65.0\n" + line + "\n");

        assertThatThrownBy(() -> Recordings.read(file))
                .isInstanceOf(RecordingFault.class)
                .hasMessageStartingWith(file + ", " + sentence);
    }

    @Test
    void aPersonIsChosenOnlyWhereThereAreSeveral() throws IOException {
        Path file = Files.writeString(folder.resolve("data.csv"), "2026-10-25T02:00:00.100+01:00;HEART_RATE;65.0\n");
        var choice =
                new RecordingChoice(Optional.of("7"), RecordingChoice.none().zone());

        assertThatThrownBy(() -> Recordings.read(file, choice))
                .isInstanceOf(RecordingFault.class)
                .hasMessage(file + ": expected no person's id, for this is of one person only");
    }
}
