package org.handrail.companion.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.handrail.companion.replay.ReplayReport;
import org.handrail.devicesim.recording.Recording;

/** A replay's report for people. Times count from the start of the recording. */
final class ReplayText {

    private final PrintStream out;

    ReplayText(PrintStream out) {
        this.out = out;
    }

    /** What the recording is, before it is played. */
    void print(Path path, Recording recording) {
        var length = recording.length();
        String span =
                isDays(length) ? length.toDays() + " d " + length.toHoursPart() + " h" : length.toMinutes() + " min";
        out.printf(
                "%s: %s of %d streams, %d labelled stretches%n",
                path, span, recording.streams().size(), recording.labels().size());
        var provenance = recording.provenance();
        out.println("  Read as   " + provenance.source());
        provenance.assumptions().forEach(assumption -> out.println("  Assumed   " + assumption));
        provenance.leftOut().forEach(part -> out.printf("  Left out  %d %s%n", part.count(), part.what()));
    }

    void print(ReplayReport report) {
        out.printf(
                Locale.ROOT,
                "%d frames published, %d stored, in %.1f s%n%n",
                report.published(),
                report.stored(),
                report.took().toMillis() / 1000.0);
        printWindows(report);
        if (!report.labels().isEmpty()) {
            printStretches(report);
        }
    }

    private void printWindows(ReplayReport report) {
        if (report.windows().isEmpty()) {
            out.println("No risk window was opened.");
            return;
        }
        out.println("Risk windows");
        for (var window : report.windows()) {
            String label = report.labelAt(window.openedAt().minusSeconds(1))
                    .map(stretch -> "opened during " + stretch.label() + " (" + stretch.task() + ")")
                    .orElse("");
            out.printf(
                    "  %s - %s  opened at %s  %s%n      %s%n",
                    offset(report, window.span().start()),
                    offset(report, window.span().end()),
                    offset(report, window.openedAt()),
                    label,
                    window.sentence());
        }
    }

    private void printStretches(ReplayReport report) {
        out.printf("%nLabelled stress%n");
        for (var stretch : report.stressStretches()) {
            String found = report.foundIn(stretch)
                    .map(window -> "found at " + offset(report, window.openedAt()))
                    .orElse("not found");
            out.printf(
                    "  %s - %s  %-20s %s%n",
                    offset(report, stretch.window().start()),
                    offset(report, stretch.window().end()),
                    stretch.task(),
                    found);
        }
    }

    private static String offset(ReplayReport report, Instant instant) {
        var since = Duration.between(report.start(), instant);
        return isDays(report.length())
                ? "%3d d %02d:%02d".formatted(since.toDays(), since.toHoursPart(), since.toMinutesPart())
                : "%3d:%02d".formatted(since.toMinutes(), since.toSecondsPart());
    }

    private static boolean isDays(Duration length) {
        return length.toDays() > 0;
    }
}
