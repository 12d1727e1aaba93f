package org.handrail.companion.command;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.handrail.analytics.MinuteRecord;
import org.handrail.analytics.RiskWindow;
import org.handrail.analytics.RiskWindowClosed.Ending;
import org.handrail.analytics.Why;
import org.handrail.companion.audit.Explanation;
import org.handrail.companion.audit.Recomputed;
import org.handrail.companion.audit.TermWords;

/** A risk window's explanation for people. Nobody is named in it. */
final class ExplanationText {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private final PrintWriter out;

    ExplanationText(PrintWriter out) {
        this.out = out;
    }

    void list(List<RiskWindow> windows) {
        if (windows.isEmpty()) {
            out.println("This house has stored no risk window.");
        }
        for (var window : windows) {
            out.printf(
                    "%s  opened %s UTC  method %s%n",
                    window.id(),
                    DAY.format(window.openedAt().atZone(ZoneOffset.UTC)),
                    window.why().method());
        }
        out.flush();
    }

    void print(Explanation explanation) {
        printWindow(explanation);
        printTerms(explanation);
        printMinutes(explanation);
        printVerdict(explanation);
        out.flush();
    }

    private void printWindow(Explanation explanation) {
        var window = explanation.stored();
        var zone = explanation.zone();
        out.printf(
                "Risk window %s, decided by method %s%n",
                window.id(), window.why().method());
        out.println("  Why       " + window.why().sentence());
        out.printf("  Began     %s (%s)%n", DAY.format(window.start().atZone(zone)), zone);
        out.println("  Opened    " + clock(window.openedAt(), zone));
        out.println("  Asked     "
                + explanation
                        .recomputed()
                        .flatMap(Recomputed::point)
                        .map(point -> "from " + clock(point.at(), zone) + " on the mentee may be asked")
                        .orElse("at no time: no decision point was reached"));
        explanation
                .recomputed()
                .flatMap(Recomputed::silentSince)
                .ifPresent(since -> out.println("  Silent    the wrist fell silent at " + clock(since, zone)));
        out.println("  Ended     " + ending(window, zone));
        out.println("  Missing   "
                + (window.why().missing().isEmpty()
                        ? "nothing"
                        : String.join(", ", window.why().missing())));
    }

    private static String ending(RiskWindow window, ZoneId zone) {
        return window.end()
                .map(end -> clock(end, zone)
                        + (window.ending().filter(how -> how == Ending.UNKNOWN).isPresent()
                                ? ", as unknown: the evidence ended first"
                                : ", eased"))
                .orElse("not yet, as far as the record goes");
    }

    private void printTerms(Explanation explanation) {
        out.printf("%nWhat was weighed%30s%10s   %s%n", "deviation", "log-odds", "in the minute that decided");
        for (var term : explanation.stored().why().terms()) {
            var measured = explanation
                    .recomputed()
                    .flatMap(window -> explanation
                            .deciding()
                            .map(minute -> TermWords.inPlainUnits(term.feature(), minute, window.usual())))
                    .orElse("");
            String line = String.format(
                    Locale.ROOT,
                    "  %-32s%+12.2f%+10.2f   %s",
                    TermWords.name(term.feature()),
                    term.deviation(),
                    term.logOdds(),
                    measured);
            out.println(line.stripTrailing());
        }
    }

    private void printMinutes(Explanation explanation) {
        out.printf("%nMinute by minute%n");
        for (var line : explanation.minutes()) {
            out.println("  %s  %s%s"
                    .formatted(
                            clock(line.start(), explanation.zone()),
                            said(line.minute()),
                            line.isSame() ? "" : "   DIFFERS"));
        }
    }

    private static String said(MinuteRecord minute) {
        String state = minute.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        if (Double.isNaN(minute.likelihood())) {
            return "%-12s    ?".formatted(state);
        }
        String heaviest =
                minute.evidence().stream().limit(3).map(ExplanationText::said).collect(Collectors.joining(", "));
        return String.format(Locale.ROOT, "%-12s %.2f   %s", state, minute.likelihood(), heaviest)
                .stripTrailing();
    }

    private static String said(Why.Term term) {
        return String.format(Locale.ROOT, "%s %+.2f", TermWords.name(term.feature()), term.logOdds());
    }

    private void printVerdict(Explanation explanation) {
        out.println();
        if (explanation.isSame()) {
            out.printf(
                    "Stored and recomputed are the same, bit for bit: the window and %d minutes around it.%n",
                    explanation.minutes().size());
        } else {
            out.println("Stored and recomputed differ:");
            explanation.differences().forEach(difference -> out.println("  " + difference));
        }
        if (explanation.keptWithoutEvidence() > 0) {
            out.printf(
                    "Of %d of these minutes the record keeps all but what each term added.%n",
                    explanation.keptWithoutEvidence());
        }
    }

    private static String clock(Instant instant, ZoneId zone) {
        return CLOCK.format(instant.atZone(zone));
    }
}
