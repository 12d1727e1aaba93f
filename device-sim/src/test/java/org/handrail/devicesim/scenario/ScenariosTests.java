package org.handrail.devicesim.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.handrail.devicesim.physiology.Activity;
import org.handrail.devicesim.physiology.Truth;
import org.handrail.signals.DeviceId;
import org.handrail.signals.DeviceStatus;
import org.handrail.signals.FrameCodec;
import org.handrail.signals.Sleep;
import org.handrail.signals.StreamKind;
import org.handrail.signals.TimeWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The scenarios that come with the house, each lived through in event time. */
class ScenariosTests {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @TempDir
    private Path directory;

    static Stream<String> names() {
        return Scenarios.all().stream().map(Scenario::name);
    }

    @Test
    void everyFileThatIsShippedIsListed() throws Exception {
        var folder =
                Path.of(Scenarios.class.getResource("calm-week.yaml").toURI()).getParent();
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(file -> file.endsWith(".yaml")))
                    .containsExactlyInAnyOrderElementsOf(
                            names().map(name -> name + ".yaml").toList())
                    .hasSize(10);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void aSeedDecidesEveryByteAndAnotherSeedAnother(String name) {
        assertThat(firstDay(Scenarios.find(name)))
                .isEqualTo(firstDay(Scenarios.find(name)))
                .hasSizeGreaterThan(5_000);
        assertThat(firstDay(Scenarios.find(name).withSeed(1))).isNotEqualTo(firstDay(Scenarios.find(name)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void aCopyOfAShippedFileIsTheSameScenario(String name) throws Exception {
        Path copy = directory.resolve(name + ".yaml");
        try (var shipped = Scenarios.class.getResourceAsStream(name + ".yaml")) {
            Files.write(copy, shipped.readAllBytes());
        }

        assertThat(Scenarios.find(copy.toString())).isEqualTo(Scenarios.find(name));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void everyStrainIsLivedThroughAwakeAndWorn(String name) {
        for (var wearer : wearers(name)) {
            for (var trouble : wearer.troubles()) {
                var window = trouble.strain().window();
                for (Instant at = window.start().plusSeconds(240); at.isBefore(window.end()); at = at.plusSeconds(60)) {
                    assertThat(wearer.wearer().truth(at))
                            .as("%s at %s", wearer.name(), at)
                            .satisfies(truth -> {
                                assertThat(truth.activity()).isNotEqualTo(Activity.SLEEP);
                                assertThat(truth.worn()).isTrue();
                                assertThat(truth.strain()).isGreaterThan(0.6);
                            });
                }
            }
        }
    }

    @ParameterizedTest(name = "{0}: {1} strains, {2} cravings")
    @CsvSource({
        "calm-week, 0, 0",
        "exam-week, 4, 0",
        "bad-nights, 0, 0",
        "craving-evenings, 0, 6",
        "lapse, 3, 3",
        "exercise-heavy, 0, 0",
        "shift-work, 1, 0",
        "travel-over-daylight-saving, 1, 0",
        "twelve-hour-outage, 0, 1",
        "bad-wrist, 1, 2"
    })
    void itsTroublesAreThese(String name, long strains, long cravings) {
        var troubles = wearers(name).stream()
                .flatMap(wearer -> wearer.troubles().stream())
                .map(TroubledStretch::trouble)
                .toList();

        assertThat(troubles.stream().filter(Trouble.STRAIN::equals)).hasSize((int) strains);
        assertThat(troubles.stream().filter(Trouble.CRAVING::equals)).hasSize((int) cravings);
    }

    @Test
    void badNightsHaveLessThanFourHoursOfSleepBetweenOnesOfMoreThanSeven() {
        var asleep = asleep(first("bad-nights"));

        assertThat(asleep.get(LocalDate.of(2026, 2, 3))).isGreaterThan(420);
        for (int day = 4; day <= 7; day++) {
            assertThat(asleep.get(LocalDate.of(2026, 2, day)))
                    .as("February %d", day)
                    .isBetween(150L, 240L);
        }
        assertThat(asleep.get(LocalDate.of(2026, 2, 8))).isGreaterThan(420);
    }

    @Test
    void examNightsAreShorterThanThatAfterTheLastExam() {
        var asleep = asleep(first("exam-week"));

        long before = asleep.get(LocalDate.of(2026, 1, 21));
        assertThat(before).isLessThan(345);
        assertThat(asleep.get(LocalDate.of(2026, 1, 24))).isGreaterThan(before + 100);
    }

    @Test
    void theTrainedExerciseTwoHoursADayAndTheirHeartRisesWithIt() {
        var elif = first("exercise-heavy");

        assertThat(minutes(elif, Activity.EXERCISE)).isGreaterThan(7 * 100);
        assertThat(minutes(first("calm-week"), Activity.EXERCISE)).isLessThan(7 * 40);
        assertThat(truths(elif)
                        .filter(truth -> truth.activity() == Activity.EXERCISE)
                        .filter(truth -> truth.heartRate() > 100))
                .hasSizeGreaterThan(500);
        assertThat(truths(elif)).allSatisfy(truth -> assertThat(truth.strain()).isZero());
    }

    @Test
    void cravingsComeInTheEvening() {
        var maya = first("craving-evenings");

        assertThat(maya.troubles())
                .extracting(trouble ->
                        trouble.strain().window().start().atZone(maya.zone()).getHour())
                .allSatisfy(hour -> assertThat(hour).isBetween(19, 22));
    }

    @Test
    void theShiftIsWorkedByNightAndSleptOffByDay() {
        var jonas = first("shift-work");

        assertThat(at(jonas, "2026-09-09T01:00").activity()).isEqualTo(Activity.DESK);
        assertThat(at(jonas, "2026-09-09T11:00").activity()).isEqualTo(Activity.SLEEP);
        assertThat(at(jonas, "2026-09-13T01:00").activity()).isEqualTo(Activity.SLEEP);
        assertThat(asleep(jonas).get(LocalDate.of(2026, 9, 9))).isBetween(330L, 405L);
    }

    @Test
    void theDayOnWhichSummerTimeEndsHas25HoursAndNoneOfThemIsMissing() {
        var maya = first("travel-over-daylight-saving");
        var sunday = LocalDate.of(2025, 10, 26);
        var day = new TimeWindow(
                sunday.atStartOfDay(maya.zone()).toInstant(),
                sunday.plusDays(1).atStartOfDay(maya.zone()).toInstant());

        assertThat(day.length()).isEqualTo(Duration.ofHours(25));
        assertThat(maya.span().length()).isEqualTo(Duration.ofDays(8).plusHours(1));
        var starts = maya.frames(day, MINUTE)
                .filter(frame -> frame.stream() == StreamKind.MOTION)
                .map(frame -> frame.sampledAt())
                .toList();
        // Away from the charger every minute has its frame, also both that show 02:30.
        assertThat(starts)
                .contains(Instant.parse("2025-10-26T00:30:00Z"), Instant.parse("2025-10-26T01:30:00Z"))
                .doesNotHaveDuplicates()
                .hasSizeBetween(25 * 60 - 100, 25 * 60);
        assertThat(maya.nights().get(sunday).start()).isEqualTo("2025-10-26T03:30:00Z");
    }

    @Test
    void theTravellerSleepsWhenItIsNightInNewYork() {
        var maya = first("travel-over-daylight-saving");
        var newYork = ZoneId.of("America/New_York");

        for (int day = 24; day <= 28; day++) {
            assertThat(maya.nights()
                            .get(LocalDate.of(2025, 10, day))
                            .start()
                            .atZone(newYork)
                            .getHour())
                    .as("October %d", day)
                    .isBetween(22, 23);
        }
    }

    @Test
    void nothingArrivesForTwelveHoursAndThenAllThatWasMadeMeanwhile() {
        var elif = first("twelve-hour-outage");
        var loss = elif.faults().get(0).window();

        assertThat(loss.length()).isEqualTo(Duration.ofHours(12));
        assertThat(elif.frames(loss, MINUTE)).isEmpty();
        assertThat(elif.frames(new TimeWindow(loss.end(), loss.end().plusMillis(1)), MINUTE))
                .hasSizeGreaterThan(12 * 60 * 4);
        assertThat(elif.troubles())
                .singleElement()
                .satisfies(trouble -> assertThat(
                                loss.contains(trouble.strain().window().start()))
                        .isTrue());
    }

    @Test
    void onTheEveningOfTheLapseTheWatchComesOff() {
        var jonas = first("lapse");
        var off = jonas.faults().get(0).window();

        assertThat(jonas.frames(new TimeWindow(off.start().plus(MINUTE), off.end()), MINUTE)
                        .filter(frame -> frame.content() instanceof DeviceStatus)
                        .map(frame -> ((DeviceStatus) frame.content()).contact()))
                .hasSizeGreaterThan(90)
                .containsOnly(DeviceStatus.Contact.NOT_WORN);
        assertThat(asleep(jonas)).doesNotContainKey(LocalDate.of(2026, 5, 9));
    }

    @Test
    void onAJourneyAWatchThatSendsTheTimeOnTheWallIsFourHoursBehind() {
        var elif = wearers("travel-over-daylight-saving").get(1);
        var abroad = Instant.parse("2025-10-25T12:00:00Z");

        assertThat(elif.frames(new TimeWindow(abroad, abroad.plusSeconds(60)), MINUTE))
                .isNotEmpty()
                .allSatisfy(frame -> assertThat(frame.sampledAt())
                        .isBetween(abroad.minus(Duration.ofMinutes(242)), abroad.minus(Duration.ofMinutes(240))));
    }

    @Test
    void aBadWristHasEveryKindOfFaultAndEachDoesSomething() {
        var kinds = EnumSet.noneOf(FaultKind.class);
        for (var wearer : wearers("bad-wrist")) {
            var log = wearer.log(wearer.span(), MINUTE);
            for (var fault : wearer.faults()) {
                assertThat(log.counts(fault.fault())).as("%s", fault).isNotEmpty();
                kinds.add(fault.kind());
            }
        }

        assertThat(kinds).containsExactly(FaultKind.values());
    }

    @Test
    void aNameThatIsNearlyOneIsTold() {
        assertThatThrownBy(() -> Scenarios.find("exam-weak"))
                .isInstanceOf(ScenarioFault.class)
                .hasMessage("exam-weak: there is no such scenario, and no such file. Did you mean 'exam-week'?");
        assertThatThrownBy(() -> Scenarios.find("winter"))
                .hasMessage("winter: there is no such scenario, and no such file."
                        + " 'handrail sim list' shows the scenarios.");
        assertThatThrownBy(() -> Scenarios.find(directory.toString()))
                .isInstanceOf(ScenarioFault.class)
                .hasMessage(directory + ": expected a file that can be read.");
        assertThatThrownBy(() -> Scenarios.find(Files.write(directory.resolve("x.yaml"), new byte[] {(byte) 0xff})
                        .toString()))
                .hasMessage(directory.resolve("x.yaml")
                        + ": expected YAML in plain text (UTF-8), and this is something else.");
    }

    private static List<String> firstDay(Scenario scenario) {
        var wearer = scenario.wearers((name, zone) -> new DeviceId("wrist-1")).get(0);
        var day = new TimeWindow(wearer.span().start(), wearer.span().start().plus(Duration.ofDays(1)));
        return wearer.frames(day, MINUTE)
                .map(frame -> frame.id() + " " + Arrays.hashCode(FrameCodec.encode(frame, FrameCodec.Format.CBOR)))
                .toList();
    }

    /** Minutes of true sleep by the date of rising, as the device told the phases. */
    private static Map<LocalDate, Long> asleep(PersonaWearer wearer) {
        var minutes = new TreeMap<LocalDate, Long>();
        wearer.frames(wearer.span(), MINUTE)
                .filter(frame -> frame.content() instanceof Sleep)
                .forEach(frame -> minutes.merge(
                        LocalDate.ofInstant(frame.endsAt(), wearer.zone()),
                        ((Sleep) frame.content())
                                .phases().stream()
                                        .filter(phase -> phase.stage() != Sleep.Stage.AWAKE)
                                        .mapToLong(phase -> phase.length().toMinutes())
                                        .sum(),
                        Long::sum));
        return minutes;
    }

    private static long minutes(PersonaWearer wearer, Activity activity) {
        return truths(wearer).filter(truth -> truth.activity() == activity).count();
    }

    private static Stream<Truth> truths(PersonaWearer wearer) {
        return Stream.iterate(
                        wearer.span().start(), at -> at.isBefore(wearer.span().end()), at -> at.plus(MINUTE))
                .map(wearer.wearer()::truth);
    }

    private static Truth at(PersonaWearer wearer, String local) {
        return wearer.wearer()
                .truth(LocalDateTime.parse(local).atZone(wearer.zone()).toInstant());
    }

    private static PersonaWearer first(String name) {
        return wearers(name).get(0);
    }

    private static List<PersonaWearer> wearers(String name) {
        return Scenarios.find(name).wearers((who, zone) -> new DeviceId("wrist-1"));
    }
}
