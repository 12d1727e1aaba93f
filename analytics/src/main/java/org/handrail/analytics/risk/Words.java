package org.handrail.analytics.risk;

import java.util.Optional;
import org.handrail.analytics.Why.Term;

/** What each term is called in a sentence to a mentor or a mentee. Nothing clinical, and nothing that blames. */
final class Words {

    /** The term for all that the wrist showed, taken together. */
    static final String STRAIN = "STRAIN";

    private Words() {}

    /** Only where the deviation is in the direction that the words speak of. */
    static Optional<String> ofTheWrist(Term term, Voice voice) {
        boolean isLower = term.feature().equals("LN_RMSSD");
        return isLower == term.deviation() < 0 ? ofFeature(term.feature(), voice) : Optional.empty();
    }

    private static Optional<String> ofFeature(String feature, Voice voice) {
        String usual = voice == Voice.MENTEE ? "your usual" : "usual";
        return Optional.ofNullable(
                switch (feature) {
                    case "HEART_RATE" -> "heart rate higher than " + usual + " for this hour";
                    case "LN_SKIN_LEVEL" -> "more tension in the skin than " + usual;
                    case "SKIN_SLOPE", "SKIN_RISE" -> "tension in the skin rising";
                    case "SKIN_RESPONSES" -> "many small starts in the skin";
                    case "LN_RMSSD" -> "a heartbeat steadier than at rest";
                    default -> null;
                });
    }

    static Optional<String> besides(Term term, Voice voice) {
        boolean isMentee = voice == Voice.MENTEE;
        return Optional.ofNullable(
                switch (term.feature()) {
                    case "PRIOR" -> isMentee ? "an hour that is often hard for you" : "an hour that is often hard";
                    case "SLEEP_SHORT" -> "a short night";
                    case "SLEEP_RESTLESS" -> "a restless night";
                    case "SLEEP_IRREGULAR" -> "irregular sleep these days";
                    case "SLEEP_DEBT" -> "too little sleep these two weeks";
                    case "CRAVING_SAID", "STRESS_SAID" ->
                        isMentee ? "the hard moment you told of at a check-in" : "a hard moment told of at a check-in";
                    case "UNANSWERED" -> "days without a check-in";
                    case "SINCE_CONTACT" ->
                        isMentee ? "some days since you were in touch" : "some days since the last contact";
                    default -> null;
                });
    }
}
