package org.handrail.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class AlertsSettingsTests {

    /** What the settings are where nobody says anything. */
    static AlertsSettings defaults() {
        return bound(Map.of());
    }

    @Test
    void defaultsAreAsWritten() {
        AlertsSettings settings = defaults();
        assertThat(settings.freshness()).isEqualTo(Duration.ofMinutes(10));
        assertThat(settings.refractory()).isEqualTo(Duration.ofMinutes(90));
        assertThat(settings.nudgesPerDay()).isEqualTo(2);
        assertThat(settings.longestHold()).isEqualTo(Duration.ofMinutes(30));
        assertThat(settings.reachOutFreshness()).isEqualTo(Duration.ofMinutes(30));
        assertThat(settings.stepDeadline()).isEqualTo(Duration.ofMinutes(5));
        assertThat(settings.worthActingOn()).isEqualTo(Duration.ofMinutes(60));
        assertThat(settings.timers())
                .isEqualTo(new AlertsSettings.Timers(
                        true, Duration.ofMillis(200), Duration.ofSeconds(2), 4, 8, Duration.ofMinutes(1)));
        assertThat(settings.firebase())
                .isEqualTo(new AlertsSettings.Firebase(
                        "",
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(5),
                        Duration.ofMinutes(2)));
    }

    @Test
    void everySettingCanBeNamed() {
        AlertsSettings settings = bound(Map.of(
                "handrail.alerts.longest-hold", "45m",
                "handrail.alerts.nudges-per-day", "0",
                "handrail.alerts.firebase.service-account", "account.json",
                "handrail.alerts.timers.polling", "1s"));
        assertThat(settings.longestHold()).isEqualTo(Duration.ofMinutes(45));
        assertThat(settings.nudgesPerDay()).isZero();
        assertThat(settings.firebase().serviceAccount()).isEqualTo("account.json");
        assertThat(settings.timers().polling()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aDurationOfNothingIsRefusedByName() {
        assertThatThrownBy(() -> bound(Map.of("handrail.alerts.step-deadline", "0s")))
                .rootCause()
                .hasMessageContaining("handrail.alerts.step-deadline");
    }

    @Test
    void aPlanWaitsHalfAnHourAtMost() {
        assertThat(new Plan(Duration.ZERO, SilenceMeans.LEAVE_IT).waitingTime()).isZero();
        assertThatThrownBy(() -> new Plan(Duration.ofMinutes(31), SilenceMeans.LEAVE_IT))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static AlertsSettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("handrail.alerts", AlertsSettings.class);
    }
}
