package org.handrail.alerts;

import java.util.List;
import java.util.Optional;
import org.handrail.signals.MenteeId;
import org.handrail.signals.TimeWindow;

/** The prompts to mentors, and what they say to them. */
public interface Prompts {

    /** Prompts that this mentor can still take: open ones, and passed-on ones while nobody else has it. Oldest first. */
    List<Prompt> openFor(MentorId mentor);

    Optional<Prompt> find(PromptId prompt);

    /** Prompts raised in this window of time, newest first. */
    List<Prompt> historyFor(MenteeId mentee, TimeWindow window);

    /** Prompts to this mentor raised in this window of time, newest first. */
    List<Prompt> historyFor(MentorId mentor, TimeWindow window);

    /** The mentor's page has received it. A receipt for the courier, nothing more. */
    PromptResult markShown(PromptId prompt, MentorId mentor);

    /** The mentor has opened it. */
    PromptResult markOpened(PromptId prompt, MentorId mentor);

    /** "I have it." The first one wins, even after the deadline; prompts to others are stood down. */
    PromptResult acknowledge(PromptId prompt, MentorId mentor);

    /** "Can't right now": the next step is asked at once. */
    PromptResult handOver(PromptId prompt, MentorId mentor);

    /** What the mentor did, after "I have it". May be said again; the last one counts. */
    PromptResult respond(PromptId prompt, MentorId mentor, Prompt.Response response);
}
