package org.handrail.alerts.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.handrail.alerts.EscalationState;
import org.handrail.alerts.MentorId;
import org.handrail.alerts.PromptResult.Refusal;
import org.handrail.alerts.PromptState;
import org.handrail.alerts.escalation.MentorsWord.Becomes;
import org.handrail.alerts.escalation.MentorsWord.Refuse;
import org.handrail.alerts.escalation.MentorsWord.Ruling;
import org.handrail.alerts.escalation.MentorsWord.StaysAsItIs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MentorsWordTests {

    private final MentorId mentor = Sample.mentor();

    @ParameterizedTest(name = "{0} in {1}: {2}")
    @CsvSource({
        "RAISED,       WALKING,      takes",
        "OPENED,       WALKING,      takes",
        "PASSED_ON,    WALKING,      takes",
        "HANDED_OVER,  WALKING,      takes",
        "PASSED_ON,    EXHAUSTED,    takes",
        "HANDED_OVER,  EXHAUSTED,    takes",
        "ACKNOWLEDGED, ACKNOWLEDGED, same",
        "PASSED_ON,    ACKNOWLEDGED, SOMEONE_ELSE_HAS_IT",
        "STOOD_DOWN,   ACKNOWLEDGED, SOMEONE_ELSE_HAS_IT",
        "PASSED_ON,    TAKEN_OVER,   SOMEONE_ELSE_HAS_IT",
        "STOOD_DOWN,   STOOD_DOWN,   STOOD_DOWN",
        "PASSED_ON,    STOOD_DOWN,   STOOD_DOWN",
        "STOOD_DOWN,   WALKING,      STOOD_DOWN"
    })
    void iHaveIt(PromptState prompt, EscalationState escalation, String expected) {
        assertThat(MentorsWord.acknowledged(Sample.prompt(1, mentor, prompt), escalation, mentor))
                .isEqualTo(ruling(expected, PromptState.ACKNOWLEDGED));
    }

    @ParameterizedTest(name = "{0} in {1}: {2}")
    @CsvSource({
        "RAISED,       WALKING,      takes",
        "OPENED,       WALKING,      takes",
        "HANDED_OVER,  WALKING,      same",
        "PASSED_ON,    WALKING,      same",
        "PASSED_ON,    EXHAUSTED,    same",
        "ACKNOWLEDGED, ACKNOWLEDGED, ALREADY_ANSWERED",
        "STOOD_DOWN,   ACKNOWLEDGED, SOMEONE_ELSE_HAS_IT",
        "STOOD_DOWN,   STOOD_DOWN,   STOOD_DOWN"
    })
    void iCannotRightNow(PromptState prompt, EscalationState escalation, String expected) {
        assertThat(MentorsWord.handedOver(Sample.prompt(1, mentor, prompt), escalation, mentor))
                .isEqualTo(ruling(expected, PromptState.HANDED_OVER));
    }

    @Test
    void openingMattersOnlyOnce() {
        assertThat(MentorsWord.opened(Sample.prompt(1, mentor, PromptState.RAISED), mentor))
                .isEqualTo(new Becomes(PromptState.OPENED));
        assertThat(MentorsWord.opened(Sample.prompt(1, mentor, PromptState.PASSED_ON), mentor))
                .isEqualTo(new StaysAsItIs());
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("everything")
    void nobodyElseMaySpeak(PromptState prompt, EscalationState escalation) {
        var refused = new Refuse(Refusal.NOT_YOUR_PROMPT);
        var row = Sample.prompt(1, mentor, prompt);
        assertThat(MentorsWord.acknowledged(row, escalation, Sample.mentor())).isEqualTo(refused);
        assertThat(MentorsWord.handedOver(row, escalation, Sample.mentor())).isEqualTo(refused);
        assertThat(MentorsWord.opened(row, Sample.mentor())).isEqualTo(refused);
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("everything")
    void everyRulingIsALegalChange(PromptState prompt, EscalationState escalation) {
        var row = Sample.prompt(1, mentor, prompt);
        Stream.of(
                        MentorsWord.acknowledged(row, escalation, mentor),
                        MentorsWord.handedOver(row, escalation, mentor),
                        MentorsWord.opened(row, mentor))
                .filter(Becomes.class::isInstance)
                .map(Becomes.class::cast)
                .forEach(becomes -> assertThat(prompt.mayBecome(becomes.next())).isTrue());
    }

    static Stream<Object[]> everything() {
        return Arrays.stream(PromptState.values())
                .flatMap(prompt ->
                        Arrays.stream(EscalationState.values()).map(escalation -> new Object[] {prompt, escalation}));
    }

    private static Ruling ruling(String expected, PromptState next) {
        return switch (expected) {
            case "takes" -> new Becomes(next);
            case "same" -> new StaysAsItIs();
            default -> new Refuse(Refusal.valueOf(expected));
        };
    }
}
