package org.handrail.analytics;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.handrail.analytics.Labels.Meaning;

/**
 * The method held to what people said. What cannot be told is empty.
 *
 * @param answered questions of the span that were answered
 * @param unanswered that were not; one that still waits is neither
 * @param hard how many of the answered ones were not "I'm okay"
 * @param matters what each question turned out to be about, by the latest word on it; absent where nobody said
 * @param personWeeks from the first to the last recorded minute of each mentee in the span, together
 * @param hardWords words by the end of the span that call a moment hard, of all by which the method can be judged
 * @param reliability empty without enough of them
 */
public record Judgement(
        int answered,
        int unanswered,
        Share hard,
        Map<UUID, Meaning> matters,
        double personWeeks,
        Share hardWords,
        Optional<Reliability> reliability,
        Reliability.WithinPerson withinPerson) {

    public Judgement {
        matters = Map.copyOf(matters);
    }

    public int asked() {
        return answered + unanswered;
    }
}
