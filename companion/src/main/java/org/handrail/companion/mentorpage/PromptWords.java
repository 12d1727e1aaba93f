package org.handrail.companion.mentorpage;

import org.handrail.alerts.Escalation;

/** What to say about a prompt, and what to say first to the person it is about. Never leads with what was measured. */
record PromptWords(String headline, String openingWords) {

    static PromptWords of(Escalation.Cause cause, String name) {
        return switch (cause) {
            case ASKED_FOR_COMPANY ->
                new PromptWords(
                        name + " asked for you",
                        "Hey " + name + ", I’m here. Do you want to talk, or shall I just stay on the line with you?");
            case SILENCE ->
                new PromptWords(
                        name + " could use a hello", "Hey " + name + ", you came to my mind. How is your day going?");
        };
    }
}
