package org.handrail.analytics.label;

import static org.assertj.core.api.Assertions.assertThat;

import org.handrail.analytics.Labels.Meaning;
import org.handrail.analytics.MentorOutcome;
import org.handrail.signals.Answer;
import org.handrail.signals.SelfReport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SaidTests {

    @ParameterizedTest
    @CsvSource({"OKAY, NOT_HARD", "ROUGH, HARD", "REACH_OUT, HARD"})
    void anAnswerSaysWhetherItWasHard(Answer.Choice choice, Meaning meaning) {
        assertThat(Said.of(choice).meaning()).isEqualTo(meaning);
    }

    @ParameterizedTest
    @CsvSource({
        "CRAVING, 10, HARD",
        "CRAVING, 7, HARD",
        "CRAVING, 6, NEITHER",
        "CRAVING, 4, NEITHER",
        "CRAVING, 3, NOT_HARD",
        "STRESS, 7, HARD",
        "STRESS, 0, NOT_HARD",
        "MOOD, 0, NEITHER",
        "SLEEP_QUALITY, 10, NEITHER"
    })
    void aCheckInSaysItFromSevenAndUpToThree(SelfReport.Subject subject, int level, Meaning meaning) {
        assertThat(Said.of(new SelfReport(subject, level)).meaning()).isEqualTo(meaning);
    }

    @ParameterizedTest
    @CsvSource({"REACHED, NEITHER", "WAS_FINE, NOT_HARD", "NEEDS_MORE, HARD", "COULD_NOT_REACH, NEITHER"})
    void aMentorWhoReachedNobodySaysNothingOnHowItWas(MentorOutcome.Found found, Meaning meaning) {
        assertThat(Said.of(found).meaning()).isEqualTo(meaning);
    }
}
