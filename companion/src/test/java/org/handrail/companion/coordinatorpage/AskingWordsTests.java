package org.handrail.companion.coordinatorpage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.handrail.alerts.Escalation;
import org.handrail.alerts.Escalation.Cause;
import org.handrail.alerts.EscalationId;
import org.handrail.alerts.EscalationState;
import org.handrail.alerts.MentorId;
import org.handrail.alerts.NudgeId;
import org.handrail.alerts.Prompt;
import org.handrail.alerts.PromptId;
import org.handrail.alerts.PromptState;
import org.handrail.analytics.Judgement;
import org.handrail.analytics.Labels.Meaning;
import org.handrail.analytics.Reliability;
import org.handrail.analytics.Reliability.Bin;
import org.handrail.analytics.Reliability.WithinPerson;
import org.handrail.analytics.Share;
import org.handrail.signals.MenteeId;
import org.junit.jupiter.api.Test;

class AskingWordsTests {

    private static final Instant AT = Instant.parse("2026-11-18T20:00:00Z");
    private static final SilencePrompts NONE = new SilencePrompts(0, 0, 0);
    private static final WithinPerson NOBODY = new WithinPerson(OptionalDouble.empty(), 0);

    @Test
    void questionsAreCountedWithTheLimitsOfWhatTheyTell() {
        var sheet = AskingWords.of(judgement(30, 11, 24, 20), new SilencePrompts(3, 8, 0));

        assertThat(sheet.figures())
                .containsExactly(
                        "Of 41 questions 30 were answered; 24 times it was a hard stretch (80 %, 95 % interval 63 to 90 %)."
                                + " How it was the other 11 times is unknown, unless somebody said so later.",
                        "11 prompts to mentors because a question was left open: 3 in a hard stretch, 8 needless,"
                                + " 0 unknown. Needless prompts: 0.4 for each person-week.");
    }

    @Test
    void nothingIsMadeOfNothing() {
        var sheet = AskingWords.of(judgement(0, 0, 0, 0), NONE);

        assertThat(sheet.figures())
                .containsExactly(
                        "No question has been asked and answered, or left open, in these weeks.",
                        "No mentor was asked because a question was left open.");
        assertThat(sheet.trust())
                .singleElement()
                .asString()
                .startsWith("Not enough answers yet")
                .endsWith("0 were told.");
        assertThat(sheet.rows()).isEmpty();
    }

    @Test
    void silenceAloneSaysNothingOfHowItWas() {
        assertThat(AskingWords.of(judgement(0, 1, 0, 1), NONE).figures())
                .contains("Of 1 question 0 were answered. How often it was a hard stretch is unknown.");
    }

    @Test
    void promptsOfWhichNobodyHasSaidAreUnknownAndBoundWhatIsNeedless() {
        assertThat(AskingWords.of(judgement(1, 3, 1, 4), new SilencePrompts(0, 1, 2))
                        .figures()
                        .get(1))
                .endsWith("Needless prompts: 0.3 for each person-week, 0.8 if all of the unknown ones were.");
        assertThat(AskingWords.of(judgement(1, 3, 1, 0.2), new SilencePrompts(0, 1, 2))
                        .figures()
                        .get(1))
                .endsWith("Too few days were recorded to say how many that is a week.");
    }

    @Test
    void whatWasForetoldStandsBesideWhatWasSaid() {
        var bins = List.of(new Bin(0.2, 0.4, 0.31, new Share(6, 19)), new Bin(0.6, 0.8, 0.708, new Share(30, 40)));
        var judgement = new Judgement(
                0,
                0,
                new Share(0, 0),
                Map.of(),
                8,
                new Share(50, 90),
                Optional.of(new Reliability(59, 0.183, bins)),
                new WithinPerson(OptionalDouble.of(0.79), 3));

        var sheet = AskingWords.of(judgement, NONE);

        assertThat(sheet.trust())
                .containsExactly(
                        "Held against 59 words of mentees and mentors so far, each foretold from those before it."
                                + " Brier score 0.18; 0 is perfect, 0.25 is a coin.",
                        "Of a hard and another moment of the same person, the hard one had the higher score 79 % of the"
                                + " time (3 people; 50 % is a coin).");
        assertThat(sheet.rows())
                .containsExactly(
                        new AskingSheet.Row("20 to 40 %", "31 %", "32 %", "6 of 19; 15 to 54 %"),
                        new AskingSheet.Row("60 to 80 %", "71 %", "75 %", "30 of 40; 60 to 86 %"));
    }

    @Test
    void onlyPromptsOnSilenceAreCountedEachByWhatItsQuestionTurnedOutToBe() {
        var hard = UUID.randomUUID();
        var fine = UUID.randomUUID();
        var escalations = List.of(
                walked(Cause.SILENCE, hard, 1),
                walked(Cause.SILENCE, fine, 2),
                walked(Cause.SILENCE, UUID.randomUUID(), 3),
                walked(Cause.SILENCE, fine, 0),
                walked(Cause.ASKED_FOR_COMPANY, fine, 5));

        assertThat(SilencePrompts.of(escalations, Map.of(hard, Meaning.HARD, fine, Meaning.NOT_HARD)))
                .isEqualTo(new SilencePrompts(1, 2, 3));
    }

    private static Judgement judgement(int answered, int unanswered, int hard, double weeks) {
        return new Judgement(
                answered,
                unanswered,
                new Share(hard, answered),
                Map.of(),
                weeks,
                new Share(hard, answered),
                Optional.empty(),
                NOBODY);
    }

    private static Escalation walked(Cause cause, UUID nudge, int prompts) {
        var mentee = new MenteeId(new UUID(1, 1));
        var id = new EscalationId(UUID.randomUUID());
        var prompt = new Prompt(
                new PromptId(UUID.randomUUID()),
                id,
                mentee,
                new MentorId(new UUID(2, 1)),
                1,
                cause,
                "Invented.",
                AT,
                AT,
                AT,
                UUID.randomUUID(),
                PromptState.ACKNOWLEDGED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new Escalation(
                id,
                mentee,
                Optional.of(new NudgeId(nudge)),
                cause,
                "Invented.",
                AT,
                AT,
                AT,
                EscalationState.ACKNOWLEDGED,
                Optional.empty(),
                Optional.empty(),
                Collections.nCopies(prompts, prompt),
                List.of());
    }
}
