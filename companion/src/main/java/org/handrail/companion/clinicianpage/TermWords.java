package org.handrail.companion.clinicianpage;

import java.util.List;
import java.util.Locale;
import org.handrail.analytics.Why;

/** What spoke for a strained stretch, for a clinician: each term by its name, with its deviation and its share. */
final class TermWords {

    private TermWords() {}

    /** A term that has no words yet is shown by its own name rather than left out. */
    static String name(String term) {
        return switch (term) {
            case "HEART_RATE" -> "Heart rate";
            case "LN_RMSSD" -> "Beat-to-beat variability (ln RMSSD)";
            case "LN_SKIN_LEVEL" -> "Skin conductance level (ln)";
            case "SKIN_SLOPE" -> "Slope of skin conductance";
            case "SKIN_RISE" -> "Rise of skin conductance over 20 minutes (ln)";
            case "SKIN_RESPONSES" -> "Skin conductance responses";
            case "LN_MOVEMENT" -> "Movement (ln)";
            case "ANSWERS" -> "How earlier questions were answered";
            case "PERSON" -> "What is ordinary for this person";
            case "STRAIN" -> "Strain at the wrist, all signs together";
            case "PRIOR" -> "This hour and weekday, by earlier self-reports";
            case "SLEEP_SHORT" -> "Short sleep, last night";
            case "SLEEP_RESTLESS" -> "Low sleep efficiency, last night";
            case "SLEEP_IRREGULAR" -> "Irregular sleep (SRI)";
            case "SLEEP_DEBT" -> "Sleep debt, 14 days";
            case "CRAVING_SAID" -> "Self-reported craving";
            case "STRESS_SAID" -> "Self-reported stress";
            case "UNANSWERED" -> "Days without a check-in";
            case "SINCE_CONTACT" -> "Days since the last contact";
            default -> term;
        };
    }

    /**
     * Deviation, log-odds and the share of all that was weighed, whether it spoke for strain or against it.
     *
     * @param all terms of the same window
     */
    static String figures(Why.Term term, List<Why.Term> all) {
        String deviation = isInSpreads(term)
                ? String.format(Locale.ROOT, "%+.1f spreads from this person’s usual, ", term.deviation())
                : "";
        double weighed =
                all.stream().mapToDouble(one -> Math.abs(one.logOdds())).sum();
        String share =
                weighed == 0 ? "" : ", " + Math.round(100 * Math.abs(term.logOdds()) / weighed) + " % of the weight";
        return deviation + String.format(Locale.ROOT, "log-odds %+.2f", term.logOdds()) + share;
    }

    /** What was said, and how long ago, is in no spread. */
    private static boolean isInSpreads(Why.Term term) {
        return switch (term.feature()) {
            case "PERSON", "ANSWERS", "STRAIN", "PRIOR", "CRAVING_SAID", "STRESS_SAID", "UNANSWERED", "SINCE_CONTACT" ->
                false;
            default -> !Double.isNaN(term.deviation());
        };
    }

    /** @param stream by topic name */
    static String missing(String stream) {
        return switch (stream) {
            case "beats" -> "beat-to-beat intervals";
            case "motion" -> "movement";
            default -> stream.replace('-', ' ');
        };
    }
}
