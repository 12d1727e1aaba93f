package org.handrail.devicesim.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.handrail.devicesim.FrameCutter;
import org.handrail.devicesim.physiology.Activity;
import org.handrail.devicesim.physiology.Traits;
import org.handrail.signals.DeviceId;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.TimeWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoScenarioTests {

    private static final Instant NOW = Instant.parse("2026-05-12T00:31:40Z");
    private static final Instant MINUTE = Instant.parse("2026-05-12T00:31:00Z");
    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final DeviceId DEVICE = new DeviceId("wrist-0001");

    private final DemoScenario scenario = DemoScenario.startingAt(NOW, ZONE, 14);

    @Test
    void aHardEveningHasItsStrainWhereItWasAskedFor() {
        var wearer = wearer(scenario.hardEvening(Duration.ofMinutes(-10), Duration.ofMinutes(45)));

        var last = wearer.strains().get(wearer.strains().size() - 1);
        assertThat(last.window()).isEqualTo(new TimeWindow(MINUTE.minusSeconds(600), MINUTE.plusSeconds(35 * 60)));
        assertThat(wearer.wearer().truth(MINUTE).strain()).isGreaterThan(0.9);
        assertThat(wearer.wearer().truth(MINUTE.minusSeconds(720)).strain()).isZero();
    }

    @Test
    void aCalmEveningHasNoStrainForHours() {
        var wearer = wearer(scenario.calmEvening());
        var evening = wearer.evening().span();

        assertThat(wearer.strains()).noneMatch(strain -> strain.window().overlaps(evening));
        for (Instant at = MINUTE; at.isBefore(evening.end()); at = at.plusSeconds(60)) {
            assertThat(wearer.wearer().truth(at).strain()).isZero();
        }
    }

    @ParameterizedTest(name = "started at {0}")
    @ValueSource(
            strings = {"2026-05-12T00:31:00Z", "2026-05-12T08:00:00Z", "2026-11-01T06:30:00Z", "2026-03-08T07:30:00Z"})
    void theEveningIsSeatedAndWornAtWhateverHourItIs(Instant now) {
        var any = DemoScenario.startingAt(now, ZONE, 2);
        var wearer = any.wearer(DEVICE, 8, Traits.typical(), any.calmEvening());

        for (int minute = -180; minute < 360; minute++) {
            var truth = wearer.wearer().truth(now.plusSeconds(minute * 60L));
            assertThat(truth.activity()).isEqualTo(Activity.SEATED);
            assertThat(truth.worn()).isTrue();
        }
    }

    @Test
    void theFirstMomentsOfLiveFollowTheLastOfThePast() {
        var wearer = wearer(scenario.calmEvening());
        var past = wearer.frames(
                        new TimeWindow(
                                scenario.history().end().minusSeconds(300),
                                scenario.history().end()),
                        FrameCutter.BACKLOG)
                .toList();
        var live = wearer.frames(new TimeWindow(MINUTE, MINUTE.plusSeconds(300)), FrameCutter.LIVE)
                .toList();

        assertThat(Stream.concat(past.stream(), live.stream()).map(SignalFrame::id))
                .as("no frame of the one is a frame of the other")
                .doesNotHaveDuplicates();
        assertThat(live.get(0).id().counter())
                .isGreaterThan(past.get(past.size() - 1).id().counter());
    }

    @Test
    void pastStrainsDoNotDependOnNow() {
        var later = DemoScenario.startingAt(NOW.plus(Duration.ofDays(1)), ZONE, 14);
        var today = wearer(scenario.calmEvening()).strains();
        var tomorrow =
                later.wearer(DEVICE, 7, Traits.typical(), later.calmEvening()).strains();

        assertThat(today).as("seed 7").isNotEmpty();
        assertThat(tomorrow).as("seed 7").containsAll(today.subList(1, today.size()));
    }

    @Test
    void pastStrainsAreSeatedAndWornFromAnHourBefore() {
        var wearer = new DemoScenario(NOW, ZONE, 28, 1).wearer(DEVICE, 9, Traits.typical(), scenario.calmEvening());

        assertThat(wearer.strains()).as("seed 9").hasSizeGreaterThan(20);
        for (var strain : wearer.strains()) {
            var from = strain.window().start().minusSeconds(3_500);
            for (Instant at = from; at.isBefore(strain.window().end()); at = at.plusSeconds(60)) {
                assertThat(wearer.wearer().truth(at).worn()).isTrue();
                assertThat(wearer.wearer().truth(at).activity()).isEqualTo(Activity.SEATED);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {"2026-05-12T00:31:40Z", "2026-05-12T08:29:00Z", "2026-05-12T12:00:00Z", "2026-05-12T23:59:00Z"})
    void thereIsAlwaysAZoneInWhichItIsEvening(Instant now) {
        var there = now.atZone(DemoScenario.zoneOfEvening(now)).toLocalTime();

        assertThat(there).isBetween(LocalTime.of(19, 59), LocalTime.of(21, 1));
    }

    @Test
    void aStrainOutsideItsEveningIsRefused() {
        assertThatThrownBy(() -> scenario.hardEvening(Duration.ofHours(5), Duration.ofHours(2)))
                .hasMessage("The strain of a hard evening lies within three hours before and six after");
    }

    private ScenarioWearer wearer(Evening evening) {
        return scenario.wearer(DEVICE, 7, Traits.typical(), evening);
    }
}
