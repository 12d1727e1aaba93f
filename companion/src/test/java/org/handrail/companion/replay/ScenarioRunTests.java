package org.handrail.companion.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import org.handrail.companion.house.House;
import org.handrail.companion.house.HouseClock;
import org.handrail.companion.house.HouseSettings;
import org.handrail.devicesim.fault.FaultLog.Effect;
import org.handrail.devicesim.scenario.FaultKind;
import org.handrail.devicesim.scenario.Scenarios;
import org.handrail.devicesim.scenario.Trouble;
import org.handrail.signals.RefusalReason;
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

    private static final String BAD_WRIST = """
            title: A bad wrist
            about: For tests.
            seed: 6
            starts: 2024-02-12
            days: 1
            people:
              - name: Maya
                zone: Europe/Vienna
                faults:
                  - {what: restart, from: 2024-02-12 00:20, for: 2 min, counter: starts over}
                  - {what: lost frames, from: 2024-02-12 03:00, for: 1 h, share: 20 %}
                  - {what: doubled frames, from: 2024-02-12 05:00, for: 1 h, share: 20 %}
                  - {what: corrupt frames, from: 2024-02-12 07:00, for: 1 h, share: 20 %, how: cut short}
                  - {what: corrupt frames, from: 2024-02-12 08:00, for: 1 h, share: 20 %, how: unknown stream}
                  - {what: clock jump, from: 2024-02-12 10:00, for: 30 min, ahead: 72 h}
                  - {what: charging, from: 2024-02-12 11:00, for: 1 h}
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
            assertThat(maya.faults()).singleElement().satisfies(damage -> {
                assertThat(damage.fault().kind()).isEqualTo(FaultKind.NETWORK_LOSS);
                assertThat(damage.frames()).containsOnlyKeys(Effect.HELD);
                assertThat(damage.frames().get(Effect.HELD)).isGreaterThan(3 * 60 * 5);
            });
            assertThat(report.lives().get(1).stretches()).isEmpty();
            assertThat(report.lives().get(1).name()).isEqualTo("Jonas");
        }
        assertThat(shares).isSorted().endsWith(1.0);
    }

    @Test
    void whatABadWristSendsIsStoredOrKnownOrRefusedAndTheReportSaysWhich() throws Exception {
        var file = Files.writeString(directory.resolve("bad-wrist.yaml"), BAD_WRIST);
        var scenario = Scenarios.find(file.toString());
        var setBack = ScenarioRun.setBack(scenario, HouseClock.ofThisMachine().instant());

        try (var house =
                House.open(HouseSettings.onFreePorts(directory.resolve("house")).setBack(setBack))) {
            var report = new ScenarioRun(house, house.room(Clock.class)).play(scenario, Pace.MAX, share -> {});
            var life = report.lives().get(0);

            assertThat(life.stored() + life.known() + life.refusals()).isEqualTo(life.published());
            assertThat(report.isWhole()).isTrue();
            assertThat(life.known()).isEqualTo(done(life, FaultKind.DOUBLED_FRAMES, Effect.DOUBLED));
            assertThat(life.refused())
                    .containsOnly(
                            entry(
                                    RefusalReason.COUNTER_REUSED,
                                    done(life, FaultKind.RESTART, Effect.COUNTER_USED_TWICE)),
                            entry(RefusalReason.FROM_THE_FUTURE, done(life, FaultKind.CLOCK_JUMP, Effect.DATED_WRONG)),
                            entry(RefusalReason.MALFORMED, corrupted(life, 3)),
                            entry(RefusalReason.UNKNOWN_STREAM, corrupted(life, 4)));
            assertThat(life.stored()).isGreaterThan(5_000);
        }
    }

    private static long done(ScenarioReport.Life life, FaultKind kind, Effect effect) {
        return life.faults().stream()
                .filter(damage -> damage.fault().kind() == kind)
                .mapToLong(damage -> damage.frames().getOrDefault(effect, 0L))
                .sum();
    }

    private static long corrupted(ScenarioReport.Life life, int place) {
        return life.faults().get(place).frames().get(Effect.CORRUPTED);
    }
}
