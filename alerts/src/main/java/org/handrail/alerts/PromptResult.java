package org.handrail.alerts;

/** What became of a mentor's word on a prompt. The same word again has the same result and no second effect. */
public sealed interface PromptResult {

    record Done(Prompt prompt) implements PromptResult {}

    record Refused(Refusal reason) implements PromptResult {}

    /** Why a mentor's word changes nothing. */
    enum Refusal {
        UNKNOWN_PROMPT,
        NOT_YOUR_PROMPT,
        SOMEONE_ELSE_HAS_IT,
        STOOD_DOWN,
        ALREADY_ANSWERED,
        NOT_ACKNOWLEDGED
    }
}
