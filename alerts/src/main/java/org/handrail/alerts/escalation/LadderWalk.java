package org.handrail.alerts.escalation;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.handrail.alerts.Escalation;
import org.handrail.alerts.Escalation.Exhausted;
import org.handrail.alerts.Escalation.SkippedStep;
import org.handrail.alerts.MentorId;
import org.handrail.alerts.Mentorship;
import org.handrail.alerts.Prompt;

/**
 * Which step of the ladder comes next: the lowest whose step and whose mentor have not been tried. The ladder may change
 * while it is walked, so it is given as it is now. After the time worth acting on nobody new is asked.
 */
final class LadderWalk {

    private LadderWalk() {}

    sealed interface Next {}

    record Ask(Mentorship rung, Instant deadline) implements Next {}

    record Stop(Exhausted reason) implements Next {}

    static Next next(Escalation escalation, List<Mentorship> ladder, Instant now, Duration stepDeadline) {
        if (!now.isBefore(escalation.worthUntil())) {
            return new Stop(Exhausted.TOO_LATE);
        }
        Set<Integer> steps = Stream.concat(
                        escalation.prompts().stream().map(Prompt::step),
                        escalation.skipped().stream().map(SkippedStep::step))
                .collect(toSet());
        Set<MentorId> mentors = Stream.concat(
                        escalation.prompts().stream().map(Prompt::mentor),
                        escalation.skipped().stream().map(SkippedStep::mentor))
                .collect(toSet());
        return ladder.stream()
                .filter(rung -> !steps.contains(rung.step()) && !mentors.contains(rung.mentor()))
                .min(comparing(Mentorship::step))
                .<Next>map(rung -> new Ask(rung, now.plus(rung.deadline().orElse(stepDeadline))))
                .orElseGet(() -> new Stop(
                        ladder.isEmpty() && steps.isEmpty() ? Exhausted.NOBODY_ON_LADDER : Exhausted.EVERY_STEP_TRIED));
    }
}
