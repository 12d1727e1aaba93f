package org.handrail.analytics.feature.heart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.handrail.analytics.golden.Golden;
import org.junit.jupiter.api.Test;

class NightBeatsTests {

    /** Two missed beats, two extra ones and two ectopic ones in five minutes. */
    @Test
    void artifactsDoNotMoveTheFigure() {
        var golden = Golden.invented("syn_rr_artefacts.json");
        double truth = golden.get("clean_time").get("rmssd").asDouble();
        double raw = golden.get("time_raw").get("rmssd").asDouble();

        double night = NightBeats.rmssd(packed(Golden.ints(golden.get("rr_ms"))));

        assertThat(raw).isGreaterThan(3 * truth);
        assertThat(night).isCloseTo(truth, Offset.offset(0.03 * truth));
    }

    @Test
    void aSteadySleeperHasTheRmssdOfAllBeats() {
        int[] rr = breathing(360, 900);
        double squares = 0;
        for (int i = 1; i < rr.length; i++) {
            squares += Math.pow(rr[i] - rr[i - 1], 2);
        }

        assertThat(NightBeats.rmssd(packed(rr))).isCloseTo(Math.sqrt(squares / 359), Offset.offset(1e-9));
    }

    @Test
    void aGapMakesNoDifference() {
        long[] before = packed(breathing(150, 900));
        long[] after = packed(breathing(150, 1_100));
        var both = Arrays.copyOf(before, 300);
        for (int i = 0; i < 150; i++) {
            long endTicks = PackedBeat.end(before[149]) + 10_000 + PackedBeat.end(after[i]);
            both[150 + i] = PackedBeat.of(endTicks, PackedBeat.rr(after[i]), true);
        }

        assertThat(NightBeats.rmssd(both)).isCloseTo(NightBeats.rmssd(packed(breathing(300, 900))), Offset.offset(0.5));
    }

    @Test
    void lessThanHalfOfTheTimeIsUnknown() {
        assertThat(NightBeats.rmssd(packed(breathing(160, 900)))).isNaN();
        assertThat(NightBeats.rmssd(new long[0])).isNaN();
    }

    private static int[] breathing(int count, int mean) {
        return IntStream.range(0, count)
                .map(i -> (int) Math.round(mean + 40 * Math.sin(i * 2 * Math.PI / 4.5)))
                .toArray();
    }

    private static long[] packed(int[] rr) {
        var packed = new long[rr.length];
        long[] end = {0};
        Arrays.setAll(packed, i -> {
            end[0] += rr[i];
            return PackedBeat.of(end[0], rr[i], true);
        });
        return packed;
    }
}
