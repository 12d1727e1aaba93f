package org.handrail.analytics.sleep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.handrail.analytics.sleep.InventedSleeper.BERLIN;
import static org.handrail.analytics.sleep.InventedSleeper.NEW_YORK;
import static org.handrail.analytics.sleep.InventedSleeper.phase;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.handrail.analytics.Night;
import org.handrail.analytics.Night.Source;
import org.handrail.analytics.Night.Stages;
import org.handrail.analytics.Wear;
import org.handrail.analytics.sleep.InventedSleeper.Life;
import org.handrail.signals.DeviceId;
import org.handrail.signals.FrameId;
import org.handrail.signals.Series;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.Sleep.Stage;
import org.handrail.signals.StreamKind;
import org.handrail.signals.TimeWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SleepTrackTests {

    private final InventedSleeper sleeper = new InventedSleeper(BERLIN, 1);

    @Test
    void aStillNightWithASlowHeartIsANightFromMotion() {
        var minutes = sleeper.awake("2026-03-02T12:00", "2026-03-02T22:30")
                .resting("2026-03-02T22:30", "2026-03-02T23:00")
                .asleep("2026-03-02T23:00", "2026-03-03T03:00")
                .awake("2026-03-03T03:00", "2026-03-03T03:10")
                .asleep("2026-03-03T03:10", "2026-03-03T07:00")
                .awake("2026-03-03T07:00", "2026-03-03T09:00")
                .minutes();

        var night = Life.start().over(minutes, BERLIN).only();

        assertThat(night.date()).isEqualTo("2026-03-03");
        assertThat(night.source()).isEqualTo(Source.MOTION);
        // The weights look four minutes back and two ahead, so falling asleep is seen somewhat late.
        assertThat(night.asleep().start()).isBetween(sleeper.at("2026-03-02T23:00"), sleeper.at("2026-03-02T23:04"));
        assertThat(night.asleep().end()).isBetween(sleeper.at("2026-03-03T06:57"), sleeper.at("2026-03-03T07:00"));
        assertThat(night.inBed().orElseThrow().start())
                .isBetween(sleeper.at("2026-03-02T22:30"), sleeper.at("2026-03-02T22:35"));
        assertThat(night.amounts().total()).isBetween(460.0, 470.0);
        assertThat(night.amounts().latency()).isBetween(25.0, 34.0);
        assertThat(night.amounts().wakeAfterOnset()).isBetween(10.0, 18.0);
        assertThat(night.amounts().awakenings()).isEqualTo(1);
        assertThat(night.amounts().coverage()).isEqualTo(1);
        assertThat(night.stages()).isEmpty();
        assertThat(night.heart().resting()).isBetween(53.0, 56.0);
        assertThat(night.heart().rmssd()).isBetween(42.0, 45.0);
        assertThat(night.pattern().regularity()).isNaN();
        assertThat(night.pattern().socialJetlag()).isNaN();
        assertThat(night.pattern().debt()).isNaN();
    }

    /** The sleep is over in its sixtieth minute awake, which is scored two minutes later. */
    @Test
    void aNightFromMotionIsToldAnHourAfterIt() {
        var life = Life.start();
        var toldIn = new ArrayList<SleepMinute>();
        for (var minute : sleeper.usualDays("2026-03-02T12:00", 1).minutes()) {
            int told = life.told();
            life = life.over(List.of(minute), BERLIN);
            if (life.told() > told) {
                toldIn.add(minute);
            }
        }

        assertThat(toldIn).hasSize(1);
        assertThat(toldIn.get(0).startMs())
                .isEqualTo(
                        life.only().asleep().end().plus(Duration.ofMinutes(61)).toEpochMilli());
    }

    @Test
    void sittingStillNowAndThenInTheEveningIsNotTheNight() {
        var evening = sleeper.awake("2026-03-02T12:00", "2026-03-02T19:00");
        for (int hour = 19; hour < 23; hour++) {
            evening.asleep("2026-03-02T" + hour + ":00", "2026-03-02T" + hour + ":15")
                    .awake("2026-03-02T" + hour + ":15", "2026-03-02T" + (hour + 1) + ":00");
        }
        var minutes = evening.asleep("2026-03-02T23:00", "2026-03-03T07:00")
                .awake("2026-03-03T07:00", "2026-03-03T09:00")
                .minutes();

        assertThat(Life.start().over(minutes, BERLIN).only().asleep().start())
                .isBetween(sleeper.at("2026-03-02T23:00"), sleeper.at("2026-03-02T23:05"));
    }

    @Test
    void aStillEveningThatProvesToBeNoSleepCorrectsTheNightThatADeviceToldAlready() {
        var minutes = sleeper.usualDays("2026-03-02T12:00", 7)
                .awake("2026-03-09T12:00", "2026-03-09T19:00")
                .still("2026-03-09T19:00", "2026-03-10T07:00")
                .awake("2026-03-10T07:00", "2026-03-10T12:00")
                .minutes();
        var frame = sleeper.frame(1, "2026-03-09T23:00", phase(Stage.ASLEEP, 480));
        var all = Life.start().over(minutes, BERLIN).hear(frame, BERLIN);
        var soon = Life.start()
                .over(minutes.subList(0, minutes.size() - 270), BERLIN)
                .hear(frame, BERLIN);
        var later = soon.over(minutes.subList(minutes.size() - 270, minutes.size()), BERLIN);

        var date = LocalDate.parse("2026-03-10");
        assertThat(later.nights()).isEqualTo(all.nights());
        assertThat(later.nights().get(date).pattern().regularity())
                .isGreaterThan(soon.nights().get(date).pattern().regularity());
    }

    @Test
    void aStillWristWithAHeartAsByDayIsNoSleep() {
        var minutes = sleeper.awake("2026-03-02T12:00", "2026-03-02T23:00")
                .still("2026-03-02T23:00", "2026-03-03T07:00")
                .awake("2026-03-03T07:00", "2026-03-03T12:00")
                .minutes();

        assertThat(Life.start().over(minutes, BERLIN).nights()).isEmpty();
        assertThat(Life.start()
                        .over(withoutHeart(minutes), BERLIN)
                        .only()
                        .amounts()
                        .total())
                .as("where the heart is unknown, motion alone speaks")
                .isGreaterThan(460);
    }

    @Test
    void aDeviceThatLiesOnTheTableDoesNotSleep() {
        var day = sleeper.usualDays("2026-03-02T12:00", 1);
        for (var wear : List.of(Wear.NOT_WORN, Wear.UNKNOWN)) {
            var taken = day.minutes().stream()
                    .map(minute ->
                            day.within("2026-03-02T23:00", "2026-03-03T07:00").test(minute)
                                    ? new SleepMinute(minute.startMs(), wear, 0, Double.NaN, Double.NaN)
                                    : minute)
                    .toList();

            assertThat(Life.start().over(taken, BERLIN).nights()).as("%s", wear).isEmpty();
        }
    }

    @Test
    void aPauseInTheNightLowersItsCoverageAndChangesNoKnownMinute() {
        var day = sleeper.usualDays("2026-03-02T12:00", 1);
        var whole = Life.start().over(day.minutes(), BERLIN);
        var paused = Life.start().over(day.without("2026-03-03T03:00", "2026-03-03T03:40"), BERLIN);

        assertThat(paused.only().asleep()).isEqualTo(whole.only().asleep());
        assertThat(paused.only().amounts().awakenings()).isZero();
        assertThat(paused.only().amounts().wakeAfterOnset()).isZero();
        // Forty minutes, and the six beside them that cannot be scored without them.
        assertThat(paused.only().amounts().total())
                .isEqualTo(whole.only().amounts().total() - 46);
        assertThat(paused.only().amounts().coverage()).isEqualTo(1 - 46 / span(whole.only()), within(1e-12));
    }

    @Test
    void whatADeviceStagedComesBeforeMotion() {
        var life = Life.start().over(sleeper.usualDays("2026-03-02T12:00", 1).minutes(), BERLIN);
        var heard = life.hear(
                sleeper.frame(
                        7,
                        "2026-03-02T22:50",
                        phase(Stage.AWAKE, 20),
                        phase(Stage.LIGHT, 120),
                        phase(Stage.DEEP, 90),
                        phase(Stage.AWAKE, 5),
                        phase(Stage.REM, 100),
                        phase(Stage.ASLEEP, 120),
                        phase(Stage.AWAKE, 35)),
                BERLIN);

        assertThat(life.only().source()).isEqualTo(Source.MOTION);
        var night = heard.only();
        assertThat(night.source()).isEqualTo(Source.DEVICE);
        assertThat(night.date()).isEqualTo("2026-03-03");
        assertThat(night.inBed())
                .contains(new TimeWindow(sleeper.at("2026-03-02T22:50"), sleeper.at("2026-03-03T07:00")));
        assertThat(night.asleep())
                .isEqualTo(new TimeWindow(sleeper.at("2026-03-02T23:10"), sleeper.at("2026-03-03T06:25")));
        assertThat(night.amounts()).isEqualTo(new Night.Amounts(490, 430, 20, 5, 435, 100.0 * 430 / 490, 1, 1));
        assertThat(night.stages()).contains(new Stages(120, 90, 100, 120));
        assertThat(night.heart().resting()).isBetween(53.0, 56.0);
        assertThat(night.midSleep()).isEqualTo(sleeper.at("2026-03-03T02:47:30"));
    }

    @Test
    void aWearerOfWhomOnlyADeviceTellsHasNightsWithoutAHeart() {
        var life = Life.start()
                .hear(sleeper.frame(1, "2026-03-02T23:00", phase(Stage.ASLEEP, 400)), BERLIN)
                .hear(sleeper.frame(2, "2026-03-03T23:30", phase(Stage.ASLEEP, 420)), BERLIN)
                .hear(sleeper.frame(3, "2026-03-05T23:30", phase(Stage.ASLEEP, 410)), BERLIN);

        assertThat(life.nights()).containsOnlyKeys(dates("2026-03-03", "2026-03-04", "2026-03-06"));
        assertThat(life.nights().values())
                .allSatisfy(night -> assertThat(night.heart().resting()).isNaN());
    }

    @Test
    void aNightHeardBeforeItsMinutesIsToldAgainWithItsHeart() {
        var frame = sleeper.frame(1, "2026-03-02T23:00", phase(Stage.ASLEEP, 480));
        var minutes = sleeper.usualDays("2026-03-02T12:00", 1).minutes();
        var heard = Life.start().over(minutes.subList(0, 60), BERLIN).hear(frame, BERLIN);
        var after = heard.over(minutes.subList(60, minutes.size()), BERLIN);

        assertThat(heard.only().heart().resting()).isNaN();
        assertThat(after.only().heart().resting()).isBetween(53.0, 56.0);
        assertThat(after.told()).isEqualTo(2);
    }

    @Test
    void aWeekOfWhichTheDeviceSpeaksFirstIsAsIfTheMinutesHadComeInTime() {
        var minutes = sleeper.usualDays("2026-03-02T12:00", 6).minutes();
        var frames = new ArrayList<SignalFrame>();
        for (int day = 0; day < 6; day++) {
            frames.add(sleeper.frame(day, "2026-03-0" + (2 + day) + "T23:05", phase(Stage.ASLEEP, 460 + day)));
        }
        var inTime = Life.start();
        var deviceFirst = Life.start().over(minutes.subList(0, 10), BERLIN);
        for (int day = 0; day < 6; day++) {
            inTime = inTime.over(minutes.subList(day * 1_440, (day + 1) * 1_440), BERLIN)
                    .hear(frames.get(day), BERLIN);
            deviceFirst = deviceFirst.hear(frames.get(day), BERLIN);
        }
        deviceFirst = deviceFirst.over(minutes.subList(10, minutes.size()), BERLIN);

        assertThat(deviceFirst.nights()).isEqualTo(inTime.nights()).hasSize(6);
        assertThat(deviceFirst.track()).isEqualTo(inTime.track());
    }

    @Test
    void yearsOfWhichOnlyADeviceTellsStaySmall() throws IOException {
        var track = SleepTrack.start();
        for (int day = 0; day < 500; day++) {
            var from = sleeper.at("2026-03-02T23:05").plus(Duration.ofDays(day));
            track = track.hear(InventedSleeper.frame(day, from, List.of(phase(Stage.ASLEEP, 460))), BERLIN)
                    .next();
        }
        var bytes = new ByteArrayOutputStream();
        track.write(new DataOutputStream(bytes));

        assertThat(bytes.size()).isLessThan(1_000);
    }

    @Test
    void aCorrectionReplacesWhatItOverlapsAltogether() {
        var first = sleeper.frame(1, "2026-03-02T22:00", phase(Stage.ASLEEP, 540));
        var shorter = sleeper.frame(2, "2026-03-02T23:00", phase(Stage.ASLEEP, 450));

        var corrected = Life.start().hear(first, BERLIN).hear(shorter, BERLIN);
        assertThat(corrected.only().amounts().total()).isEqualTo(450);
        assertThat(corrected.only().amounts().inBed()).isEqualTo(450);
        assertThat(Life.start().hear(shorter, BERLIN).hear(first, BERLIN).only())
                .as("the earlier version comes later")
                .isEqualTo(corrected.only());
    }

    @Test
    void aCorrectionThatTakesAwayTheEndOfTheTimeInBedTellsTheNightAgain() {
        var corrected = Life.start()
                .hear(sleeper.frame(1, "2026-03-02T23:00", phase(Stage.ASLEEP, 420)), BERLIN)
                .hear(sleeper.frame(2, "2026-03-03T06:30", phase(Stage.AWAKE, 100)), BERLIN)
                .hear(sleeper.frame(3, "2026-03-03T08:00", phase(Stage.AWAKE, 20)), BERLIN);

        assertThat(corrected.only().amounts().inBed()).isEqualTo(420);
    }

    @Test
    void aPieceOfTheNightDoesNotHideWhatMotionSawOfTheRest() {
        var life = Life.start().over(sleeper.usualDays("2026-03-02T12:00", 1).minutes(), BERLIN);
        var heard = life.hear(
                sleeper.frame(1, "2026-03-02T23:30", phase(Stage.LIGHT, 100), phase(Stage.AWAKE, 20)), BERLIN);

        assertThat(heard.only().source()).isEqualTo(Source.MOTION);
        assertThat(heard.only().asleep()).isEqualTo(life.only().asleep());
        assertThat(heard.only().amounts().total())
                .isEqualTo(life.only().amounts().total() - 20);
    }

    @Test
    void whatComesADayAfterTheSleepIsTooLate() {
        var minutes = sleeper.usualDays("2026-03-02T12:00", 3).minutes();
        var life = Life.start().over(minutes, BERLIN);

        assertThat(life.track()
                        .hear(sleeper.frame(1, "2026-03-02T23:00", phase(Stage.ASLEEP, 480)), BERLIN)
                        .next())
                .isSameAs(life.track());
    }

    @Test
    void aNapIsNoNightAndTheLongestSleepOfADateIs() {
        var minutes = sleeper.awake("2026-03-02T12:00", "2026-03-02T23:00")
                .asleep("2026-03-02T23:00", "2026-03-03T03:00")
                .awake("2026-03-03T03:00", "2026-03-03T06:00")
                .asleep("2026-03-03T06:00", "2026-03-03T11:00")
                .awake("2026-03-03T11:00", "2026-03-03T15:00")
                .asleep("2026-03-03T15:00", "2026-03-03T16:30")
                .awake("2026-03-03T16:30", "2026-03-03T20:00")
                .minutes();
        var life = Life.start().over(minutes, BERLIN);

        assertThat(life.told()).as("first the early one, then the longer one").isEqualTo(2);
        assertThat(life.only().asleep().end())
                .isBetween(sleeper.at("2026-03-03T10:57"), sleeper.at("2026-03-03T11:00"));
    }

    @Test
    void aShiftWorkersSleepByDayBelongsToTheDayOnWhichItEnds() {
        var minutes = sleeper.awake("2026-03-02T20:00", "2026-03-03T08:00")
                .asleep("2026-03-03T08:00", "2026-03-03T15:00")
                .awake("2026-03-03T15:00", "2026-03-03T18:00")
                .minutes();

        assertThat(Life.start().over(minutes, BERLIN).only().date()).isEqualTo("2026-03-03");
    }

    @Test
    void theSameSleepBelongsToTheDateOfEachMenteesOwnZone() {
        var frame = sleeper.frame(1, "2026-03-02T21:00", phase(Stage.ASLEEP, 300));

        assertThat(Life.start().hear(frame, BERLIN).only().date()).isEqualTo("2026-03-03");
        assertThat(Life.start().hear(frame, NEW_YORK).only().date()).isEqualTo("2026-03-02");
    }

    @ParameterizedTest(name = "{0}: {1} to {2} is {3} minutes")
    @CsvSource({
        "Europe/Berlin, 2026-03-28T23:00, 2026-03-29T07:00, 420",
        "Europe/Berlin, 2026-10-24T23:00, 2026-10-25T07:00, 540",
        "America/New_York, 2026-03-07T23:00, 2026-03-08T07:00, 420",
        "America/New_York, 2026-10-31T23:00, 2026-11-01T07:00, 540"
    })
    void bothNightsOfDaylightSavingAreAsLongAsTheyWere(String zoneId, String from, String to, int minutes) {
        var zone = java.time.ZoneId.of(zoneId);
        var there = new InventedSleeper(zone, 3);
        var date = LocalDate.parse(to.substring(0, 10));
        var life = there.awake(from.substring(0, 11) + "12:00", from)
                .asleep(from, to)
                .awake(to, date + "T12:00");
        var motion = Life.start().over(life.minutes(), zone);
        var device = motion.hear(there.frame(1, from, phase(Stage.ASLEEP, minutes)), zone);

        assertThat(motion.only().date()).isEqualTo(date);
        assertThat(motion.only().amounts().total()).isBetween(minutes - 8.0, minutes + 0.0);
        assertThat(device.only().date()).isEqualTo(date);
        assertThat(device.only().amounts().total()).isEqualTo(minutes);
        assertThat(device.only().asleep().end()).isEqualTo(there.at(to));
    }

    @Test
    void weeksOfNightsTellRegularityJetlagAndDebt() {
        var life = Life.start();
        long counter = 0;
        double owed = 0;
        for (var date = LocalDate.parse("2026-03-02"); date.isBefore(LocalDate.parse("2026-03-30")); ) {
            boolean isFree = date.getDayOfWeek().getValue() >= 6;
            var evening = date.minusDays(1) + (isFree ? "T23:55" : "T23:00");
            life = life.hear(sleeper.frame(counter++, evening, phase(Stage.ASLEEP, isFree ? 480 : 420)), BERLIN);
            boolean counts = !date.isAfter(LocalDate.parse("2026-03-27"));
            owed = counts ? 0.9 * owed + (isFree ? 0 : 60) : owed;
            date = date.plusDays(1);
        }
        var rhythm = life.nights().get(LocalDate.parse("2026-03-27")).pattern();

        assertThat(life.nights()).hasSize(28);
        assertThat(rhythm.socialJetlag()).as("an hour and 25 minutes later").isEqualTo(85, within(1e-9));
        assertThat(rhythm.debt())
                .as("an hour more each workday, of a need of eight")
                .isEqualTo(owed, within(1e-9));
        assertThat(rhythm.regularity())
                .as("nobody said what was outside the sleep")
                .isNaN();
    }

    @Test
    void theSameEveryDayIsAsRegularAsItGets() {
        var life = Life.start().over(sleeper.usualDays("2026-03-02T12:00", 9).minutes(), BERLIN);

        assertThat(life.nights()).hasSize(9);
        assertThat(life.nights().get(LocalDate.parse("2026-03-06")).pattern().regularity())
                .as("the fourth night has too few days before it")
                .isNaN();
        assertThat(life.nights().get(LocalDate.parse("2026-03-11")).pattern().regularity())
                .isBetween(97.0, 100.0);
    }

    @Test
    void aMinuteThatIsNotAfterTheLastChangesNothing() {
        var minutes = sleeper.usualDays("2026-03-02T12:00", 1).minutes();
        var track = Life.start().over(minutes, BERLIN).track();

        assertThat(track.over(minutes.get(minutes.size() - 1), BERLIN).next()).isSameAs(track);
        assertThat(track.over(minutes.get(3), BERLIN).next()).isSameAs(track);
    }

    @Test
    void aFrameOfAnotherStreamIsRefused() {
        var motion = new SignalFrame(
                new FrameId(new DeviceId("watch-0001"), 1),
                StreamKind.MOTION,
                sleeper.at("2026-03-02T23:00"),
                Series.of(Duration.ofSeconds(1), 0.001, 0.1));

        assertThatThrownBy(() -> SleepTrack.start().hear(motion, BERLIN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A frame of motion tells no sleep");
    }

    private static List<SleepMinute> withoutHeart(List<SleepMinute> minutes) {
        return minutes.stream()
                .map(minute ->
                        new SleepMinute(minute.startMs(), minute.wear(), minute.counts(), Double.NaN, Double.NaN))
                .toList();
    }

    private static double span(Night night) {
        return night.inBed().orElse(night.asleep()).length().toMinutes();
    }

    private static LocalDate[] dates(String... dates) {
        return Stream.of(dates).map(LocalDate::parse).toArray(LocalDate[]::new);
    }
}
