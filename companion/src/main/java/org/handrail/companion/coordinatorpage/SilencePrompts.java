package org.handrail.companion.coordinatorpage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.handrail.alerts.Escalation;
import org.handrail.alerts.Escalation.Cause;
import org.handrail.alerts.NudgeId;
import org.handrail.analytics.Labels.Meaning;

/**
 * Prompts to mentors because a question was left unanswered, by what the matter turned out to be.
 *
 * @param unknown of which nobody has said
 */
record SilencePrompts(int needed, int needless, int unknown) {

    /** @param matters what each question turned out to be about; absent where nobody said */
    static SilencePrompts of(List<Escalation> escalations, Map<UUID, Meaning> matters) {
        int needed = 0;
        int needless = 0;
        int unknown = 0;
        for (var escalation : escalations) {
            if (escalation.cause() == Cause.SILENCE) {
                int prompts = escalation.prompts().size();
                switch (meaning(escalation, matters)) {
                    case HARD -> needed += prompts;
                    case NOT_HARD -> needless += prompts;
                    case NEITHER -> unknown += prompts;
                }
            }
        }
        return new SilencePrompts(needed, needless, unknown);
    }

    private static Meaning meaning(Escalation escalation, Map<UUID, Meaning> matters) {
        return escalation
                .nudge()
                .map(NudgeId::value)
                .flatMap(nudge -> Optional.ofNullable(matters.get(nudge)))
                .orElse(Meaning.NEITHER);
    }

    int all() {
        return needed + needless + unknown;
    }
}
