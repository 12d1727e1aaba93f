package org.handrail.analytics.label;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.handrail.analytics.Labels;
import org.handrail.analytics.MenteeAnswered;
import org.handrail.analytics.MenteeReported;
import org.handrail.analytics.MentorOutcome;
import org.handrail.analytics.QuestionUnanswered;
import org.handrail.signals.MenteeId;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes down what is said, with what the method said then, and settles what it contradicts. */
final class KeptLabels implements Labels {

    private final LabelRows rows;
    private final WhatWasKnown known;
    private final TransactionTemplate transactions;

    KeptLabels(LabelRows rows, WhatWasKnown known, TransactionTemplate transactions) {
        this.rows = rows;
        this.known = known;
        this.transactions = transactions;
    }

    @Override
    public void tell(MenteeAnswered answer) {
        keep(answer.mentee(), Said.of(answer.choice()), answer.answeredAt(), answer.nudge());
    }

    @Override
    public void tell(QuestionUnanswered silence) {
        keep(silence.mentee(), Said.NOTHING, silence.at(), Optional.of(silence.nudge()));
    }

    @Override
    public void tell(MentorOutcome outcome) {
        keep(outcome.mentee(), Said.of(outcome.found()), outcome.at(), outcome.nudge());
    }

    void tell(MenteeReported reported) {
        keep(reported.mentee(), Said.of(reported.report()), reported.at(), Optional.empty());
    }

    private void keep(MenteeId mentee, Said said, Instant at, Optional<UUID> nudge) {
        transactions.executeWithoutResult(status -> {
            rows.lock(mentee);
            var told = Label.of(mentee, said, at, nudge, known.windowAt(mentee, at), known.scoreAt(mentee, at));
            var stored = rows.put(told);
            SameMatter.settle(stored, rows.near(stored)).forEach(rows::supersede);
        });
    }
}
