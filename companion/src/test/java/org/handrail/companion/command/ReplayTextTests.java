package org.handrail.companion.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.handrail.companion.replay.ReplayReport;
import org.handrail.devicesim.recording.Provenance;
import org.handrail.devicesim.recording.Provenance.LeftOut;
import org.handrail.devicesim.recording.Recording;
import org.handrail.signals.TimeWindow;
import org.junit.jupiter.api.Test;

class ReplayTextTests {

    private static final Instant START = Instant.parse("2016-04-01T00:00:00Z");
    private static final Provenance PROVENANCE = new Provenance(
            "Garmin stream",
            List.of("A heart rate holds until the next one."),
            List.of(new LeftOut(7, "stress scores of the vendor, which are no evidence")));

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final ReplayText text = new ReplayText(new PrintStream(written, true, StandardCharsets.UTF_8));

    @Test
    void whatWasAssumedAndLeftOutIsSaidBeforeAnythingIsPlayed() {
        var recording = new Recording(START, Duration.ofHours(46), List.of(), List.of(), PROVENANCE);

        text.print(Path.of("garmin-46h"), recording);

        assertThat(lines())
                .containsExactly(
                        "garmin-46h: 1 d 22 h of 0 streams, 0 labelled stretches",
                        "  Read as   Garmin stream",
                        "  Assumed   A heart rate holds until the next one.",
                        "  Left out  7 stress scores of the vendor, which are no evidence");
    }

    @Test
    void windowsOfALongRecordingAreToldByDayAndTime() {
        text.print(report(Duration.ofDays(30)));

        assertThat(lines()).anyMatch(line -> line.startsWith("    4 d 02:45 -   4 d 03:57  opened at   4 d 02:49"));
    }

    @Test
    void windowsOfASessionAreToldByMinuteAndSecond() {
        text.print(report(Duration.ofHours(23)));

        assertThat(lines()).anyMatch(line -> line.startsWith("  5925:00 - 5997:00  opened at 5929:00"));
    }

    private static ReplayReport report(Duration length) {
        var opened = START.plus(Duration.ofDays(4)).plus(Duration.ofMinutes(165));
        var span = new TimeWindow(opened, opened.plus(Duration.ofMinutes(72)));
        var found = new ReplayReport.Found(span, opened.plus(Duration.ofMinutes(4)), "Heart rate higher than usual.");
        return new ReplayReport(START, length, 10, 10, Duration.ofSeconds(1), List.of(found), List.of(), PROVENANCE);
    }

    private List<String> lines() {
        return written.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
