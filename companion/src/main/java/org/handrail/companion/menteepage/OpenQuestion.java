package org.handrail.companion.menteepage;

import org.handrail.alerts.NudgeId;

/** A nudge that waits for its answer. */
record OpenQuestion(NudgeId id, String why, String asked, String until) {}
