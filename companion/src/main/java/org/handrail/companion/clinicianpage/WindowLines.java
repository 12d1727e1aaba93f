package org.handrail.companion.clinicianpage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.handrail.analytics.RiskWindow;
import org.handrail.analytics.RiskWindowClosed.Ending;
import org.handrail.analytics.Why;
import org.handrail.companion.web.PlainTimes;

/** Risk windows with what spoke for them and what could not speak. */
record WindowLines(List<Line> lines) {

    private static final int MOST_TERMS = 3;

    /**
     * @param strength how strong, how sure, and whether it was worth a question
     * @param missing streams that were not there to speak
     * @param method the version of the rule set that decided
     */
    record Line(String when, String sentence, String strength, List<Term> terms, List<String> missing, String method) {}

    record Term(String name, String figures) {}

    /** Newest first. */
    static WindowLines of(List<RiskWindow> windows, PlainTimes times) {
        return new WindowLines(windows.stream()
                .sorted((one, other) -> other.start().compareTo(one.start()))
                .map(window -> line(window, times))
                .toList());
    }

    private static Line line(RiskWindow window, PlainTimes times) {
        Why why = window.why();
        return new Line(
                when(window, times),
                why.sentence(),
                strength(window, times),
                why.terms().stream()
                        .limit(MOST_TERMS)
                        .map(term -> new Term(TermWords.name(term.feature()), TermWords.figures(term, why.terms())))
                        .toList(),
                why.missing().stream().map(TermWords::missing).toList(),
                why.method());
    }

    private static String strength(RiskWindow window, PlainTimes times) {
        var parts = new ArrayList<String>();
        window.strength()
                .map(peak -> String.format(
                        Locale.ROOT, "strongest: %s (%.2f of 1)", times.at(peak.peakAt()), peak.severity()))
                .ifPresent(parts::add);
        if (!Double.isNaN(window.why().confidence())) {
            parts.add(String.format(
                    Locale.ROOT,
                    "%.0f %% of the evidence could speak",
                    100 * window.why().confidence()));
        }
        parts.add(window.decisionPoint()
                .map(at -> "worth a question: " + times.at(at))
                .orElse("not worth a question"));
        String joined = String.join("; ", parts);
        return Character.toUpperCase(joined.charAt(0)) + joined.substring(1) + ".";
    }

    private static String when(RiskWindow window, PlainTimes times) {
        String span = window.end()
                .map(end -> times.span(window.start(), end))
                .orElseGet(() -> times.at(window.start()) + ", not ended");
        return span
                + (window.ending().filter(how -> how == Ending.UNKNOWN).isPresent()
                        ? "; the evidence ended first"
                        : "");
    }
}
