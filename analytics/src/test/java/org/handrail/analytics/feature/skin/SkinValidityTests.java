package org.handrail.analytics.feature.skin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.analytics.golden.Golden.doubles;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.handrail.analytics.golden.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class SkinValidityTests {

    @Test
    void theInventedReferenceHasNothingToExclude() {
        assertSame(Golden.invented("syn_eda_5min.json"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"eda_e4_S01.json", "eda_e4_S05.json", "eda_nk_eventrelated_4hz.json", "eda_nk_rest8min_4hz.json"
            })
    void excludesTheRunsOfTheRecordedReference(String name) {
        assertSame(Golden.recorded(name));
    }

    @Test
    void aViolationReachesFiveSecondsToBothSides() {
        double[] values = level(200);
        values[100] = 0.049;

        assertThat(excluded(usable(values)))
                .isEqualTo(IntStream.rangeClosed(80, 120).boxed().toList());
    }

    @Test
    void aJumpIsAViolationWhereItEnds() {
        double[] values = level(200);
        Arrays.fill(values, 100, 200, 1 + 2.51);

        assertThat(excluded(usable(values)))
                .isEqualTo(IntStream.rangeClosed(80, 120).boxed().toList());
        Arrays.fill(values, 100, 200, 1 + 2.49);
        assertThat(excluded(usable(values))).isEmpty();
    }

    @Test
    void aMissingValueIsNoReasonToDoubtItsNeighbours() {
        double[] values = level(200);
        values[100] = Double.NaN;

        assertThat(excluded(usable(values))).containsExactly(100);
    }

    @Test
    void aViolationReachesOverTheEdgesOfAMinute() {
        double[] values = level(300);
        values[240] = 0.049;
        var minute = of(values, 0, 240, SkinSpan.LONG_AGO);
        var next = of(values, 240, 300, minute.violationMs());
        var later = of(values, 250, 300, next.violationMs());

        assertThat(excluded(minute.isUsable())).startsWith(220).endsWith(260);
        assertThat(minute.violationMs()).as("not yet of this minute").isEqualTo(SkinSpan.LONG_AGO);
        assertThat(excluded(later.isUsable()))
                .isEqualTo(IntStream.rangeClosed(0, 10).boxed().toList());
    }

    /** Written as in science/canon.py, {@code eda_valid}: every violation marks its 41 samples. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void isTheDefinitionHoweverManyViolationsThereAre(long seed) {
        var random = new Random(seed);
        double[] values = SkinSamples.invented(random, 600);
        for (int i = random.nextInt(80); i < values.length; i += 1 + random.nextInt(80)) {
            values[i] = random.nextBoolean() ? 0.01 : 70;
        }
        var expected = new boolean[values.length];
        Arrays.fill(expected, true);
        for (int i = 0; i < values.length; i++) {
            boolean isJump = i > 0 && Math.abs(values[i] - values[i - 1]) * 4 > 10;
            if (values[i] < 0.05 || values[i] > 60 || isJump) {
                Arrays.fill(expected, Math.max(0, i - 20), Math.min(values.length, i + 21), false);
            }
        }

        assertThat(usable(values)).isEqualTo(expected);
    }

    @Test
    void aColdWristIsAWristAndABrokenThermometerTellsNothing() {
        assertThat(SkinValidity.isOnSkin(26.5)).isTrue();
        assertThat(SkinValidity.isOnSkin(21)).isFalse();
        assertThat(SkinValidity.isOnSkin(41)).isFalse();
        assertThat(SkinValidity.isOnSkin(208)).isTrue();
        assertThat(SkinValidity.isOnSkin(Double.NaN)).isTrue();
    }

    private static void assertSame(JsonNode golden) {
        JsonNode runs = golden.get("canonical").get("valid").get("invalid_runs");

        assertThat(runs(usable(doubles(golden.get("eda_uS")))))
                .hasToString(runs.toString().replace(",", ", "));
    }

    private static List<List<Integer>> runs(boolean[] usable) {
        var runs = new ArrayList<List<Integer>>();
        int from = -1;
        for (int i = 0; i <= usable.length; i++) {
            boolean isExcluded = i < usable.length && !usable[i];
            if (isExcluded && from < 0) {
                from = i;
            } else if (!isExcluded && from >= 0) {
                runs.add(List.of(from, i));
                from = -1;
            }
        }
        return runs;
    }

    private static double[] level(int size) {
        var values = new double[size];
        Arrays.fill(values, 1);
        return values;
    }

    private static boolean[] usable(double[] values) {
        return of(values, 0, values.length, SkinSpan.LONG_AGO).isUsable();
    }

    private static SkinValidity of(double[] values, int from, int to, long violationMs) {
        var span = SkinSpan.of(
                SkinSpan.LONG_AGO, Double.NaN, SkinSamples.of(values, from, to), SkinSamples.of(values, to, to + 40));
        var validity = SkinValidity.of(span, false, violationMs);
        return new SkinValidity(
                Arrays.copyOfRange(validity.isUsable(), 1, validity.isUsable().length),
                validity.isWhole(),
                validity.violationMs());
    }

    private static List<Integer> excluded(boolean[] usable) {
        return IntStream.range(0, usable.length).filter(i -> !usable[i]).boxed().toList();
    }
}
