package org.handrail.companion.menteepage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.handrail.alerts.Plan;
import org.handrail.alerts.QuietHours;
import org.handrail.alerts.SilenceMeans;
import org.handrail.companion.journey.WrittenPlan;

/**
 * The plan as it is written on the page.
 *
 * @param waitingMinutes with a fraction where the wait is not of whole minutes
 * @param copingSteps one for each line
 * @param quietFrom as 22:00; empty where there are no quiet hours
 */
record PlanForm(
        double waitingMinutes, SilenceMeans silenceMeans, String copingSteps, String quietFrom, String quietUntil) {

    private static final int MOST_STEPS = 12;
    private static final int LONGEST_STEP = 200;
    private static final double SECONDS_OF_A_MINUTE = 60;

    static PlanForm of(WrittenPlan written) {
        return new PlanForm(
                written.plan().waitingTime().toSeconds() / SECONDS_OF_A_MINUTE,
                written.plan().silenceMeans(),
                String.join("\n", written.copingSteps()),
                written.plan()
                        .quietHours()
                        .map(hours -> hours.from().toString())
                        .orElse(""),
                written.plan()
                        .quietHours()
                        .map(hours -> hours.until().toString())
                        .orElse(""));
    }

    /** As it stands in the field: 3, or 0.33. */
    public String waiting() {
        return BigDecimal.valueOf(waitingMinutes)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** @throws IllegalArgumentException with a sentence for whoever wrote it */
    WrittenPlan written() {
        if (!(waitingMinutes >= 0 && waitingMinutes <= Plan.LONGEST_WAIT.toMinutes())) {
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
        var wait = Duration.ofSeconds(Math.round(waitingMinutes * SECONDS_OF_A_MINUTE));
        return new WrittenPlan(new Plan(wait, silenceMeans, quietHours()), steps);
    }

    private Optional<QuietHours> quietHours() {
        if (quietFrom.isBlank() && quietUntil.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new QuietHours(LocalTime.parse(quietFrom.strip()), LocalTime.parse(quietUntil.strip())));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "Quiet hours need a beginning and another time as their end, or neither. Nothing was changed.", e);
        }
    }
}
