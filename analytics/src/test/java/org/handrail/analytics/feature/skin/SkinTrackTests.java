package org.handrail.analytics.feature.skin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.handrail.analytics.golden.Golden.assertClose;
import static org.handrail.analytics.golden.Golden.doubles;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.handrail.analytics.SkinEvidence;
import org.handrail.analytics.SkinMinute;
import org.handrail.analytics.golden.Golden;
import org.handrail.analytics.quality.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class SkinTrackTests {

    /** The references count responses near the floor too. */
    private static final ResponseSettings REFERENCE = new ResponseSettings(0.05, 0.01, 0.5, 6, 0);

    @Test
    void everyMinuteIsThatOfTheInventedReference() {
        assertSame(Golden.invented("syn_eda_5min.json"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"eda_e4_S01.json", "eda_e4_S05.json", "eda_nk_eventrelated_4hz.json", "eda_nk_rest8min_4hz.json"
            })
    void everyMinuteIsThatOfTheRecordedReference(String name) {
        assertSame(Golden.recorded(name));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void eachResponseCountsOnceHoweverTheSamplesAreCut(long seed) {
        var random = new Random(seed);
        double[] values = SkinSamples.invented(random, 2_400);
        int whole = (int) over(SkinTrack.start(), values, 0, 2_400, 0).minute().responses();
        var track = SkinTrack.start();
        int counted = 0;
        for (int from = 0; from < values.length; ) {
            int to = Math.min(values.length, from + 120 + random.nextInt(200));
            var advance = over(track, values, from, to, random.nextInt(40));
            track = SkinTrack.of(ResponseSettings.STANDARD, advance.next().numbers());
            counted += (int) advance.minute().responses();
            from = to;
        }

        assertThat(whole).isGreaterThan(5);
        assertThat(counted).isEqualTo(whole);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28, 29, 30})
    void whatTheTrackRemembersDoesNotDependOnTheCut(long seed) {
        var random = new Random(seed);
        double[] values = SkinSamples.invented(random, 1_200);
        for (int i = 0; i < 4; i++) {
            values[random.nextInt(values.length)] = random.nextBoolean() ? Double.NaN : 70;
        }
        var whole = over(SkinTrack.start(), values, 0, 960, 40).next();
        var track = SkinTrack.start();
        for (int from = 0; from < 960; ) {
            int to = Math.min(960, from + 1 + random.nextInt(300));
            track = over(track, values, from, to, 40).next();
            from = to;
        }
        double[] told = track.numbers();
        double[] expected = whole.numbers();

        assertThat(told).isEqualTo(expected);
        assertThat(SkinTrack.of(ResponseSettings.STANDARD, told))
                .isEqualTo(whole)
                .hasSameHashCodeAs(whole);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {41, 42, 43, 44, 45, 46, 47, 48, 49, 50})
    void aGapNeverMakesAResponse(long seed) {
        var random = new Random(seed);
        double[] values = new double[240];
        Arrays.setAll(values, i -> (i < 100 ? 1 : 1.9) + 0.004 * random.nextDouble());
        Arrays.fill(values, 100, 101 + random.nextInt(40), Double.NaN);

        var before = over(SkinTrack.start(), values, 0, 60, 0).next();
        var gone = SkinSamples.withoutNaN(SkinSamples.of(values, 60, 240));

        assertThat(over(before, values, 60, 240, 0).minute().responses()).isZero();
        assertThat(over(before, gone, Samples.NONE).minute().responses()).isZero();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {61, 62, 63, 64, 65, 66, 67, 68, 69, 70})
    void aMissingValueOnlyLowersTheCoverage(long seed) {
        var random = new Random(seed);
        double[] values = SkinSamples.invented(random, 280);
        double[] holed = values.clone();
        int holes = 1 + random.nextInt(100);
        for (int i = 0; i < holes; i++) {
            holed[random.nextInt(240)] = Double.NaN;
        }
        var whole = over(SkinTrack.start(), values, 0, 240, 40).minute();
        var some = over(SkinTrack.start(), holed, 0, 240, 40).minute();
        long missing = Arrays.stream(holed).filter(Double::isNaN).count();
        double[] sorted = Arrays.copyOf(values, 240);
        Arrays.sort(sorted);

        assertThat(whole.coverage()).isEqualTo(1);
        assertThat(some.coverage()).isCloseTo(1 - missing / 240.0, within(1e-12));
        assertThat(some.level()).isBetween(sorted[0], sorted[239]);
        assertThat(some.evidence()).isEqualTo(SkinEvidence.USABLE);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {81, 82, 83, 84, 85, 86, 87, 88, 89, 90})
    void aValueThatIsNoNumberIsOneThatNeverCame(long seed) {
        var random = new Random(seed);
        double[] values = SkinSamples.invented(random, 520);
        for (int i = 0; i < 20; i++) {
            values[240 + random.nextInt(239)] = Double.NaN;
        }
        var before = over(SkinTrack.start(), values, 0, 240, 1).next();
        var minute = SkinSamples.of(values, 240, 480);
        var following = SkinSamples.of(values, 480, 520);
        var asNaN = over(before, minute, following);
        var asMissing = over(before, SkinSamples.withoutNaN(minute), following);

        assertThat(asNaN.minute().excluded()).isPositive();
        assertThat(asMissing.minute())
                .isEqualTo(new SkinMinute(
                        asNaN.minute().level(),
                        asNaN.minute().mean(),
                        asNaN.minute().slope(),
                        asNaN.minute().responses(),
                        asNaN.minute().amplitudeSum(),
                        asNaN.minute().halfRecoveryS(),
                        asNaN.minute().coverage(),
                        0,
                        asNaN.minute().evidence()));
        assertThat(asMissing.next()).isEqualTo(asNaN.next());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {101, 102, 103, 104, 105})
    void anotherLevelMovesTheLevelAndChangesNoResponse(long seed) {
        double[] values = SkinSamples.invented(new Random(seed), 1_200);
        double[] raised = Arrays.stream(values).map(value -> value + 8).toArray();
        List<SkinMinute> here = SkinSamples.minutes(ResponseSettings.STANDARD, values);
        List<SkinMinute> there = SkinSamples.minutes(ResponseSettings.STANDARD, raised);

        for (int i = 0; i < here.size(); i++) {
            assertThat(there.get(i).responses()).isEqualTo(here.get(i).responses());
            assertThat(there.get(i).amplitudeSum()).isCloseTo(here.get(i).amplitudeSum(), within(1e-12));
            assertThat(there.get(i).level()).isCloseTo(here.get(i).level() + 8, within(1e-12));
            assertThat(there.get(i).slope()).isCloseTo(here.get(i).slope(), within(1e-9));
        }
    }

    @Test
    void aPeakThatIsConfirmedAfterItsMinuteCountsInItsMinuteOnce() {
        double[] values = new double[480];
        Arrays.setAll(values, i -> i < 230 ? 1 : 1 + 0.05 * Math.max(0, Math.min(i - 229, 478 - i - 229)));
        var first = over(SkinTrack.start(), values, 0, 240, 40);

        assertThat(peakOf(values)).isEqualTo(239);
        assertThat(first.minute().responses()).isEqualTo(1);
        assertThat(over(first.next(), values, 240, 480, 0).minute().responses()).isZero();
    }

    @Test
    void aPeakConfirmedTooLateForItsMinuteCountsInTheNext() {
        double[] values = new double[480];
        Arrays.setAll(values, i -> i < 100 ? 1 : i < 130 ? 1 + 0.01 * (i - 100) : i < 265 ? 1.3 : 1.1);
        values[130] = 1.3005;
        var first = over(SkinTrack.start(), values, 0, 240, 40);

        assertThat(first.minute().responses()).isZero();
        assertThat(over(first.next(), values, 240, 480, 0).minute().responses()).isEqualTo(1);
    }

    @Test
    void theLevelIsUnknownUntilTheSensorHasSettledAndResponsesAreKnown() {
        double[] values = doubles(Golden.invented("syn_eda_5min.json").get("eda_uS"));
        var minute = SkinSamples.of(values, 0, 240);
        var young = SkinTrack.start()
                .over(600_000, minute, Samples.NONE, 33, OptionalLong.of(1))
                .minute();
        var old = SkinTrack.start()
                .over(600_000, minute, Samples.NONE, 33, OptionalLong.of(0))
                .minute();

        assertThat(young.evidence()).isEqualTo(SkinEvidence.SETTLING);
        assertThat(young.level()).isNaN();
        assertThat(young.relativeSlope()).isNaN();
        assertThat(young.responses()).isEqualTo(old.responses()).isPositive();
        assertThat(old.evidence()).isEqualTo(SkinEvidence.USABLE);
        assertThat(old.relativeSlope()).isEqualTo(old.slope() / old.level());
        assertThat(old.lnAmplitudeSum()).isEqualTo(Math.log1p(old.amplitudeSum()));
    }

    @Test
    void nearTheFloorResponsesAreUnknownAndTheLevelIsNot() {
        double[] values = new double[240];
        Arrays.setAll(values, i -> 0.2 + 0.01 * Math.sin(i / 10.0));
        var minute = over(SkinTrack.start(), values, 0, 240, 0).minute();

        assertThat(minute.evidence()).isEqualTo(SkinEvidence.NEAR_FLOOR);
        assertThat(minute.level()).isCloseTo(0.2, within(0.01));
        assertThat(minute.responses()).isNaN();
        assertThat(minute.amplitudeSum()).isNaN();
    }

    @Test
    void aLevelOnceInAMinuteTellsNothingOfResponses() {
        var once = new Samples(new long[] {0}, new double[] {2}, 60_000, 1);
        var minute = over(SkinTrack.start(), once, Samples.NONE).minute();

        assertThat(minute.evidence()).isEqualTo(SkinEvidence.TOO_SLOW);
        assertThat(minute.level()).isEqualTo(2);
        assertThat(minute.slope()).isNaN();
        assertThat(minute.responses()).isNaN();
    }

    @Test
    void aDeviceThatSamplesWithoutMeasureDoesNotMakeTheTrackGrow() {
        var burst = new Samples(new long[] {0, 1, 2}, new double[] {2, 2, 2}, 1e-6, 1);

        assertThat(over(SkinTrack.start(), burst, Samples.NONE).next().numbers())
                .hasSizeLessThan(500);
        assertThat(SkinTrack.start()
                        .over(0, SkinSamples.of(new double[] {2}, 0, 1), Samples.NONE, 33, OptionalLong.empty())
                        .next()
                        .numbers())
                .hasSize(39);
    }

    @Test
    void offTheSkinNothingIsKnownAndARunEnds() {
        double[] values = doubles(Golden.invented("syn_eda_5min.json").get("eda_uS"));
        var on = over(SkinTrack.start(), values, 0, 240, 0).next();
        var off = on.over(60_000, SkinSamples.of(values, 240, 480), Samples.NONE, 21, OptionalLong.empty());

        assertThat(off.minute().evidence()).isEqualTo(SkinEvidence.NOT_ON_SKIN);
        assertThat(off.minute().level()).isNaN();
        assertThat(off.minute().responses()).isNaN();
        assertThat(off.minute().coverage()).isZero();
        assertThat(off.minute().excluded()).isEqualTo(240);
        assertThat(over(off.next(), values, 480, 720, 0).next())
                .isEqualTo(over(SkinTrack.start(), values, 480, 720, 0).next());
    }

    @Test
    void anotherRateBeginsANewRun() {
        double[] values = SkinSamples.invented(new Random(3), 360);
        var before = over(SkinTrack.start(), values, 0, 240, 0).next();
        var timesMs = new long[120];
        Arrays.setAll(timesMs, i -> 60_000 + 500L * i);
        var slower = new Samples(timesMs, Arrays.copyOfRange(values, 240, 360), 500, 1);

        assertThat(over(before, slower, Samples.NONE)).isEqualTo(over(SkinTrack.start(), slower, Samples.NONE));
    }

    @Test
    void aMinuteWithHolesHasTheLevelAndSlopeOfTheRest() {
        double[] values = new double[240];
        Arrays.setAll(values, i -> 1 + 0.3 * i / 240);
        Arrays.fill(values, 30, 50, Double.NaN);
        values[200] = 70;
        var minute = over(SkinTrack.start(), values, 0, 240, 0).minute();

        assertThat(minute.excluded()).isEqualTo(20 + 42);
        assertThat(minute.coverage()).isCloseTo(178 / 240.0, within(1e-12));
        assertClose("slope", minute.slope(), 0.3);
        assertClose("level", minute.level(), 1 + 0.3 * 108.5 / 240);
    }

    @Test
    void tooLittleGivesNothingRatherThanZero() {
        double[] values = SkinSamples.invented(new Random(7), 119);
        var half = over(SkinTrack.start(), values, 0, 240, 0).minute();
        var none = over(SkinTrack.start(), Samples.NONE, Samples.NONE);

        assertThat(half.evidence()).isEqualTo(SkinEvidence.TOO_LITTLE);
        assertThat(half.level()).isNaN();
        assertThat(half.responses()).isNaN();
        assertThat(half.coverage()).isCloseTo(119 / 240.0, within(1e-12));
        assertThat(none.minute().evidence()).isEqualTo(SkinEvidence.TOO_LITTLE);
        assertThat(none.minute().coverage()).isZero();
        assertThat(none.next()).isEqualTo(SkinTrack.start());
    }

    private static void assertSame(JsonNode golden) {
        var minutes = SkinSamples.minutes(REFERENCE, doubles(golden.get("eda_uS")));
        JsonNode expected = golden.get("canonical").get("per_minute");

        assertThat(minutes).hasSize(expected.size());
        for (int i = 0; i < expected.size(); i++) {
            var minute = minutes.get(i);
            assertThat(minute.coverage()).isEqualTo(1);
            assertClose("mean", minute.mean(), expected.get(i).get("scl_mean").asDouble());
            assertClose(
                    "median", minute.level(), expected.get(i).get("scl_median").asDouble());
            assertClose(
                    "slope",
                    minute.slope(),
                    expected.get(i).get("scl_slope_uS_per_min").asDouble());
            assertThat(minute.responses())
                    .isEqualTo(expected.get(i).get("n_scr").asDouble());
            assertClose(
                    "amplitudes",
                    minute.amplitudeSum(),
                    expected.get(i).get("sum_amp").asDouble());
        }
    }

    private static int peakOf(double[] values) {
        int peak = 0;
        for (int i = 0; i < values.length; i++) {
            peak = values[i] > values[peak] ? i : peak;
        }
        return peak;
    }

    private static SkinTrack.Advance over(SkinTrack track, double[] values, int from, int to, int following) {
        return over(track, SkinSamples.of(values, from, to), SkinSamples.of(values, to, to + following));
    }

    private static SkinTrack.Advance over(SkinTrack track, Samples minute, Samples following) {
        long startMs = minute.size() == 0 ? 0 : minute.timesMs()[0];
        return track.over(startMs, minute, following, Double.NaN, OptionalLong.empty());
    }
}
