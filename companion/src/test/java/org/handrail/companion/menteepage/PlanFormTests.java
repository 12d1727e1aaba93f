package org.handrail.companion.menteepage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.handrail.alerts.Plan;
import org.handrail.alerts.QuietHours;
import org.handrail.alerts.SilenceMeans;
import org.handrail.companion.journey.WrittenPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanFormTests {

    @ParameterizedTest(name = "{0} s stand as {1} and are kept")
    @CsvSource({"0, 0", "20, 0.33", "90, 1.5", "180, 3", "1800, 30"})
    void aPlanThatIsKeptUnchangedStaysAsItWas(int seconds, String shown) {
        var plan = new Plan(Duration.ofSeconds(seconds), SilenceMeans.LEAVE_IT);
        var written = new WrittenPlan(plan, List.of("Tea", "A walk"));
        var form = PlanForm.of(written);
        var sentBack = new PlanForm(
                Double.parseDouble(form.waiting()),
                form.silenceMeans(),
                form.copingSteps(),
                form.quietFrom(),
                form.quietUntil());

        assertThat(form.waiting()).isEqualTo(shown);
        assertThat(sentBack.written()).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 30.1, 1e300, Double.NaN})
    void aWaitOutsideHalfAnHourChangesNothing(double minutes) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PlanForm(minutes, SilenceMeans.LEAVE_IT, "", "", "").written())
                .withMessageContaining("between 0 and 30 minutes");
    }

    @Test
    void emptyLinesAreNoSteps() {
        assertThat(new PlanForm(3, SilenceMeans.LEAVE_IT, "Tea\n\n  \nA walk\n", "", "")
                        .written()
                        .copingSteps())
                .containsExactly("Tea", "A walk");
    }

    @Test
    void quietHoursAreKeptAsTheyStandInTheFields() {
        var form = new PlanForm(3, SilenceMeans.LEAVE_IT, "", "22:00", "06:45");
        assertThat(form.written().plan().quietHours())
                .contains(new QuietHours(LocalTime.of(22, 0), LocalTime.of(6, 45)));
        assertThat(PlanForm.of(form.written())).isEqualTo(form);
        assertThat(new PlanForm(3, SilenceMeans.LEAVE_IT, "", "", "")
                        .written()
                        .plan()
                        .quietHours())
                .isEmpty();
    }

    @ParameterizedTest(name = "from \"{0}\" until \"{1}\"")
    @CsvSource(
            delimiter = '|',
            value = {"22:00 | ''", "'' | 07:00", "22:00 | 22:00", "25:00 | 07:00", "late | early"})
    void quietHoursThatAreNoneChangeNothing(String from, String until) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PlanForm(3, SilenceMeans.LEAVE_IT, "", from, until).written())
                .withMessageContaining("Nothing was changed");
    }
}
