package org.handrail.analytics.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.UUID;
import org.handrail.signals.Answer;
import org.handrail.signals.Answer.Choice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnswersSoFarTests {

    @Test
    void whoWasNeverAskedIsNeitherAskedMoreNorLess() {
        assertThat(AnswersSoFar.NONE.term().logOdds()).isZero();
    }

    @Test
    void ofTwentyAnswersHalfCounts() {
        assertThat(new AnswersSoFar(15, 5).term().logOdds()).isCloseTo(0.5 * Math.log(16.0 / 6), within(1e-12));
    }

    @Test
    void whoSaysOkayIsAskedLessAndWhoSaysItIsRoughSooner() {
        assertThat(heard(AnswersSoFar.NONE, Choice.OKAY, 5).term().logOdds()).isBetween(-0.5, -0.1);
        assertThat(heard(AnswersSoFar.NONE, Choice.ROUGH, 5).term().logOdds()).isBetween(0.1, 0.5);
    }

    @ParameterizedTest
    @EnumSource(names = {"ROUGH", "REACH_OUT"})
    void everyAnswerButOkayIsAHardStretch(Choice choice) {
        assertThat(heard(AnswersSoFar.NONE, choice, 1)).isEqualTo(new AnswersSoFar(1, 0));
    }

    @Test
    void aWishForCompanyOfOnesOwnAccordAnswersNothing() {
        var wish = new Answer(Optional.empty(), Choice.REACH_OUT);

        assertThat(AnswersSoFar.NONE.hear(wish)).isEqualTo(AnswersSoFar.NONE);
    }

    @Test
    void aHundredAnswersAreForgottenOverTheNextFew() {
        var rough = heard(AnswersSoFar.NONE, Choice.ROUGH, 100);
        var since = heard(rough, Choice.OKAY, 100);

        assertThat(rough.hard() + rough.okay()).isLessThanOrEqualTo(60);
        assertThat(since.term().logOdds()).isNegative();
    }

    private static AnswersSoFar heard(AnswersSoFar before, Choice choice, int times) {
        var answers = before;
        for (int i = 0; i < times; i++) {
            answers = answers.hear(new Answer(Optional.of(new UUID(0, i)), choice));
        }
        return answers;
    }
}
