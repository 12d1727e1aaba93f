package org.handrail.devicesim.physiology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.handrail.devicesim.RealData;
import org.handrail.signals.DeviceId;
import org.handrail.signals.Sleep.Stage;
import org.handrail.signals.TimeWindow;
import org.junit.jupiter.api.Test;

/** Nights as a semi-Markov chain, by themselves and in a wearer's days. */
class SleepTests {

    private static final int IN_BED = 470;
    private static final int NIGHTS = 400;
    private static final LocalDate MONDAY = LocalDate.parse("2026-05-04");

    @Test
    void aHealthyNightHasTheSharesOfStagesThatTextbooksGive() {
        var shares = new double[Stage.values().length];
        for (int seed = 0; seed < NIGHTS; seed++) {
            for (Stage stage : night(seed, 0.15)) {
                shares[stage.ordinal()] += 1.0 / NIGHTS;
            }
        }
        double asleep = IN_BED - shares[Stage.AWAKE.ordinal()];
        assertThat(shares[Stage.DEEP.ordinal()] / asleep).as("deep").isBetween(0.13, 0.23);
        assertThat(shares[Stage.REM.ordinal()] / asleep).as("REM").isBetween(0.17, 0.25);
    }

    @Test
    void deepSleepComesEarlyAndRemLate() {
        int[] deep = new int[2];
        int[] rem = new int[2];
        for (int seed = 0; seed < NIGHTS; seed++) {
            Stage[] stages = night(seed, 0.15);
            for (int at = 0; at < IN_BED; at++) {
                int half = 2 * at / IN_BED;
                deep[half] += stages[at] == Stage.DEEP ? 1 : 0;
                rem[half] += stages[at] == Stage.REM ? 1 : 0;
            }
        }
        assertThat(deep[0]).isGreaterThan(2 * deep[1]);
        assertThat(rem[1]).isGreaterThan((int) (1.5 * rem[0]));
    }

    /** A power law of exponent 2.2 keeps 2^-1.2 = 0.44 of its durations at each doubling; an exponential ever fewer. */
    @Test
    void wakingsLastByAPowerLaw() {
        int[] atLeast = new int[9];
        for (int seed = 0; seed < NIGHTS; seed++) {
            Stage[] stages = night(seed, 0.5);
            int from = 0;
            while (stages[from] == Stage.AWAKE) {
                from++;
            }
            for (int length : wakings(Arrays.copyOfRange(stages, from, IN_BED - 40))) {
                for (int least : new int[] {1, 2, 4, 8}) {
                    atLeast[least] += length >= least ? 1 : 0;
                }
            }
        }
        assertThat(atLeast[2] / (double) atLeast[1]).as("2 of 1 minutes").isBetween(0.38, 0.5);
        assertThat(atLeast[4] / (double) atLeast[2]).as("4 of 2 minutes").isBetween(0.36, 0.52);
        assertThat(atLeast[8] / (double) atLeast[4]).as("8 of 4 minutes").isBetween(0.34, 0.54);
    }

    @Test
    void unrestCostsSleep() {
        double last = IN_BED;
        for (double unrest : new double[] {0, 0.3, 0.6, 1, 1.5}) {
            double asleep = 0;
            for (int seed = 0; seed < NIGHTS; seed++) {
                asleep += asleep(night(seed, unrest)) / (double) NIGHTS;
            }
            assertThat(asleep).as("unrest %s", unrest).isLessThan(last - 5);
            last = asleep;
        }
        assertThat(last).as("unrest 1.5").isGreaterThan(300);
    }

    @Test
    void aStrainedDayShortensItsNight() {
        double calm = 0;
        double strained = 0;
        for (long seed = 1; seed <= 40; seed++) {
            var settings = WearerSettings.quiet(new DeviceId("night-1"), seed, ZoneOffset.UTC);
            Instant evening = Instant.parse("2026-05-04T17:00:00Z");
            var strain = Strain.during(new TimeWindow(evening, evening.plusSeconds(5_400)));
            calm += asleepInNight(new Wearer(settings)) / 40.0;
            strained += asleepInNight(new Wearer(settings.withStrains(List.of(strain)))) / 40.0;
        }
        assertThat(calm - strained).as("minutes, seeds 1 to 40").isBetween(20.0, 60.0);
    }

