package org.handrail.companion.clinicianpage;

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
                why.terms().stream().limit(MOST_TERMS).map(WindowLines::term).toList(),
                why.missing().stream().map(stream -> stream.replace('-', ' ')).toList(),
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

    private static Term term(Why.Term term) {
        return new Term(
                name(term.feature()),
                String.format(
                        Locale.ROOT,
                        "%+.1f spreads from this person’s usual, weight %+.2f",
                        term.deviation(),
                        term.logOdds()));
    }

    /** A feature that has no words yet is shown by its own name rather than left out. */
    private static String name(String feature) {
        return switch (feature) {
            case "HEART_RATE" -> "Heart rate";
            case "LN_RMSSD" -> "Beat-to-beat variability (ln RMSSD)";
            case "LN_SKIN_LEVEL" -> "Skin conductance level (ln)";
            case "SKIN_SLOPE" -> "Slope of skin conductance";
            case "SKIN_RESPONSES" -> "Skin conductance responses";
            case "LN_MOVEMENT" -> "Movement (ln)";
            default -> feature;
        };
    }
}
