package org.handrail.analytics.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.handrail.analytics.HeartMinute;
import org.handrail.analytics.HeartVariability;
import org.handrail.analytics.Rhythm;
import org.handrail.analytics.SkinEvidence;
import org.handrail.analytics.SkinMinute;
import org.handrail.analytics.StreamMean;
import org.handrail.analytics.Wear;
import org.handrail.analytics.feature.MinuteFeatures;
import org.handrail.analytics.feature.Movement;
import org.handrail.analytics.risk.MotionGate.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MotionGateTests {

    private static final MotionGate.Usual USUAL = new MotionGate.Usual(70, 0.01);
    private static final double STILL = 0.005;
    private static final double WALKING = 0.2;

    @Test
    void aMinuteIsActiveWhenMoreThanHalfOfItMoves() {
        double[] half = {WALKING, WALKING, WALKING, STILL, STILL, STILL};
        double[] more = {WALKING, WALKING, WALKING, WALKING, STILL, STILL};

        assertThat(MotionGate.START.over(minute(70, half), USUAL).verdict()).isEqualTo(Verdict.OPEN);
        assertThat(MotionGate.START.over(minute(70, more), USUAL).verdict()).isEqualTo(Verdict.ACTIVE);
    }

    @Test
    void aWristThatIsNeverStillWithAFasterHeartIsWorkFromTheSecondMinuteOn() {
        var once = MotionGate.START.over(minute(80, all(0.02)), USUAL);
        var twice = once.next().over(minute(80, all(0.02)), USUAL);

        assertThat(once.verdict()).isEqualTo(Verdict.OPEN);
        assertThat(twice.verdict()).isEqualTo(Verdict.ACTIVE);
    }

    @Test
    void aHeartFarFasterOnAWristWithLittleStillnessIsWorkAtOnceAsOnABicycle() {
        double[] pedalling = {0.02, 0.02, STILL, 0.02, 0.02, STILL};

        assertThat(MotionGate.START.over(minute(110, pedalling), USUAL).verdict())
                .isEqualTo(Verdict.ACTIVE);
        assertThat(MotionGate.START.over(minute(110, all(STILL)), USUAL).verdict())
                .as("a fast heart on a still wrist is what is looked for")
                .isEqualTo(Verdict.OPEN);
    }

    @Test
    void aWristThatIsNeverStillIsWorkFromTheThirdMinuteOnWhateverTheHeart() {
        assertThat(verdicts(minute(72, all(0.02)), USUAL))
                .startsWith(Verdict.OPEN, Verdict.OPEN, Verdict.ACTIVE)
                .endsWith(Verdict.ACTIVE);
    }

    @Test
    void whoAlwaysMovesSoIsNotAtWork() {
        assertThat(verdicts(minute(85, all(0.02)), new MotionGate.Usual(70, 0.025)))
                .containsOnly(Verdict.OPEN);
    }

    @Test
    void aRestlessHandWithAMildlyFasterHeartNeedsNoRecovery() {
        var gate = MotionGate.START;
        for (int minute = 0; minute < 12; minute++) {
            gate = gate.over(minute(84, all(0.02)), USUAL).next();
        }

        assertThat(gate.over(minute(84, all(STILL)), USUAL).verdict()).isEqualTo(Verdict.OPEN);
    }

    @ParameterizedTest(name = "after {0} active minutes at a heart rate of {1} there are {2} to recover")
    @CsvSource({"1, 85, 2", "4, 85, 2", "5, 85, 5", "9, 120, 5", "10, 85, 5", "10, 120, 15", "60, 120, 15"})
    void recoveryLastsAsLongAsTheExertionWants(int active, double heartRate, int recovery) {
        var verdicts = afterWork(active, heartRate, 80);

        assertThat(verdicts.subList(0, active)).containsOnly(Verdict.ACTIVE);
        assertThat(verdicts.subList(active, active + recovery)).containsOnly(Verdict.RECOVERING);
        assertThat(verdicts.subList(active + recovery, active + 30)).containsOnly(Verdict.OPEN);
    }

    @Test
    void aHeartThatIsDownAlreadyEndsTheWaitButNotRightAfterHardWork() {
        assertThat(afterWork(5, 85, 71).subList(5, 35)).containsOnly(Verdict.OPEN);
        assertThat(afterWork(10, 120, 71).subList(10, 20)).containsOnly(Verdict.RECOVERING);
        assertThat(afterWork(10, 120, 71).subList(20, 40)).containsOnly(Verdict.OPEN);
    }

    private static List<Verdict> afterWork(int active, double working, double resting) {
        var verdicts = new ArrayList<Verdict>();
        var gate = MotionGate.START;
        for (int minute = 0; minute < active + 30; minute++) {
            boolean works = minute < active;
            var advance = gate.over(minute(works ? working : resting, all(works ? 0.5 : STILL)), USUAL);
            gate = advance.next();
            verdicts.add(advance.verdict());
        }
        return verdicts;
    }

    private static List<Verdict> verdicts(MinuteFeatures always, MotionGate.Usual usual) {
        var verdicts = new ArrayList<Verdict>();
        var gate = MotionGate.START;
        for (int minute = 0; minute < 5; minute++) {
            var advance = gate.over(always, usual);
            gate = advance.next();
            verdicts.add(advance.verdict());
        }
        return verdicts;
    }

    @Test
    void aMinuteWithoutMotionIsNotActiveAndTeachesNothing() {
        var advance = MotionGate.START.over(minute(70, all(Double.NaN)), USUAL);

        assertThat(advance.verdict()).isEqualTo(Verdict.OPEN);
        assertThat(advance.next()).isEqualTo(MotionGate.START);
    }

    @Test
    void theLongRunQuantilesBecomeTheWearersOwn() {
        var random = new SplittableRandom(4);
        var gate = MotionGate.START;
        List<Double> seen = new ArrayList<>();
        for (int minute = 0; minute < 20_000; minute++) {
            double[] windows = new double[6];
            Arrays.setAll(windows, i -> Math.exp(Math.log(0.02) + 0.8 * random.nextGaussian()));
            Arrays.stream(windows).forEach(seen::add);
            gate = gate.over(minute(70, windows), USUAL).next();
        }
        seen.sort(Double::compare);

        assertThat(gate.lnLow()).isCloseTo(Math.log(seen.get(seen.size() / 100)), Offset.offset(0.4));
        assertThat(gate.lnHigh()).isCloseTo(Math.log(seen.get(seen.size() * 99 / 100)), Offset.offset(0.4));
    }

    private static MinuteFeatures minute(double heartRate, double[] tenSeconds) {
        double mean = Arrays.stream(tenSeconds).average().orElse(Double.NaN);
        return new MinuteFeatures(
                Wear.WORN,
                new HeartMinute(1, 1, Rhythm.REGULAR, heartRate, 40, 50),
                HeartVariability.only(1, Rhythm.REGULAR, heartRate),
                SkinMinute.unknown(0, 0, SkinEvidence.TOO_LITTLE),
                Double.NaN,
                new Movement(mean, 1, tenSeconds),
                new StreamMean(33, 1));
    }

    private static double[] all(double movement) {
        var windows = new double[6];
        Arrays.fill(windows, movement);
        return windows;
    }
}
