package org.handrail.alerts;

/** A mentor is asked to look in on someone. The live page shows it and reports {@link Prompts#markShown}. */
public record PromptRaised(PromptId prompt, MentorId mentor) {}
