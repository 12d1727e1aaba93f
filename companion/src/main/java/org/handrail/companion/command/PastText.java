package org.handrail.companion.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.TreeMap;
import org.handrail.companion.past.PastReport;
import org.handrail.devicesim.recording.Recording;

/** What an import found and did, for people. Times are those on the clock of the person whose past it is. */
final class PastText {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.ENGLISH);

    private final PrintWriter out;
    private final ZoneId zone;

    PastText(PrintWriter out, ZoneId zone) {
        this.out = out;
        this.zone = zone;
    }

    /** What the export is. */
    void print(Path path, Recording recording) {
        var window = recording.window();
        var provenance = recording.provenance();
        out.printf(
                "%s: %s to %s (%s), %d streams%n",
                path,
                at(window.start()),
                at(window.end()),
                zone,
                recording.streams().size());
        out.println("  Read as   " + provenance.source());
        provenance.assumptions().forEach(assumption -> out.println("  Assumed   " + assumption));
        provenance.leftOut().forEach(part -> out.printf("  Left out  %d %s%n", part.count(), part.what()));
        out.flush();
    }

    void printDry(PastReport report) {
        out.printf(
                "%d frames would be taken in, %d are known already. Nothing was changed.%n",
                report.frames().fresh(), report.frames().known());
        printNotes(report);
    }

    void print(PastReport report) {
        out.printf(
                "%d frames are new, %d were known already, %d were refused%n",
                report.stored(), report.frames().known(), report.refusals());
        new TreeMap<>(report.refused())
                .forEach((reason, count) -> out.printf(
                        "  Refused   %d %s%n",
                        count, reason.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
        printNotes(report);
        out.printf(
                "The record of that time: %d minutes, in %d of them it is known how it was, and %d nights%n",
                report.analysed().minutes(),
                report.analysed().known(),
                report.analysed().nights());
        if (!report.isWhole()) {
            out.println("Stopped before the end. The same command goes on from here.");
        }
        out.flush();
    }

    private void printNotes(PastReport report) {
        var frames = report.frames();
        var span = report.span();
        if (frames.tooYoung() > 0) {
            out.printf(
                    "  Left out  %d frames from after %s: not a past yet, so import again later%n",
                    frames.tooYoung(), at(span.until()));
        }
        if (frames.fresh() > 0 && frames.byThemselves() > 0) {
            out.printf(
                    "  Note      %d frames lie before %s, up to where all is analysed: shown, and not learnt from%n",
                    frames.byThemselves(), at(span.analysedUntil()));
        }
        if (frames.olderThanKept() > 0) {
            out.printf(
                    "  Note      %d frames are from before %s: analysed, and then not kept any longer%n",
                    frames.olderThanKept(), at(span.keptSince()));
        }
        out.flush();
    }

    private String at(Instant instant) {
        return TIME.format(instant.atZone(zone));
    }
}
