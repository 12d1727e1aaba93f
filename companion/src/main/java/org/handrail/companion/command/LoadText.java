package org.handrail.companion.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import org.handrail.companion.bench.LoadFigures;
import org.handrail.companion.bench.LoadReport;
import org.handrail.companion.bench.Percentiles;
import org.handrail.companion.bench.SimLoadSettings;
import org.handrail.companion.bench.Tally;

/** A load, for people: a line for every few seconds, and what it came to. */
final class LoadText {

    static final String CADENCE =
            "Each watch sends six streams a minute, one frame each ten seconds on average, at QoS 1.";

    private final PrintWriter out;
    private boolean hasHead;

    LoadText(PrintWriter out) {
        this.out = out;
    }

    void announce(SimLoadSettings settings) {
        say("%,d wearers for %s, seed %d. %s", settings.wearers(), words(settings.length()), settings.seed(), CADENCE);
        say("Opening a house of its own, with a heap of %,d MB ...", settings.heapMb());
    }

    void show(LoadFigures figures) {
        if (!hasHead) {
            hasHead = true;
            say("%n%10s %9s %17s %25s %7s", "", "", "publish to commit", "strain to nudge", "lanes'");
            say(
                    "%10s %9s %8s %8s %8s %8s %7s %7s",
                    "connected", "frames/s", "p50", "p99", "p50", "p99", "nudges", "undone");
        }
        say(
                "%,10d %,9.0f %8s %8s %8s %8s %,7d %,7d",
                figures.connected(),
                figures.framesPerSecond(),
                seconds(figures.publishToCommit().p50()),
                seconds(figures.publishToCommit().p99()),
                seconds(figures.strainToNudge().p50()),
                seconds(figures.strainToNudge().p99()),
                figures.strainToNudge().n(),
                figures.undone());
    }

    void print(LoadReport report) {
        var figures = report.figures();
        say("%nOver %s", words(figures.length()));
        row("Connected", "%,d of %,d, in %s", figures.connected(), figures.wearers(), words(report.connecting()));
        row("Frames", "%,.0f a second", figures.framesPerSecond());
        row("Publish to commit", "%s", percentiles(figures.publishToCommit()));
        row("Strain to nudge", "%s", percentiles(figures.strainToNudge()));
        row("Nudges", "%,d sent, %,d arrived", figures.sent(), figures.arrived());
        row("Lanes' undone", "%,d at the end, %,d at most", figures.undone(), figures.mostUndone());
        row("Connections broken", "%,d in %d storms", figures.breaks(), report.storms());
        row("Processor", "%s", processors(figures));
        row("Heap of the house", "%,d MB after its last collection", figures.heapBytes() >> 20);
        row("Archive", "%s", tally(report.tally()));
    }

    static String tally(Tally tally) {
        return String.format(
                Locale.ROOT,
                "%,d frames confirmed, %,d stored, %,d lost, %,d doubled",
                tally.confirmed(),
                tally.stored(),
                tally.lost(),
                tally.doubled());
    }

    static String processors(LoadFigures figures) {
        var words = new StringBuilder();
        figures.cpu()
                .forEach((process, share) -> words.append(words.isEmpty() ? "" : ", ")
                        .append(process)
                        .append(String.format(Locale.ROOT, " %.0f %%", share * 100)));
        return words + " of one";
    }

    static String percentiles(Percentiles percentiles) {
        return String.format(
                Locale.ROOT,
                "p50 %s, p99 %s of %,d",
                seconds(percentiles.p50()),
                seconds(percentiles.p99()),
                percentiles.n());
    }

    static String seconds(double seconds) {
        return Double.isNaN(seconds) ? "-" : String.format(Locale.ROOT, "%.2f s", seconds);
    }

    private static String words(Duration length) {
        return length.toSeconds() < 120
                ? length.toSeconds() + " s"
                : String.format(Locale.ROOT, "%.1f min", length.toSeconds() / 60.0);
    }

    private void row(String what, String format, Object... values) {
        say("  %-20s %s", what, String.format(Locale.ROOT, format, values));
    }

    private void say(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
        out.flush();
    }
}
