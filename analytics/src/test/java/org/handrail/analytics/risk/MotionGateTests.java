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

    private static final double USUAL_RATE = 70;
    private static final double STILL = 0.005;
    private static final double WALKING = 0.2;

    @Test
    void aMinuteIsActiveWhenMoreThanHalfOfItMoves() {
        double[] half = {WALKING, WALKING, WALKING, STILL, STILL, STILL};
        double[] more = {WALKING, WALKING, WALKING, WALKING, STILL, STILL};

        assertThat(MotionGate.START.over(minute(70, half), USUAL_RATE).verdict())
                .isEqualTo(Verdict.OPEN);
        assertThat(MotionGate.START.over(minute(70, more), USUAL_RATE).verdict())
                .isEqualTo(Verdict.ACTIVE);
    }

    @Test
    void aFastHeartOnASteadilyMovingWristIsExertionAsOnABicycle() {
        double[] pedalling = all(0.02);

        assertThat(MotionGate.START.over(minute(110, pedalling), USUAL_RATE).verdict())
                .isEqualTo(Verdict.ACTIVE);
        assertThat(MotionGate.START.over(minute(110, all(STILL)), USUAL_RATE).verdict())
                .as("a fast heart on a still wrist is what is looked for")
                .isEqualTo(Verdict.OPEN);
        assertThat(MotionGate.START.over(minute(80, pedalling), USUAL_RATE).verdict())
                .isEqualTo(Verdict.OPEN);
    }

    @ParameterizedTest(name = "after {0} active minutes the heart has {1} to come down")
    @CsvSource({"1, 2", "4, 2", "5, 5", "9, 5", "10, 15", "60, 15"})
    void recoveryLastsAsLongAsTheExertionWants(int active, int recovery) {
        var verdicts = new ArrayList<Verdict>();
        var gate = MotionGate.START;
        for (int minute = 0; minute < active + 30; minute++) {
            var advance = gate.over(minute(70, all(minute < active ? 0.5 : STILL)), USUAL_RATE);
            gate = advance.next();
            verdicts.add(advance.verdict());
        }

        assertThat(verdicts.subList(0, active)).containsOnly(Verdict.ACTIVE);
        assertThat(verdicts.subList(active, active + recovery)).containsOnly(Verdict.RECOVERING);
        assertThat(verdicts.subList(active + recovery, active + 30)).containsOnly(Verdict.OPEN);
    }

    @Test
    void aMinuteWithoutMotionIsNotActiveAndTeachesNothing() {
        var advance = MotionGate.START.over(minute(70, all(Double.NaN)), USUAL_RATE);

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
            gate = gate.over(minute(70, windows), USUAL_RATE).next();
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
