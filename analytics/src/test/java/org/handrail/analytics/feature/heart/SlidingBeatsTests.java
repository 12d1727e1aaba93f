package org.handrail.analytics.feature.heart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.analytics.golden.Golden.assertClose;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.handrail.analytics.golden.Golden;
import org.junit.jupiter.api.Test;

class SlidingBeatsTests {

    @Test
    void everyMinuteOfTheInventedHalfHourEqualsTheReference() {
        checkMinutes(Golden.inventedTable("syn_stream_in.csv"), Golden.inventedTable("syn_stream_out.csv"), "accepted");
    }

    @Test
    void everyMinuteOfARealRestEqualsTheReference() {
        checkMinutes(
                Golden.recordedTable("stream_in_rest_rhenan.csv"),
                Golden.recordedTable("stream_out_rest_rhenan.csv"),
                "acc");
    }

    @Test
    void aMillionPushesAndEvictionsLeaveExactlyTheSumsOfAFreshCount() {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        var beats = SlidingBeats.start(1);
        long end = 1_700_000_000_000L;
        for (int i = 1; i <= 1_000_000; i++) {
            int rr = rr(random, i);
            end += rr + (random.nextInt(50) == 0 ? random.nextInt(90_000) : 0);
            beats.push(end, rr);
            if (random.nextInt(10) == 0) {
                end += random.nextInt(400);
                beats.advanceTo(end);
            }
            if (i % 9_973 == 0) {
                assertRecountedAlike(beats, end, seed);
            }
        }
        assertRecountedAlike(beats, end, seed);
    }

    private static int rr(Random random, int i) {
        return switch (random.nextInt(20)) {
            case 0 -> 1 + random.nextInt(4_000);
            case 1 -> 1 + random.nextInt(300);
            default -> (int) (800 + 150 * Math.sin(i / 90.0) + 30 * random.nextGaussian());
        };
    }

    private static void assertRecountedAlike(SlidingBeats beats, long end, long seed) {
        var fresh = SlidingBeats.of(
                1, beats.acceptance().reference(), beats.acceptance().excludedInARow(), beats.packed());
        fresh.advanceTo(end);
        beats.advanceTo(end);
        assertThat(fresh.minuteSums().isSameAs(beats.minuteSums()))
                .as("seed %d", seed)
                .isTrue();
        assertThat(fresh.fiveMinuteSums().isSameAs(beats.fiveMinuteSums()))
                .as("seed %d", seed)
                .isTrue();
        assertThat(recount(beats.packed(), end - 60_000).isSameAs(beats.minuteSums()))
                .as("seed %d", seed)
                .isTrue();
    }

    /** The definition, without a ring: all beats after that time, all pairs of neighbours among the accepted ones. */
    private static BeatSums recount(long[] packed, long after) {
        var sums = new BeatSums(1);
        long previous = 0;
        for (long beat : packed) {
            int rr = PackedBeat.rr(beat);
            if (PackedBeat.end(beat) <= after) {
                continue;
            }
            if (!PackedBeat.isAccepted(beat)) {
                sums.countExcluded(rr >= 300 && rr <= 2_000 ? 1 : 0, rr);
            } else {
                sums.countNn(1, rr);
                long missing = PackedBeat.end(beat) - PackedBeat.end(previous) - rr;
                if (previous != 0 && Math.abs(missing) <= 20) {
                    sums.countPair(1, PackedBeat.rr(previous), rr);
                }
                previous = beat;
            }
        }
        return sums;
    }

    @Test
    void aGapMakesNoDifference() {
        var beats = SlidingBeats.start(1);
        for (int i = 1; i <= 30; i++) {
            beats.push(i * 800L + (i > 15 ? 5_000 : 0), 800);
        }

        assertThat(beats.minuteSums().differences()).isEqualTo(28);
    }

    @Test
    void aBeatThatIsSentTwiceCountsOnce() {
        var beats = SlidingBeats.start(1);
        beats.push(800, 800);
        beats.push(800, 800);
        beats.push(700, 700);

        assertThat(beats.minuteSums().nnCount()).isEqualTo(1);
    }

    @Test
    void oneWrongAnchorDoesNotExcludeEverything() {
        var beats = SlidingBeats.start(1);
        int[] rr = {1_500, 800, 800, 800, 800, 800};
        long end = 0;
        for (int interval : rr) {
            end += interval;
            beats.push(end, interval);
        }

        assertThat(beats.minuteSums().nnCount()).isEqualTo(3);
    }

