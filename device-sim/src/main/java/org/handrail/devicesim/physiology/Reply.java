package org.handrail.devicesim.physiology;

import java.time.Duration;
import org.handrail.signals.Answer;

/** What a wearer presses when asked, and how long after. */
public record Reply(Answer.Choice choice, Duration after) {}
