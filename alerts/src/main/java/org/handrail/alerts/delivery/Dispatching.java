package org.handrail.alerts.delivery;

import java.time.Instant;
import org.handrail.alerts.MentorId;
import org.handrail.alerts.PromptId;

/** Puts a prompt on its ways to a mentor. */
public interface Dispatching {

    void dispatch(PromptId prompt, MentorId mentor, Instant now);

    /** The mentor's page reports that it shows the prompt. Said again, it changes nothing. */
    void shownOnLivePage(PromptId prompt, Instant now);
}
