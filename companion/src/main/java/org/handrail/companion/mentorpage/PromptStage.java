package org.handrail.companion.mentorpage;

/** Where a prompt stands for the mentor who looks at it. */
enum PromptStage {
    /** Waits for this mentor's word. */
    ASKED,
    /** This mentor has it. */
    YOURS,
    /** Handed over, and nobody has it yet: this mentor may still take it. */
    HANDED_ON,
    SOMEONE_ELSE_HAS_IT,
    /** Nobody needs to come. */
    OVER,
    /** The mentee does not share it with this mentor any more. */
    NOT_SHARED
}
