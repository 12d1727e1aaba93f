package org.handrail.devicesim.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.handrail.signals.StreamKind;
import org.handrail.signals.TimeWindow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompactFolderTests {

    private static final Instant START = Instant.ofEpochSecond(1_700_000_000);

    @TempDir
    private Path study;

    private Path session;

    @BeforeEach
    void inventAStudy() throws IOException {
        Path compact = Files.createDirectories(study.resolve("compact"));
        Files.writeString(
                compact.resolve("sessions.csv"),
                "subject,session,folder,t0_unix,dur_s\nS01,CALM,S01_CALM,1600000000,10\nS01,TALK,S01_TALK,1700000000,1\n");
        Files.writeString(compact.resolve("labels.csv"), """
                subject,session,start_s,end_s,label,task,source
                S01,CALM,0,5,rest,baseline,tags
                S01,TALK,0.0,0.5,rest,baseline,tags
                S01,TALK,0.5,1.0,stress,speech,tags
                """);
        session = Files.createDirectory(compact.resolve("S01_TALK"));
        Files.writeString(session.resolve("wrist4hz.csv"), """
                t_s,eda_us,temp_c,acc_mean_g,acc_sd_g
                0.00,0.1371,33.11,0.998,0.001
                0.25,,33.11,0.998,0.002
                0.50,0.1948,220.0,0.998,0.003
                0.75,0.1961,33.11,0.998,0.004
                """);
    }

    @Test
    void startAndLabelsComeFromTheTablesAbove() {
        var recording = Recordings.read(session);

        assertThat(recording.window()).isEqualTo(new TimeWindow(START, START.plusSeconds(1)));
        assertThat(recording.labels())
                .containsExactly(
                        new LabelledStretch(new TimeWindow(START, START.plusMillis(500)), "rest", "baseline"),
                        new LabelledStretch(
                                new TimeWindow(START.plusMillis(500), START.plusSeconds(1)), "stress", "speech"));
        assertThat(recording.channels())
                .extracting(channel -> channel.stream())
                .containsExactly(StreamKind.SKIN_CONDUCTANCE, StreamKind.SKIN_TEMPERATURE, StreamKind.MOTION);
    }

    @Test
    void aRawFolderBorrowsTheLabelsOfTheSameSessionBeside() throws IOException {
        Path raw = Files.createDirectories(study.resolve("raw/TALK/S01"));
        Files.writeString(raw.resolve("EDA.csv"), "1700000000\n4\n0.1\n0.2\n0.3\n0.4\n");
        assertThat(Recordings.read(raw).labels())
                .isEqualTo(Recordings.read(session).labels());

        Files.writeString(raw.resolve("EDA.csv"), "1700000099\n4\n0.1\n0.2\n0.3\n0.4\n");
        assertThat(Recordings.read(raw).labels()).as("another start").isEmpty();
    }

    @Test
    void shiftingToNowMovesChannelsAndLabelsAlike() {
        Instant now = Instant.parse("2026-03-29T20:00:00Z");

        var shifted = Recordings.read(session).endingAt(now);

        assertThat(shifted.window().end()).isEqualTo(now);
        assertThat(shifted.labels().get(1).window()).isEqualTo(new TimeWindow(now.minusMillis(500), now));
        assertThat(shifted.channels())
                .allSatisfy(channel -> assertThat(channel.end()).isEqualTo(now));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "S01_TALK/wrist4hz.csv | t_s,eda_us,temp_c,acc_mean_g,acc_sd_g;0.00,1,33,1,0;0.75,1,33,1,0 | line 3: expected the time to be 0.25 s",
                "S01_TALK/wrist4hz.csv | t_s,eda,temp;0.00,1,33 | line 1: expected the header t_s,eda_us,temp_c,acc_mean_g,acc_sd_g",
                "S01_TALK/hr.csv | t_s,hr_bpm;,66 | line 2: expected the seconds since the start in column 1, found nothing",
                "S01_TALK/ibi.csv | t_seconds,ibi_ms;13.4,beat | line 2: expected an interval as a number in column 2",
                "labels.csv | subject,session,start_s,end_s,label,task;S01,TALK,9,1,rest,x | line 2: expected an end that is not before the start",
                "labels.csv | subject,session,start_s,end_s,label,task;S01,TALK,0,1,rest | line 2: expected a task in column 6, found 5 columns",
                "sessions.csv | subject,session,folder,t0_unix;S01,TALK,S01_TALK,noon | line 2: expected the start in unix seconds as a number",
            })
    void aMalformedRowNamesItsFileItsLineAndWhatWasExpected(String file, String lines, String sentence)
            throws IOException {
        Path broken = session.resolveSibling(file);
        Files.writeString(broken, lines.replace(';', '\n') + '\n');

        assertThatThrownBy(() -> Recordings.read(session))
                .isInstanceOf(RecordingFault.class)
                .hasMessageStartingWith(broken + ", " + sentence);
    }

    @Test
    void aSessionThatNobodyListsIsOneSentence() throws IOException {
        Files.delete(session.resolveSibling("sessions.csv"));

        assertThatThrownBy(() -> Recordings.read(session))
                .isInstanceOf(RecordingFault.class)
                .hasMessage(session.resolveSibling("sessions.csv") + ": expected a row for the folder S01_TALK");
    }
}
