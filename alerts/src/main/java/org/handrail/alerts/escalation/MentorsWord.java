package org.handrail.alerts.escalation;

import org.handrail.alerts.EscalationState;
import org.handrail.alerts.MentorId;
import org.handrail.alerts.Prompt;
import org.handrail.alerts.PromptResult.Refusal;
import org.handrail.alerts.PromptState;

/** What a mentor's word on a prompt does: change it, change nothing because it was said before, or nothing at all. */
final class MentorsWord {

    private MentorsWord() {}

    sealed interface Ruling {}

    record Becomes(PromptState next) implements Ruling {}

    record StaysAsItIs() implements Ruling {}

    record Refuse(Refusal reason) implements Ruling {}

    static Ruling opened(Prompt prompt, MentorId mentor) {
        if (!prompt.mentor().equals(mentor)) {
            return new Refuse(Refusal.NOT_YOUR_PROMPT);
        }
        return prompt.state() == PromptState.RAISED ? new Becomes(PromptState.OPENED) : new StaysAsItIs();
    }

    /** The first "I have it" wins, whether or not its deadline has passed; also when every step was tried. */
    static Ruling acknowledged(Prompt prompt, EscalationState escalation, MentorId mentor) {
        if (!prompt.mentor().equals(mentor)) {
            return new Refuse(Refusal.NOT_YOUR_PROMPT);
        }
        return switch (prompt.state()) {
            case ACKNOWLEDGED -> new StaysAsItIs();
            case STOOD_DOWN -> new Refuse(closed(escalation));
            case RAISED, OPENED, PASSED_ON, HANDED_OVER ->
                escalation.isOpen() ? new Becomes(PromptState.ACKNOWLEDGED) : new Refuse(closed(escalation));
        };
    }

    static Ruling handedOver(Prompt prompt, EscalationState escalation, MentorId mentor) {
        if (!prompt.mentor().equals(mentor)) {
            return new Refuse(Refusal.NOT_YOUR_PROMPT);
        }
        return switch (prompt.state()) {
            case RAISED, OPENED -> new Becomes(PromptState.HANDED_OVER);
            case HANDED_OVER, PASSED_ON -> new StaysAsItIs();
            case ACKNOWLEDGED -> new Refuse(Refusal.ALREADY_ANSWERED);
            case STOOD_DOWN -> new Refuse(closed(escalation));
        };
    }

    private static Refusal closed(EscalationState escalation) {
        return switch (escalation) {
            case ACKNOWLEDGED, TAKEN_OVER -> Refusal.SOMEONE_ELSE_HAS_IT;
            case WALKING, EXHAUSTED, EASED, STOOD_DOWN -> Refusal.STOOD_DOWN;
        };
    }
}