    @Test
    void moreBeatsThanAnyHeartMakesKeepMemoryBounded() {
        var beats = SlidingBeats.start(1);
        IntStream.rangeClosed(1, 100_000).forEach(i -> beats.push(i * 10L, 10));

        assertThat(beats.packed()).hasSizeLessThanOrEqualTo(2_048);
    }

    @Test
    void takingABeatInAllocatesNothing() {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var beats = SlidingBeats.start(1);
        long end = push(beats, 0, 100_000);
        long before = threads.getCurrentThreadAllocatedBytes();
        push(beats, end, 100_000);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(allocated).as("bytes for 100,000 beats").isLessThan(1_000);
    }

    private static long push(SlidingBeats beats, long from, int count) {
        long end = from;
        for (int i = 0; i < count; i++) {
            int rr = 780 + i % 40;
            end += rr;
            beats.push(end, rr);
        }
        return end;
    }

    private static void checkMinutes(List<Map<String, String>> in, List<Map<String, String>> out, String accepted) {
        var beats = SlidingBeats.start(1);
        int next = 0;
        for (var expected : out) {
            long end = Long.parseLong(expected.get("t_s")) * 1_000;
            while (next < in.size() && Double.parseDouble(in.get(next).get("t_ms")) <= end) {
                var row = in.get(next++);
                beats.push((long) Double.parseDouble(row.get("t_ms")), (int) Double.parseDouble(row.get("rr_ms")));
            }
            beats.advanceTo(end);
            checkWindow(expected, "60", beats.minuteSums(), beats.minuteNn(), beats.minuteBins(), accepted);
            checkWindow(
                    expected, "300", beats.fiveMinuteSums(), beats.fiveMinuteNn(), beats.fiveMinuteBins(), accepted);
        }
    }

    private static void checkWindow(
            Map<String, String> expected, String window, BeatSums sums, NnSeries nn, NnBins bins, String accepted) {
        if (expected.get("n" + window).isEmpty()) {
            return;
        }
        var at = expected.get("t_s") + " s, window of " + window + " s: ";
        assertThat(sums.rrCount()).as(at + "beats").isEqualTo(Integer.parseInt(expected.get("n" + window)));
        double given = Double.parseDouble(expected.get(accepted + window));
        double acceptedCount = accepted.equals("acc") ? given * sums.rrCount() : given;
        assertThat(Math.round(acceptedCount)).as(at + "accepted").isEqualTo(sums.nnCount());
        assertClose(
                at + "coverage",
                sums.nnTotal() / (1_000 * Integer.parseInt(window)),
                Double.parseDouble(expected.get("cov" + window)));
        Map.<String, Double>ofEntries(
                        Map.entry("ndiff", (double) sums.differences()),
                        Map.entry("mean_nn_", sums.meanNn()),
                        Map.entry("sdnn_", sums.sdnn()),
                        Map.entry("rmssd_", sums.rmssd()),
                        Map.entry("ln_rmssd_", Math.log(sums.rmssd())),
                        Map.entry("sdsd_", sums.sdsd()),
                        Map.entry("pnn50_", sums.pnn50()),
                        Map.entry("pnn20_", sums.pnn20()),
                        Map.entry("cvsd_", sums.cvsd()),
                        Map.entry("sd1_", sums.sd1()),
                        Map.entry("sd2_", sums.sd2()),
                        Map.entry("mean_hr_of_mean_", sums.heartRate()),
                        Map.entry("sqrt_si_", Math.sqrt(bins.stressIndex())),
                        Map.entry("tri_", bins.triangularIndex()),
                        Map.entry(
                                "hf_",
                                LombSpectrum.bands(nn.timesMs(), nn.valuesMs(), nn.size())
                                        .hf()),
                        Map.entry(
                                "lf_",
                                LombSpectrum.bands(nn.timesMs(), nn.valuesMs(), nn.size())
                                        .lf()),
                        Map.entry(
                                "sampen_",
                                SampleEntropy.of(nn.ticks(), nn.size()).value()))
                .forEach((column, actual) -> {
                    var reference = expected.getOrDefault(column + window, "");
                    if (!reference.isEmpty()) {
                        assertClose(at + column, actual, Double.parseDouble(reference));
                    }
                });
    }
}
