package org.handrail.companion.clinicianpage;

import java.util.List;
import org.handrail.analytics.RiskWindow;
import org.handrail.analytics.RiskWindowClosed.Ending;
import org.handrail.analytics.Why;
import org.handrail.companion.web.PlainTimes;

/** Risk windows with what spoke for them and what could not speak. */
record WindowLines(List<Line> lines) {

    private static final int MOST_TERMS = 3;

    /**
     * @param missing streams that were not there to speak
     * @param method the version of the rule set that decided
     */
    record Line(String when, String sentence, List<Term> terms, List<String> missing, String method) {}

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
                why.terms().stream()
                        .limit(MOST_TERMS)
                        .map(term -> new Term(TermWords.name(term.feature()), TermWords.figures(term, why.terms())))
                        .toList(),
                why.missing().stream().map(TermWords::missing).toList(),
                why.method());
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
