package org.handrail.companion.evaluation;

import java.util.Map;
import java.util.stream.Collectors;
import org.handrail.analytics.Why.Term;

/**
 * A window of which both the method and the study say something.
 *
 * @param deviations by the feature's name
 * @param offset log-odds that stay as they are: what is usual for the person
 */
record Example(String subject, Map<String, Double> deviations, double offset, boolean isStress) {

    private static final String PERSON = "PERSON";

    /**
     * One that counts as so many.
     *
     * @param share above 0
     */
    record Weighted(Example example, double share) {}

    Example {
        deviations = Map.copyOf(deviations);
    }

    static Example of(JudgedMinute known) {
        return new Example(
                known.subject(),
                known.evidence().stream()
                        .filter(term -> !term.feature().equals(PERSON))
                        .collect(Collectors.toMap(Term::feature, Term::deviation)),
                known.evidence().stream()
                        .filter(term -> term.feature().equals(PERSON))
                        .mapToDouble(Term::logOdds)
                        .sum(),
                known.is(JudgedMinute.STRESS));
    }
}
