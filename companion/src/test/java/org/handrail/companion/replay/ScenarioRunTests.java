package org.handrail.companion.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import org.handrail.companion.house.House;
import org.handrail.companion.house.HouseClock;
import org.handrail.companion.house.HouseSettings;
import org.handrail.devicesim.scenario.FaultKind;
import org.handrail.devicesim.scenario.Scenarios;
import org.handrail.devicesim.scenario.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A scenario of long ago, through a real broker and database into the lanes. */
class ScenarioRunTests {

    private static final String SCENARIO = """
            title: Two days
            about: For tests.
            seed: 5
            starts: 2024-02-12
            days: 2
            people:
              - name: Maya
                zone: Europe/Vienna
                plan:
                  every day:
                    sleep: 23:00 to 06:30
                    sitting: 18:00 to 22:30
                  tuesday:
                    cravings: {at: 20:00, for: 50 min, strength: 1.3}
                faults:
                  - what: network loss
                    from: 2024-02-13 19:00
                    for: 3 h
              - name: Jonas
                zone: America/New_York
            """;

    @TempDir
    private Path directory;

    @Test
    void whatTheHouseFoundStandsBesideWhatWasTrue() throws Exception {
        var file = Files.writeString(directory.resolve("two-days.yaml"), SCENARIO);
        var scenario = Scenarios.find(file.toString());
        var setBack = ScenarioRun.setBack(scenario, HouseClock.ofThisMachine().instant());
        var shares = new ArrayList<Double>();

        try (var house =
                House.open(HouseSettings.onFreePorts(directory.resolve("house")).setBack(setBack))) {
            var clock = house.room(Clock.class);
            assertThat(Duration.between(scenario.end(), clock.instant()))
                    .isBetween(Duration.ZERO, Duration.ofMinutes(5));
            var report = new ScenarioRun(house, clock).play(scenario, Pace.MAX, shares::add);

            assertThat(report.stored()).isEqualTo(report.published()).isGreaterThan(20_000);
            var maya = report.lives().get(0);
            assertThat(maya.stretches()).singleElement().satisfies(stretch -> {
                assertThat(stretch.truth().trouble()).isEqualTo(Trouble.CRAVING);
                assertThat(stretch.found()).isPresent();
                // Nothing got through before ten, however early the window opened in the samples.
                assertThat(stretch.delay()).contains(Duration.ofHours(2));
                assertThat(stretch.found().orElseThrow().openedAt())
                        .isBefore(stretch.found().orElseThrow().knownAt());
            });
            assertThat(maya.nights()).extracting(night -> night.date()).contains(LocalDate.of(2024, 2, 13));
            assertThat(maya.faults())
                    .singleElement()
                    .satisfies(fault -> assertThat(fault.kind()).isEqualTo(FaultKind.NETWORK_LOSS));
            assertThat(report.lives().get(1).stretches()).isEmpty();
            assertThat(report.lives().get(1).name()).isEqualTo("Jonas");
        }
        assertThat(shares).isSorted().endsWith(1.0);
    }
}
