package org.handrail.analytics;

import java.util.List;

/**
 * Why a risk window opened: one sentence in plain words, and the weighed terms behind it for those who ask further.
 *
 * @param sentence for mentor and mentee; free of clinical words
 * @param terms by weight, heaviest first
 * @param missing streams that could not speak, by topic name
 * @param confidence share of the evidence that could speak while it opened, 0 to 1
 * @param method the version of the rule set that decided
 */
public record Why(String sentence, List<Term> terms, List<String> missing, double confidence, String method) {

    /**
     * One piece of evidence.
     *
     * @param feature the feature's name
     * @param deviation distance from the personal baseline in the person's own spread
     * @param logOdds what it added to the log-odds of strain
     */
    public record Term(String feature, double deviation, double logOdds) {}

    public Why {
        terms = List.copyOf(terms);
        missing = List.copyOf(missing);
    }
}
