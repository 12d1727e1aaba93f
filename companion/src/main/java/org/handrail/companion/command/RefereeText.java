package org.handrail.companion.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import org.handrail.alerts.HeardWindow.Decision;
import org.handrail.companion.referee.HouseVerdict;
import org.handrail.companion.referee.Scoreboard;
import org.handrail.companion.referee.Scoreboard.Tally;

/** The scoreboard for people. */
final class RefereeText {

    private final PrintWriter out;

    RefereeText(PrintWriter out) {
        this.out = out;
    }

    void print(Scoreboard scores, Duration took) {
        var total = scores.total();
        double minutes = took.toMillis() / 60_000.0;
        line(
                "%.0f wearer-weeks in %.1f s: %.0f a minute; method %s, seed %d",
                total.wearerWeeks(),
                took.toMillis() / 1000.0,
                total.wearerWeeks() / minutes,
                scores.method(),
                scores.seed());
        line("");
        line(
                "Strained stretches found   %d of %d (95 %% interval %.0f to %.0f %%)",
                total.found(),
                total.stretches(),
                100 * total.foundInterval().low(),
                100 * total.foundInterval().high());
        total.delay()
                .ifPresent(delay -> line(
                        "  from onset to opening    median %s, 95th percentile %s",
                        words(delay.medianS()), words(delay.p95S())));
        line("Cravings found             %d of %d", total.cravingsFound(), total.cravings());
        if (!total.unknowable().isEmpty()) {
            line(
                    "Strained, but unknowable   %s",
                    total.unknowable().entrySet().stream()
                            .map(entry -> entry.getValue() + " " + plain(entry.getKey()))
                            .collect(Collectors.joining(", ")));
        }
        line(
                "Risk windows a week        %.1f, of them needless %.1f",
                total.windowsPerWeek(), total.needlessWindowsPerWeek());
        line(
                "  held                     %d too soon, %d over budget, %d in quiet hours, %d joined, %d as history",
                total.decided(Decision.HELD_AS_TOO_SOON),
                total.decided(Decision.HELD_AS_OVER_BUDGET),
                total.decided(Decision.HELD_IN_QUIET_HOURS),
                total.decided(Decision.JOINED),
                total.decided(Decision.HISTORY));
        line("  came to a decision point %.1f a week", total.decisionPointsPerWeek());
        line(
                "Windows asked about a week %.2f, of them needless %.2f; by quarter of the time %s",
                total.nudgesPerWeek(), total.needlessNudgesPerWeek(), byQuarter(total));
        line(
                "Prompts a week             %.2f asked for, %.2f on silence",
                total.askedPromptsPerWeek(), total.silencePromptsPerWeek());
        line("  needless                 %.2f a week", total.needlessPromptsPerWeek());
        line("Minutes unknown            %.0f %%", 100 * total.unknownShare());
        line(
                "Promises broken            %d stale, %d lost, %d doubled, %d over budget, %d after the window eased",
                total.stale(), total.lost(), total.doubled(), total.budgetExceeded(), total.promptsAfterEasing());
        line("");
        printDispositions(scores);
        printReliability(scores);
    }

    void print(HouseVerdict verdict) {
        line("");
        line(
                "In a real house: %d lives, %d frames, %d risk windows, %d nudges, %d prompts",
                verdict.lives(), verdict.frames(), verdict.windows(), verdict.nudges(), verdict.prompts());
        line(
                "Promises broken            %d stale, %d lost, %d doubled, %d over budget, %d after the window eased",
                verdict.stale(),
                verdict.lost(),
                verdict.doubled(),
                verdict.budgetExceeded(),
                verdict.promptsAfterEasing());
        line(
                verdict.differences().isEmpty()
                        ? "The house did what event time says it does."
                        : "The house and event time differ:");
        verdict.differences().forEach(difference -> line("  %s", difference));
    }

    private void printDispositions(Scoreboard scores) {
        line(
                "%-20s %6s %9s %9s %12s %12s %8s",
                "disposition", "weeks", "found", "delay", "needless win", "needless pr", "unknown");
        scores.byDisposition().forEach((disposition, tally) -> printRow(plain(disposition), tally));
        line("");
    }

    private void printRow(String name, Tally tally) {
        line(
                "%-20s %6.0f %9s %9s %10.1f/w %10.2f/w %6.0f %%",
                name,
                tally.wearerWeeks(),
                tally.found() + "/" + tally.stretches(),
                tally.delay().map(delay -> words(delay.medianS())).orElse("-"),
                tally.needlessWindowsPerWeek(),
                tally.needlessPromptsPerWeek(),
                100 * tally.unknownShare());
    }

    private void printReliability(Scoreboard scores) {
        line("%-12s %-12s %s", "predicted", "observed", "minutes");
        scores.reliability().forEach(bin -> line("%-12.3f %-12.4f %d", bin.predicted(), bin.observed(), bin.count()));
    }

    private static String byQuarter(Tally tally) {
        return tally.nudgesPerWeekByQuarter().stream()
                .map(nudges -> String.format(Locale.ROOT, "%.2f", nudges))
                .collect(Collectors.joining(", "));
    }

    private static String words(long seconds) {
        return seconds % 60 == 0
                ? seconds / 60 + " min"
                : String.format(Locale.ROOT, "%d:%02d min", seconds / 60, seconds % 60);
    }

    private static String plain(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private void line(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
        out.flush();
    }
}
