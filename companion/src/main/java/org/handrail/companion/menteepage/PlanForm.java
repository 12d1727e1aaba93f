package org.handrail.companion.menteepage;

import java.time.Duration;
import java.util.List;
import org.handrail.alerts.Plan;
import org.handrail.alerts.SilenceMeans;
import org.handrail.companion.journey.WrittenPlan;

/**
 * The plan as it is written on the page.
 *
 * @param copingSteps one for each line
 */
record PlanForm(int waitingMinutes, SilenceMeans silenceMeans, String copingSteps) {

    private static final int MOST_STEPS = 12;
    private static final int LONGEST_STEP = 200;

    static PlanForm of(WrittenPlan written) {
        return new PlanForm(
                (int) written.plan().waitingTime().toMinutes(),
                written.plan().silenceMeans(),
                String.join("\n", written.copingSteps()));
    }

    /** @throws IllegalArgumentException with a sentence for whoever wrote it */
    WrittenPlan written() {
        var wait = Duration.ofMinutes(waitingMinutes);
        if (wait.isNegative() || wait.compareTo(Plan.LONGEST_WAIT) > 0) {
            throw new IllegalArgumentException("The question can wait between 0 and 30 minutes. Nothing was changed.");
        }
        List<String> steps = copingSteps
                .lines()
                .map(String::strip)
                .filter(step -> !step.isEmpty())
                .toList();
        if (steps.size() > MOST_STEPS || steps.stream().anyMatch(step -> step.length() > LONGEST_STEP)) {
            throw new IllegalArgumentException(
                    "At most 12 steps with 200 letters each, so that they can be read on a hard evening. Nothing was changed.");
        }
        return new WrittenPlan(new Plan(wait, silenceMeans), steps);
    }
}
