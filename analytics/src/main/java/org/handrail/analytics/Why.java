package org.handrail.analytics;

import java.util.List;
import java.util.Optional;
import org.handrail.analytics.risk.PlainWords;
import org.handrail.signals.StreamKind;

/**
 * Why a risk window opened: one sentence in plain words, and the weighed terms behind it for those who ask further.
 *
 * @param sentence for the mentor; free of clinical words
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

    /** The sentence as it is said to the mentee, of what is "your usual". */
    public String toTheMentee() {
        return terms.isEmpty()
                ? sentence
                : PlainWords.toTheMentee(terms, !missing.contains(StreamKind.MOTION.topicName()));
    }

    /** Which of the watch's sensors said nothing, as a sentence; empty where all spoke. */
    public Optional<String> unheard() {
        return PlainWords.unheard(missing);
    }
}
