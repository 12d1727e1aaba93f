package org.handrail.companion.command;

import java.io.PrintWriter;
import java.util.Locale;
import org.handrail.companion.bench.CapacityReport;
import org.handrail.companion.bench.CapacitySettings;
import org.handrail.companion.bench.CapacityStep;
import org.handrail.companion.bench.CapacityStop;

/** The search for a capacity, for people: a line for each number of wearers, and what stopped it. */
final class CapacityText {

    private static final String LINE = "%8s %9s %8s %8s %8s %8s %7s %7s %9s  %s";

    private final PrintWriter out;

    CapacityText(PrintWriter out) {
        this.out = out;
    }

    void announce(CapacitySettings settings) {
        say("How many live wearers does this machine carry with 99 of 100 nudges within a second?");
        say("%s", LoadText.CADENCE);
        say(
                "Each number is held for %d s. House, database and load share this machine; heap %,d MB.%n",
                settings.hold().toSeconds(), settings.heapMb());
        say(LINE, "", "", "commit", "", "nudge", "", "", "lanes'", "", "");
        say(LINE, "wearers", "frames/s", "p50", "p99", "p50", "p99", "nudges", "undone", "heap", "");
    }

    void show(CapacityStep step) {
        var figures = step.figures();
        say(
                LINE,
                String.format(Locale.ROOT, "%,d", figures.wearers()),
                String.format(Locale.ROOT, "%,.0f", figures.framesPerSecond()),
                LoadText.seconds(figures.publishToCommit().p50()),
                LoadText.seconds(figures.publishToCommit().p99()),
                LoadText.seconds(figures.strainToNudge().p50()),
                LoadText.seconds(figures.strainToNudge().p99()),
                figures.strainToNudge().n(),
                figures.undone(),
                String.format(Locale.ROOT, "%,d MB", figures.heapBytes() >> 20),
                step.stop().map(CapacityStop::words).orElse("carried"));
        say("%8s processor: %s; undone at most %,d", "", LoadText.processors(figures), figures.mostUndone());
    }

    void print(CapacityReport report) {
        say(
                "%n%s",
                report.carried()
                        .map(step -> String.format(
                                Locale.ROOT,
                                "Carried: %,d live wearers, %,.0f frames a second",
                                step.figures().wearers(),
                                step.figures().framesPerSecond()))
                        .orElse("Carried: none of these numbers"));
        say("Not more: %s.", report.stop().words());
        say("Archive: %s", LoadText.tally(report.tally()));
    }

    private void say(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
        out.flush();
    }
}
