package org.handrail.analytics.risk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.handrail.analytics.Why.Term;
import org.handrail.analytics.feature.Feature;

/** Evidence as one sentence that a mentor or mentee can read: what was seen, in everyday words, and no more. */
public final class PlainWords {

    private static final double WORTH_SAYING = 0.15;
    private static final int MOST_PARTS = 2;

    private PlainWords() {}

    /**
     * @param terms heaviest first
     * @param knowsStillness whether the wrist's movement was seen; otherwise nothing is said of it
     */
    public static String sentence(List<Term> terms, boolean knowsStillness) {
        String end = knowsStillness ? ", while sitting still." : ".";
        var parts = new ArrayList<String>();
        for (var term : terms) {
            String words = Arrays.stream(Feature.values())
                    .filter(feature -> feature.name().equals(term.feature()))
                    .map(PlainWords::words)
                    .findFirst()
                    .orElse("");
            boolean says = term.logOdds() >= WORTH_SAYING && !words.isEmpty() && !parts.contains(words);
            if (says && parts.size() < MOST_PARTS) {
                parts.add(words);
            }
        }
        if (parts.isEmpty()) {
            return "Several small signs of strain together" + end;
        }
        String joined = String.join(" and ", parts);
        return Character.toUpperCase(joined.charAt(0)) + joined.substring(1) + end;
    }

    private static String words(Feature feature) {
        return switch (feature) {
            case HEART_RATE -> "heart rate higher than usual for this hour";
            case LN_SKIN_LEVEL, SKIN_RISE -> "more tension in the skin than usual";
            case SKIN_SLOPE -> "tension in the skin rising";
            case SKIN_RESPONSES -> "many small starts in the skin";
            case LN_RMSSD -> "a heartbeat steadier than at rest";
            case LN_MOVEMENT -> "";
        };
    }
}
