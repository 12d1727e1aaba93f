package org.handrail.companion.menteepage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.handrail.companion.web.PlainTimes;
import org.handrail.ingest.DeviceCondition;
import org.handrail.ingest.DeviceOverview;
import org.handrail.signals.DeviceId;
import org.handrail.signals.DeviceStatus;
import org.handrail.signals.DeviceStatus.Contact;
import org.junit.jupiter.api.Test;

class WristTests {

    private static final Instant NOW = Instant.parse("2026-11-20T20:15:00Z");

    @Test
    void aWornWatchThatIsHeardOfIsNoConcern() {
        var wrist = wrist(2, 64, Contact.WORN);

        assertThat(wrist.heard()).isEqualTo("On your wrist. Last heard 2 minutes ago.");
        assertThat(wrist.battery()).isEqualTo("Battery 64 %");
        assertThat(wrist.isConcern()).isFalse();
    }

    @Test
    void aSilentWatchIsNotSaidToBeOnTheWrist() {
        var wrist = wrist(45, 64, Contact.WORN);

        assertThat(wrist.heard())
                .isEqualTo("Last heard 45 minutes ago, at 19:30. Until it is back, how you are is unknown.");
        assertThat(wrist.isConcern()).isTrue();
    }

    @Test
    void aWatchOnTheTableSaysThatTheRestIsUnknown() {
        var wrist = wrist(1, 64, Contact.NOT_WORN);

        assertThat(wrist.heard())
                .isEqualTo("Not on your wrist. Last heard 1 minute ago. Until it is back, how you are is unknown.");
        assertThat(wrist.isConcern()).isTrue();
    }

    @Test
    void aLowBatteryIsAConcernAndUnknownContactIsNotGuessed() {
        var wrist = wrist(1, 9, Contact.UNKNOWN);

        assertThat(wrist.battery()).isEqualTo("Battery 9 %, low");
        assertThat(wrist.heard()).isEqualTo("Last heard 1 minute ago.");
        assertThat(wrist.isConcern()).isTrue();
    }

    private static Wrist wrist(int minutesAgo, int battery, Contact contact) {
        var heardAt = Optional.of(NOW.minus(Duration.ofMinutes(minutesAgo)));
        var overview = new DeviceOverview(
                new DeviceId("w-1-2"),
                heardAt,
                heardAt,
                Optional.of(new DeviceStatus(battery, contact, "1.4.0")),
                1,
                0,
                new DeviceCondition(
                        Map.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                Map.of());
        return Wrist.of(overview, new PlainTimes(ZoneOffset.UTC, NOW), NOW);
    }
}
