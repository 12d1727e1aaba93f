package org.handrail.analytics.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.handrail.analytics.Reliability.Bin;
import org.handrail.signals.MenteeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalibrationTests {

    private static final MenteeId MAYA = new MenteeId(new UUID(1, 1));
    private static final MenteeId JONAS = new MenteeId(new UUID(1, 2));
    private static final MenteeId NEW = new MenteeId(new UUID(1, 3));

    @Test
    void twentyNineHardMomentsCalibrateNothing() {
        assertThat(Calibration.fit(alternating(58, 1))).isEmpty();
        assertThat(Calibration.fit(alternating(60, 1))).isPresent();
        assertThat(Calibration.reliability(alternating(60, 1))).isEmpty();
    }

    /** The truth is a curve of slope 0.8 and offset −0.5. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatIsForetoldComesTrueAsOftenAsItSays(long seed) {
        var moments = invented(seed, 2_000, 0);

        var risk = Calibration.fit(moments).orElseThrow();
        assertThat(risk.probability(NEW, 2)).as("seed %d", seed).isCloseTo(truth(2, 0), within(0.06));
        assertThat(risk.probability(NEW, -2)).as("seed %d", seed).isCloseTo(truth(-2, 0), within(0.06));

        var reliability = Calibration.reliability(moments).orElseThrow();
        assertThat(reliability.words()).isGreaterThan(1_800);
        assertThat(reliability.bins()).hasSize(5).allSatisfy(bin -> comesTrue(bin, seed));
        assertThat(reliability.brier()).isBetween(0.1, 0.22);
    }

    @Test
    void whoSaysHardMoreOftenThanOthersIsMovedTowardsIt() {
        var moments = new ArrayList<>(invented(6, 600, 0));
        var ofJonas = invented(7, 200, 1.5);
        ofJonas.forEach(one -> moments.add(new Judged(JONAS, one.score(), one.hard(), one.weight())));

        var risk = Calibration.fit(moments).orElseThrow();

        assertThat(risk.probability(JONAS, 0)).isGreaterThan(risk.probability(MAYA, 0) + 0.15);
        assertThat(risk.probability(NEW, 0)).isBetween(risk.probability(MAYA, 0), risk.probability(JONAS, 0));
    }

    @Test
    void aPersonOfOneWordIsMovedHardlyAtAll() {
        var moments = new ArrayList<>(invented(8, 600, 0));
        moments.add(new Judged(NEW, 0, true, 1));

        var offset = Calibration.fit(moments).orElseThrow().byMentee().get(NEW);

        assertThat(offset).isBetween(0.0, 0.1);
    }

    @Test
    void aWeightOfTwoCountsAsTheMomentTwice() {
        var once = invented(9, 300, 0);
        var weighed = new ArrayList<Judged>();
        var twice = new ArrayList<Judged>();
        for (var one : once) {
            double weight = one.hard() ? 2 : 1;
            weighed.add(new Judged(MAYA, one.score(), one.hard(), weight));
            IntStream.range(0, (int) weight).forEach(copy -> twice.add(one));
        }

        var risk = Calibration.fit(weighed).orElseThrow();
        var expected = Calibration.fit(twice).orElseThrow();

        assertThat(risk.slope()).isCloseTo(expected.slope(), within(1e-6));
        assertThat(risk.offset()).isCloseTo(expected.offset(), within(1e-6));
    }

    @Test
    void noWordStandsForMoreThanFive() {
        assertThat(Judged.weight(0.8)).isEqualTo(1.25);
        assertThat(Judged.weight(0.02)).isEqualTo(5);
    }

    @Test
    void nothingIsForetoldFromWhatCameLater() {
        var moments = invented(10, 400, 0);
        var early = Calibration.reliability(moments.subList(0, 200)).orElseThrow();
        var turned = new ArrayList<>(moments);
        for (int i = 200; i < 400; i++) {
            var one = moments.get(i);
            turned.set(i, new Judged(MAYA, one.score(), !one.hard(), 1));
        }

        assertThat(Calibration.reliability(turned.subList(0, 200))).contains(early);
        assertThat(Calibration.reliability(turned).orElseThrow().brier()).isGreaterThan(early.brier() + 0.1);
    }

    @Test
    void rankingIsJudgedWithinPersonsWhoSaidEnough() {
        var moments = new ArrayList<Judged>();
        add(moments, MAYA, new double[] {1, 2, 3, 4, 5, 6}, i -> i >= 3);
        add(moments, JONAS, new double[] {101, 101, 101, 101, 101, 101}, i -> i % 2 == 0);
        add(moments, NEW, new double[] {9, 8, 7, 6, 5}, i -> i > 2);

        var ranking = Ranking.withinPerson(moments);

        assertThat(ranking.persons()).isEqualTo(2);
        assertThat(ranking.mean()).hasValue(0.75);
        assertThat(Ranking.withinPerson(List.of()).mean()).isEmpty();
    }

    private static void comesTrue(Bin bin, long seed) {
        assertThat(bin.foretold()).isBetween(bin.from(), bin.to());
        assertThat(bin.foretold())
                .as("seed %d, %s", seed, bin)
                .isBetween(bin.hard().low() - 0.05, bin.hard().high() + 0.05);
    }

    private static List<Judged> alternating(int words, double weight) {
        var moments = new ArrayList<Judged>();
        for (int i = 0; i < words; i++) {
            moments.add(new Judged(MAYA, i % 7 - 3, i % 2 == 0, weight));
        }
        return moments;
    }

    private static void add(List<Judged> moments, MenteeId mentee, double[] scores, IntPredicate hard) {
        for (int i = 0; i < scores.length; i++) {
            moments.add(new Judged(mentee, scores[i], hard.test(i), 1));
        }
    }

    private static List<Judged> invented(long seed, int words, double shift) {
        var random = new Random(seed);
        var moments = new ArrayList<Judged>();
        for (int i = 0; i < words; i++) {
            double score = random.nextGaussian() * 2;
            moments.add(new Judged(MAYA, score, random.nextDouble() < truth(score, shift), 1));
        }
        return moments;
    }

    private static double truth(double score, double shift) {
        return 1 / (1 + Math.exp(-(0.8 * score - 0.5 + shift)));
    }
}
