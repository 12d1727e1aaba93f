package org.handrail.analytics.sleep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the goldens leave out: nothing, too little, and the unknown. */
class SleepFiguresTests {

    private static final long MINUTE = 60_000;
    private static final double NONE = Double.NaN;

    @Test
    void midnightLiesBetweenTenToAndTenPast() {
        assertThat(CircularTime.of(1_430, 10).mean() % 1_440).isCloseTo(0, within(1e-9));
        assertThat(CircularTime.difference(10, 1_430)).isEqualTo(20);
        assertThat(CircularTime.difference(1_430, 10)).isEqualTo(-20);
    }

    @Test
    void timesThatAgreeAreConcentratedHoweverTheyAreRounded() {
        var random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            var times = new double[1 + random.nextInt(30)];
            Arrays.fill(times, random.nextDouble() * 1_440);
            var circular = CircularTime.of(times);
            assertThat(circular.concentration()).isBetween(1 - 1e-15, 1.0);
            assertThat(circular.spread()).isBetween(0.0, 1e-9);
        }
    }

    @Test
    void ofNoTimesNothingIsKnown() {
        assertThat(CircularTime.of()).isEqualTo(new CircularTime(NONE, NONE, NONE));
        assertThat(CircularTime.of(3, NONE)).isEqualTo(new CircularTime(NONE, NONE, NONE));
    }

    @Test
    void withoutFreeDaysThereIsNoJetlag() {
        var jetlag = SocialJetlag.of(new double[] {180}, new double[] {480}, new double[0], new double[0]);

        assertThat(jetlag.absolute()).isNaN();
        assertThat(jetlag.correctedAbsolute()).isNaN();
    }

    @Test
    void needIsEightHoursUntilFourFreeNightsAreKnown() {
        assertThat(SleepDebt.need(new double[] {500, 520, 540})).isEqualTo(480);
        assertThat(SleepDebt.need(new double[] {500, 520, 540, 560, 580})).isEqualTo(564, within(1e-9));
    }

    @Test
    void aNightOfWhichNothingIsKnownOwesAndPaysNothing() {
        assertThat(SleepDebt.after(90, NONE, 480)).isEqualTo(90);
        assertThat(SleepDebt.over(new double[0], 480)).isZero();
    }

    @Test
    void aNightHasItsTwentyEightDaysEvenWhenAWeekOfLaterOnesIsKnown() {
        var random = new Random(4);
        var history = SleepHistory.NONE;
        var debts = new LinkedHashMap<LocalDate, Double>();
        for (int day = 0; day < 60; day++) {
            var date = LocalDate.parse("2026-03-02").plusDays(day);
            history = history.with(
                    List.of(), List.of(new SleepHistory.Brief(date, 20_000 + random.nextInt(9_000), 30_000, 9_000)));
            debts.put(date, history.debt(date));
            var weekBefore = date.minusDays(8);
            assertThat(history.debt(weekBefore)).isEqualTo(debts.getOrDefault(weekBefore, NONE));
        }
        assertThat(debts.values()).filteredOn(debt -> debt > 0).hasSizeGreaterThan(40);
    }

    @Test
    void ofPairsThatAreNotKnownRegularityIsUnknown() {
        var epochs = new SleepState[2 * 1_440];
        Arrays.fill(epochs, SleepState.UNKNOWN);

        assertThat(SleepRegularity.of(epochs, 1_440)).isEqualTo(new SleepRegularity(NONE, 0));
    }

    @Test
    void aDayWithMoreThanSixHoursUnknownIsLeftOut() {
        var epochs = new SleepState[8 * 1_440];
        Arrays.setAll(epochs, i -> i % 1_440 < 480 ? SleepState.ASLEEP : SleepState.AWAKE);
        Arrays.fill(epochs, 3 * 1_440, 3 * 1_440 + 360, SleepState.UNKNOWN);
        assertThat(SleepRegularity.ofKnownDays(epochs, 1_440).pairs()).isEqualTo(7 * 1_440 - 2 * 360);

        epochs[3 * 1_440 + 360] = SleepState.UNKNOWN;
        assertThat(SleepRegularity.ofKnownDays(epochs, 1_440)).isEqualTo(new SleepRegularity(100, 5 * 1_440));

        epochs[5 * 1_440] = SleepState.UNKNOWN;
        assertThat(SleepRegularity.ofKnownDays(epochs, 1_440).index())
                .as("less than five days of pairs")
                .isNaN();
    }

    @Test
    void aNightWithoutSleepIsAllLatencyAndOneWithoutKnowledgeIsUnknown() {
        var awake = NightMetrics.of(List.of(new SleepStretch(0, 60 * MINUTE, SleepState.AWAKE)), 0, 480 * MINUTE);
        assertThat(awake.total()).isZero();
        assertThat(awake.latency()).isEqualTo(480);
        assertThat(awake.unknown()).isEqualTo(420);
        assertThat(awake.asleep()).isEmpty();

        var unknown = NightMetrics.of(List.of(), 0, 480 * MINUTE);
        assertThat(unknown.inBed()).isEqualTo(480);
        assertThat(unknown.total()).isNaN();
        assertThat(unknown.efficiency()).isNaN();
    }

    @Test
    void goingOverIntoTheUnknownIsNoAwakening() {
        var stretches = List.of(
                new SleepStretch(0, 60 * MINUTE, SleepState.LIGHT),
                new SleepStretch(60 * MINUTE, 90 * MINUTE, SleepState.DEEP),
                new SleepStretch(100 * MINUTE, 110 * MINUTE, SleepState.AWAKE),
                new SleepStretch(110 * MINUTE, 200 * MINUTE, SleepState.REM),
                new SleepStretch(200 * MINUTE, 205 * MINUTE, SleepState.AWAKE),
                new SleepStretch(205 * MINUTE, 300 * MINUTE, SleepState.ASLEEP));
        var metrics = NightMetrics.of(stretches, 0, 300 * MINUTE);

        assertThat(metrics.awakenings()).isEqualTo(1);
        assertThat(metrics.total()).isEqualTo(275);
        assertThat(metrics.wakeAfterOnset()).isEqualTo(15);
        assertThat(metrics.unknown()).isEqualTo(10);
    }

    @Test
    void unknownCountsNeverTurnAMinuteFromAwakeToAsleepOrBack() {
        var random = new Random(2);
        for (int i = 0; i < 100_000; i++) {
            var counts = new double[ColeKripke.MINUTES];
            Arrays.setAll(counts, k -> random.nextInt(3) * random.nextDouble() * 3);
            var known = ColeKripke.judge(counts);
            counts[random.nextInt(counts.length)] = NONE;
            counts[random.nextInt(counts.length)] = NONE;
            var state = ColeKripke.judge(counts);
            assertThat(state.isAsleep()).isFalse();
            assertThat(state.isAwake() && known.isAsleep()).isFalse();
        }
    }

    @Test
    void motionBecomesCountsByTheWearersOwnQuantiles() {
        assertThat(ReferenceCounts.of(0.28, 0.002, 0.28)).isEqualTo(ReferenceCounts.P99);
        assertThat(ReferenceCounts.of(0.002, 0.002, 0.28)).isZero();
        assertThat(ReferenceCounts.of(0.001, 0.002, 0.28)).isZero();
        assertThat(ReferenceCounts.of(0.56 - 0.002, 0.002, 0.28)).isCloseTo(2 * ReferenceCounts.P99, within(1e-12));
        assertThat(ReferenceCounts.of(NONE, 0.002, 0.28)).isNaN();
        assertThat(ReferenceCounts.of(0.1, 0.28, 0.28)).isNaN();
        assertThat(ReferenceCounts.of(0.1, NONE, 0.28)).isNaN();
    }

    @Test
    void fiveMinutesOfTheHeartNeedThreeThatAreKnown() {
        var cells = HeartCells.NONE;
        double[] heart = {60, NONE, 62, NONE, 64, 70, 71, NONE, NONE, NONE, 50};
        double[] rmssd = {NONE, NONE, NONE, NONE, 41, NONE, NONE, NONE, NONE, NONE, 50};
        for (int minute = 0; minute < heart.length; minute++) {
            cells = cells.over(minute, heart[minute], rmssd[minute]);
        }

        assertThat(cells.heartRate(0)).isCloseTo(62, within(1e-9));
        assertThat(cells.rmssd(0)).isEqualTo(41);
        assertThat(cells.heartRate(1)).isNaN();
        assertThat(cells.rmssd(1)).isNaN();
        assertThat(cells.heartRate(2)).as("still open").isNaN();
        assertThat(cells.over(10_000, 60, 30).heartRate(0)).as("long ago").isNaN();
    }

    @Test
    void fiveMinutesThatAreUnknownAreNotThoseOfTwoDaysBefore() {
        var cells = HeartCells.NONE;
        int pause = HeartCells.MINUTES * (HeartCells.CELLS + 20);
        for (int minute = 0; minute < pause + 60; minute++) {
            if (minute < pause || minute >= pause + 50) {
                cells = cells.over(minute, 60, 30);
            }
        }

        for (int cell = 0; cell < 10; cell++) {
            assertThat(cells.heartRate(pause / HeartCells.MINUTES + cell)).isNaN();
            assertThat(cells.rmssd(pause / HeartCells.MINUTES + cell)).isNaN();
        }
        assertThat(cells.heartRate(pause / HeartCells.MINUTES - 1)).isEqualTo(60);
    }

    @Test
    void whatIsUsualWhileAwakeIsTheMedian() {
        var random = new Random(3);
        var waking = WakingHeart.UNKNOWN;
        for (int i = 0; i < 20_000; i++) {
            boolean isFast = random.nextInt(10) == 0;
            waking = waking.learn(isFast ? 150 : 70 + 10 * random.nextDouble());
        }

        assertThat(waking.level()).as("five of nine of the slow ones").isCloseTo(75.6, within(1.0));
        assertThat(waking.rulesOutSleep(new double[] {74, NONE, 78, 80})).isTrue();
        assertThat(waking.rulesOutSleep(new double[] {74, NONE, 60, 80})).isFalse();
        assertThat(waking.rulesOutSleep(new double[] {NONE, 90, 90}))
                .as("two windows are too few")
                .isFalse();
        assertThat(WakingHeart.UNKNOWN.learn(70).rulesOutSleep(new double[] {90, 90, 90}))
                .as("learnt from too little")
                .isFalse();
    }
}
