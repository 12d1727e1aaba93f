package org.handrail.analytics.sleep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.handrail.analytics.golden.Golden.assertClose;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.handrail.analytics.Wear;
import org.handrail.analytics.golden.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** science/golden/sleep_*.json: days of states, an actigraph's counts, and the figures of nights. */
class SleepReferenceTests {

    private static final int DAY = 1_440;
    private static final double EXACT = 1e-12;

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"perfect_regular_23_07", "alternating_2h_shift", "anti_12h", "realistic_seed20240101"})
    void regularityIsThatOfTheReference(String record) {
        var golden = Golden.invented("sleep_simple.json").get(record);
        var epochs = epochs(golden.get("state_rle"));

        var regularity = SleepRegularity.of(epochs, DAY);
        assertThat(regularity.pairs()).isEqualTo(golden.get("pairs").asInt());
        assertClose("sri", regularity.index(), golden.get("canonical_sri").asDouble(), EXACT);
        assertThat(regularity.index()).isCloseTo(golden.get("sleepreg_sri").asDouble(), within(EXACT * 100));
        assertThat(SleepRegularity.ofKnownDays(epochs, DAY))
                .as("no day of these has more than six hours unknown")
                .isEqualTo(regularity);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"perfect_regular_23_07", "alternating_2h_shift", "realistic_seed20240101"})
    void nightsAreThoseOfTheReference(String record) {
        var golden = Golden.invented("sleep_simple.json").get(record);
        var stretches = stretches(golden.get("state_rle"));
        for (var expected : golden.get("nights")) {
            assertNight(stretches, expected);
        }
    }

    /** The file names no input; its nights are the first of the invented record. */
    @Test
    void nightsAreThoseThatWereComparedWithBioPsyKit() {
        var stretches = stretches(Golden.invented("sleep_simple.json")
                .get("realistic_seed20240101")
                .get("state_rle"));
        var beds = Golden.invented("sleep_simple.json")
                .get("realistic_seed20240101")
                .get("nights");
        var compared = Golden.recorded("sleep_endpoints_biopsykit.json");
        assertThat(compared).hasSize(beds.size());
        for (int i = 0; i < compared.size(); i++) {
            var expected = compared.get(i).get("canonical");
            var metrics = metrics(stretches, beds.get(i));
            assertClose("tst", metrics.total(), expected.get("tst").asDouble());
            assertClose("sol", metrics.latency(), expected.get("sol").asDouble());
            assertClose("waso", metrics.wakeAfterOnset(), expected.get("waso").asDouble());
            assertClose("se", metrics.efficiency(), expected.get("se").asDouble());
            assertClose("tib", metrics.inBed(), expected.get("tib").asDouble());
            assertClose("snooze", metrics.snooze(), expected.get("snooze").asDouble());
            assertThat(metrics.awakenings())
                    .isEqualTo(expected.get("awakenings").asInt());
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"perfect_regular_23_07", "alternating_2h_shift", "realistic_seed20240101"})
    void jetlagAndDebtAreThoseOfTheReference(String record) {
        var golden = Golden.invented("sleep_simple.json").get(record);
        var nights = golden.get("nights");
        var circular = golden.get("mid_sleep_circular");
        var mid = CircularTime.of(column(nights, "mid"));
        assertClose("mean", mid.mean(), circular.get("mean_min").asDouble());
        assertClose("R", mid.concentration(), circular.get("R").asDouble());
        double spread = circular.get("sd_min").asDouble();
        assertThat(mid.spread()).isCloseTo(spread, within(Golden.TOLERANCE * Math.max(1, spread)));

        var expected = golden.get("social_jetlag");
        var free = expected.get("free_day_flags");
        var jetlag = SocialJetlag.of(
                column(nights, "mid", free, false),
                column(nights, "spt", free, false),
                column(nights, "mid", free, true),
                column(nights, "spt", free, true));
        assertClose("msw", jetlag.workMid(), expected.get("msw").asDouble());
        assertClose("msf", jetlag.freeMid(), expected.get("msf").asDouble());
        assertThat(jetlag.signed()).isCloseTo(expected.get("sjl_signed").asDouble(), within(Golden.TOLERANCE));
        assertThat(jetlag.absolute()).isCloseTo(expected.get("sjl_abs").asDouble(), within(Golden.TOLERANCE));
        assertClose("week", jetlag.weekPeriod(), expected.get("sd_week").asDouble());
        assertClose("msf_sc", jetlag.correctedFreeMid(), expected.get("msf_sc").asDouble());
        assertThat(jetlag.correctedAbsolute()).isCloseTo(expected.get("sjl_sc").asDouble(), within(Golden.TOLERANCE));

        var debts = Golden.doubles(golden.get("sleep_debt_need480_lam0.9_cap60"));
        var asleep = column(nights, "tst");
        for (int n = 1; n <= debts.length; n++) {
            assertClose("debt", SleepDebt.over(Arrays.copyOf(asleep, n), 480), debts[n - 1]);
        }
    }

    @Test
    void anActigraphsDaysAreScoredAsByTheReference() {
        var golden = Golden.recorded("sleep_actigraphy_awd01.json");
        boolean[] scored = ColeKripke.score(counts(golden));

        assertThat(SleepReferenceTests.epochs(scored))
                .isEqualTo(epochs(golden.get("cole_kripke").get("canon_rle")));
    }

    /** Sadeh's weights are for raw counts. */
    @Test
    void theOtherScoringGivesTheReferencesMinutesToo() {
        var golden = Golden.recorded("sleep_actigraphy_awd01.json");
        boolean[] scored = Sadeh.score(Golden.doubles(golden.get("counts_first_5_days")));

        assertThat(SleepReferenceTests.epochs(scored))
                .isEqualTo(epochs(golden.get("sadeh").get("canon_rle")));
    }

    /** All but the first four minutes, of which a stream cannot know, and the last two, of which it does not know yet. */
    @Test
    void aStreamScoresAnActigraphsDaysAsTheWhole() {
        double[] counts = counts(Golden.recorded("sleep_actigraphy_awd01.json"));
        boolean[] whole = ColeKripke.score(counts);
        var track = SleepTrack.start();
        for (int t = 0; t < counts.length; t++) {
            var minute = new SleepMinute(t * 60_000L, Wear.WORN, counts[t], Double.NaN, Double.NaN);
            track = track.over(minute, ZoneOffset.UTC).next();
        }
        for (int t = 4; t < counts.length - 2; t++) {
            var state = track.stateAt(t * 60_000L);
            assertThat(state.isKnown()).isTrue();
            assertThat(state.isAsleep()).as("minute %d", t).isEqualTo(whole[t]);
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"cole_kripke", "sadeh"})
    void anActigraphsRegularityIsThatOfTheReference(String scoring) {
        var golden = Golden.recorded("sleep_actigraphy_awd01.json");
        var expected = golden.get("sri").get(scoring + "_canon");
        var epochs = epochs(golden.get(scoring).get("canon_rle"));

        var regularity = SleepRegularity.of(epochs, DAY);
        assertClose("sri", regularity.index(), expected.get("canonical").asDouble(), EXACT);
        assertThat(regularity.pairs()).isEqualTo(expected.get("pairs").asInt());
        assertThat(SleepRegularity.ofKnownDays(epochs, DAY).index())
                .as("five days give pairs of four, which is too little")
                .isNaN();
    }

    /** The one number that the rescaling of motion to counts rests on. */
    @Test
    void theReferencesMovementIsThatOfTheActigraph() {
        double[] counts = counts(Golden.recorded("sleep_actigraphy_awd01.json"));
        Arrays.sort(counts);
        double at = 0.99 * (counts.length - 1);
        int below = (int) at;
        assertClose(
                "p99", counts[below] + (at - below) * (counts[below + 1] - counts[below]), ReferenceCounts.P99, 1e-12);
    }

    private static void assertNight(List<SleepStretch> stretches, JsonNode expected) {
        var metrics = metrics(stretches, expected);
        assertClose("tib", metrics.inBed(), expected.get("tib").asDouble());
        assertClose("tst", metrics.total(), expected.get("tst").asDouble());
        assertClose("sol", metrics.latency(), expected.get("sol").asDouble());
        assertClose("waso", metrics.wakeAfterOnset(), expected.get("waso").asDouble());
        assertClose("se", metrics.efficiency(), expected.get("se").asDouble());
        assertClose("spt", metrics.period(), expected.get("spt").asDouble());
        assertClose("snooze", metrics.snooze(), expected.get("snooze").asDouble());
        assertClose("unknown", metrics.unknown(), expected.get("unknown").asDouble());
        assertThat(metrics.awakenings()).isEqualTo(expected.get("awakenings").asInt());
        var asleep = metrics.asleep().orElseThrow();
        assertThat(asleep.start()).isEqualTo(minute(expected.get("onset").asLong()));
        assertThat(asleep.end()).isEqualTo(minute(expected.get("offset").asLong()));
    }

    private static NightMetrics metrics(List<SleepStretch> stretches, JsonNode night) {
        return NightMetrics.of(
                stretches, night.get("bed").asLong() * 60_000, night.get("rise").asLong() * 60_000);
    }

    private static Instant minute(long minute) {
        return Instant.ofEpochSecond(minute * 60);
    }

    private static double[] counts(JsonNode golden) {
        return Arrays.stream(Golden.doubles(golden.get("counts_first_5_days")))
                .map(count -> count / 30)
                .toArray();
    }

    private static double[] column(JsonNode nights, String name) {
        var values = new double[nights.size()];
        Arrays.setAll(values, i -> nights.get(i).get(name).asDouble());
        return values;
    }

    private static double[] column(JsonNode nights, String name, JsonNode flags, boolean flag) {
        var values = new ArrayList<Double>();
        for (int i = 0; i < nights.size(); i++) {
            if (flags.get(i).asBoolean() == flag) {
                values.add(nights.get(i).get(name).asDouble());
            }
        }
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static List<SleepStretch> stretches(JsonNode runs) {
        var stretches = new ArrayList<SleepStretch>();
        long minute = 0;
        for (var run : runs) {
            long next = minute + run.get(1).asLong();
            stretches.add(new SleepStretch(minute * 60_000, next * 60_000, state(run.get(0))));
            minute = next;
        }
        return stretches;
    }

    private static SleepState[] epochs(JsonNode runs) {
        var epochs = new ArrayList<SleepState>();
        for (var run : runs) {
            for (int i = 0; i < run.get(1).asInt(); i++) {
                epochs.add(state(run.get(0)));
            }
        }
        return epochs.toArray(SleepState[]::new);
    }

    private static SleepState[] epochs(boolean[] asleep) {
        var epochs = new SleepState[asleep.length];
        Arrays.setAll(epochs, i -> asleep[i] ? SleepState.ASLEEP : SleepState.AWAKE);
        return epochs;
    }

    private static SleepState state(JsonNode value) {
        return value.isNull() ? SleepState.UNKNOWN : value.asInt() == 1 ? SleepState.ASLEEP : SleepState.AWAKE;
    }
}