    @Test
    void whoeverLivesLateGetsUpAndGoesToBedLate() {
        var usual = WearerSettings.quiet(new DeviceId("late-1"), 3, ZoneOffset.UTC);
        var late = usual.withTraits(Traits.typical().withHoursLate(2));

        assertThat(upsAndBeds(new Wearer(late), 120))
                .hasSize(6)
                .isEqualTo(upsAndBeds(new Wearer(usual), 0).stream()
                        .map(at -> at.plus(Duration.ofHours(2)))
                        .toList());
    }

    @Test
    void theHeartOfWhoeverLivesLateKeepsThatTime() {
        var day = new TimeWindow(
                MONDAY.atStartOfDay().toInstant(ZoneOffset.UTC),
                MONDAY.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
        var seated = WearerSettings.quiet(new DeviceId("late-2"), 4, ZoneOffset.UTC)
                .withFixed(List.of(new Stretch(day, Activity.SEATED)));
        var late = seated.withTraits(Traits.typical().withHoursLate(3));

        assertThat(highestHour(new Wearer(late), day) - highestHour(new Wearer(seated), day))
                .isCloseTo(3, Offset.offset(0.4));
    }

    @Test
    void aShiftWorkerSleepsByDayAfterNightsAndByNightOtherwise() {
        var traits = Disposition.SHIFT_WORKER.of(Traits.typical());
        for (long seed = 1; seed <= 10; seed++) {
            var wearer = new Wearer(WearerSettings.quiet(new DeviceId("shift-1"), seed, ZoneOffset.UTC)
                    .withTraits(traits));
            for (int day = 0; day < 16; day++) {
                LocalDate date = MONDAY.plusDays(day);
                Instant noon = date.atTime(11, 0).toInstant(ZoneOffset.UTC);
                Instant night = date.atTime(4, 0).toInstant(ZoneOffset.UTC);
                boolean worked = traits.rota().isNight(date.minusDays(1));
                assertThat(wearer.truth(noon).stage().isPresent())
                        .as("in bed at noon of %s, seed %d", date, seed)
                        .isEqualTo(worked);
                assertThat(wearer.truth(night).stage().isPresent())
                        .as("in bed in the night of %s, seed %d", date, seed)
                        .isEqualTo(!worked);
            }
        }
    }

    @Test
    void whoIsRestlessSleepsLessAndNaps() {
        double typical = 0;
        double restless = 0;
        int naps = 0;
        for (long seed = 1; seed <= 20; seed++) {
            var settings = WearerSettings.quiet(new DeviceId("night-1"), seed, ZoneOffset.UTC);
            typical += asleepInNight(new Wearer(settings)) / 20.0;
            var wearer = new Wearer(settings.withTraits(Disposition.RESTLESS.of(Traits.typical())));
            restless += asleepInNight(wearer) / 20.0;
            for (int day = 0; day < 7; day++) {
                Instant lunch = MONDAY.plusDays(day).atTime(13, 0).toInstant(ZoneOffset.UTC);
                var afternoon = new TimeWindow(lunch, lunch.plus(Duration.ofHours(4)));
                naps += wearer.trueMinutesAsleep(afternoon) > 0 ? 1 : 0;
            }
        }
        assertThat(typical - restless).as("minutes, seeds 1 to 20").isBetween(25.0, 80.0);
        assertThat(naps / 20.0).as("naps a week, seeds 1 to 20").isBetween(2.0, 4.0);
    }

    @Test
    void awakeInBedTheWristMovesAndInDeepSleepItLiesStill() {
        var wearer = new Wearer(WearerSettings.quiet(new DeviceId("night-1"), 5, ZoneOffset.UTC));
        Instant midnight = MONDAY.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        var night = new TimeWindow(midnight.minus(Duration.ofHours(2)), midnight.plus(Duration.ofHours(9)));
        var minutes = MinuteFeatures.of(wearer.channels(night), night);
        var sums = new double[Stage.values().length];
        var counts = new int[Stage.values().length];
        for (int i = 0; i < minutes.size(); i++) {
            var stage = wearer.truth(night.start().plusSeconds(60L * i)).stage();
            if (stage.isPresent()) {
                sums[stage.get().ordinal()] += minutes.get(i).motion90();
                counts[stage.get().ordinal()]++;
            }
        }
        double awake = sums[Stage.AWAKE.ordinal()] / counts[Stage.AWAKE.ordinal()];
        double light = sums[Stage.LIGHT.ordinal()] / counts[Stage.LIGHT.ordinal()];
        assertThat(awake).as("seed 5").isGreaterThan(3 * light);
    }

    /** 413 nights of 24 people; in bed and asleep as their Fitbits said. */
    @Test
    void nightsLieAmongThoseOfRealPeople() throws java.io.IOException {
        var lines = Files.readAllLines(RealData.folder("fitabase/raw").resolve("sleepDay_merged.csv"));
        double[] realAwake = lines.stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .mapToDouble(cells -> Double.parseDouble(cells[4]) - Double.parseDouble(cells[3]))
                .toArray();
        var awake = new double[NIGHTS];
        for (int seed = 0; seed < NIGHTS; seed++) {
            double unrest = Population.person(seed).unrest();
            awake[seed] = IN_BED - asleep(night(seed, unrest));
        }
        String table = row("real", realAwake) + row("simulated", awake);
        if (Boolean.getBoolean("handrail.print")) {
            System.out.println("Minutes awake in bed (10 %, 25 %, 50 %, 75 %, 90 %, mean)\n" + table);
        }
        double mean = Arrays.stream(realAwake).average().orElseThrow();
        assertThat(Arrays.stream(awake).average().orElseThrow()).as(table).isBetween(0.7 * mean, 1.4 * mean);
        assertThat(MinuteFeatures.quantile(awake, 0.9))
                .as(table)
                .isBetween(
                        0.6 * MinuteFeatures.quantile(realAwake, 0.9), 1.6 * MinuteFeatures.quantile(realAwake, 0.9));
    }

    private static String row(String name, double... values) {
        return String.format(
                Locale.ROOT,
                "  %-10s %6.0f %6.0f %6.0f %6.0f %6.0f %6.1f%n",
                name,
                MinuteFeatures.quantile(values, 0.1),
                MinuteFeatures.quantile(values, 0.25),
                MinuteFeatures.quantile(values, 0.5),
                MinuteFeatures.quantile(values, 0.75),
                MinuteFeatures.quantile(values, 0.9),
                Arrays.stream(values).average().orElseThrow());
    }

    private static Stage[] night(long seed, double unrest) {
        var stages = new Stage[IN_BED];
        Hypnogram.fill(stages, 0, IN_BED, 1, unrest, new SplittableRandom(seed));
        return stages;
    }

    private static int asleep(Stage... stages) {
        return (int) Arrays.stream(stages).filter(stage -> stage != Stage.AWAKE).count();
    }

    private static int[] wakings(Stage... stages) {
        var lengths = new java.util.ArrayList<Integer>();
        int length = 0;
        for (Stage stage : stages) {
            if (stage == Stage.AWAKE) {
                length++;
            } else if (length > 0) {
                lengths.add(length);
                length = 0;
            }
        }
        return lengths.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Three times getting up and three times going to bed, from so many minutes after Monday noon on. */
    private static List<Instant> upsAndBeds(Wearer wearer, int fromMinute) {
        Instant noon = MONDAY.atTime(12, 0).toInstant(ZoneOffset.UTC);
        return IntStream.range(fromMinute, fromMinute + 3 * 24 * 60)
                .mapToObj(minute -> noon.plus(Duration.ofMinutes(minute)))
                .filter(at -> isAsleep(wearer, at) != isAsleep(wearer, at.minusSeconds(60)))
                .toList();
    }

    private static boolean isAsleep(Wearer wearer, Instant at) {
        return wearer.truth(at).activity() == Activity.SLEEP;
    }

    /** Where the first harmonic of the day's heart rate is highest; what wanders moves it by minutes. */
    private static double highestHour(Wearer wearer, TimeWindow day) {
        double east = 0;
        double north = 0;
        for (int minute = 0; minute < 24 * 60; minute++) {
            double turned = 2 * Math.PI * minute / (24 * 60);
            double rate =
                    wearer.truth(day.start().plus(Duration.ofMinutes(minute))).heartRate();
            east += rate * Math.cos(turned);
            north += rate * Math.sin(turned);
        }
        return (Math.atan2(north, east) / (2 * Math.PI) * 24 + 24) % 24;
    }

    private static int asleepInNight(Wearer wearer) {
        Instant evening = Instant.parse("2026-05-04T20:00:00Z");
        return wearer.trueMinutesAsleep(new TimeWindow(evening, evening.plus(Duration.ofHours(13))));
    }
}
