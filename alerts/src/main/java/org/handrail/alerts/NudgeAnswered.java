package org.handrail.alerts;

import java.time.Instant;
import org.handrail.signals.Answer;
import org.handrail.signals.MenteeId;

/** The mentee answered a nudge. */
public record NudgeAnswered(NudgeId nudge, MenteeId mentee, Answer.Choice choice, Instant pressedAt) {}
