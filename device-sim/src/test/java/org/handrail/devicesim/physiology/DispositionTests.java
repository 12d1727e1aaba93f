package org.handrail.devicesim.physiology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import org.handrail.signals.DeviceId;
import org.handrail.signals.TimeWindow;
import org.junit.jupiter.api.Test;

/** Ways in which people differ show where they should, and people are drawn in their shares. */
class DispositionTests {

    private static final Instant NOON = Instant.parse("2026-05-11T12:00:00Z");
    private static final TimeWindow HOUR = new TimeWindow(NOON, NOON.plusSeconds(3_600));

    @Test
    void anAthleteHasASlowHeartThatVariesMuch() {
        var athlete = seated(Disposition.ATHLETE);
        var typical = seated(Disposition.TYPICAL);

        assertThat(athlete.truth(NOON).heartRate())
                .isLessThan(typical.truth(NOON).heartRate() - 15);
        assertThat(athlete.truth(NOON).rmssdMs())
                .isGreaterThan(1.5 * typical.truth(NOON).rmssdMs());
    }

    @Test
    void drySkinHardlyShowsItsResponses() {
        var dry = MinuteFeatures.of(seated(Disposition.LOW_SKIN_RESPONDER).channels(HOUR), HOUR);
        var typical = MinuteFeatures.of(seated(Disposition.TYPICAL).channels(HOUR), HOUR);

        assertThat(dry.stream().mapToDouble(MinuteFeatures::conductance).max().orElseThrow())
                .isLessThan(0.4);
        assertThat(dry.stream().mapToDouble(MinuteFeatures::responses).sum())
                .isLessThan(0.3
                        * typical.stream()
                                .mapToDouble(MinuteFeatures::responses)
                                .sum());
    }

    /** Bootsma 1970: in atrial fibrillation at rest no serial correlation differs from zero. */
    @Test
    void aFibrillatingHeartHasNoOrderInItsIntervals() {
        var day = new TimeWindow(NOON, NOON.plus(Duration.ofHours(3)));
        double[] irregular = correlations(seated(Disposition.ARRHYTHMIA).trueIntervalsMs(day));
        double[] regular = correlations(seated(Disposition.TYPICAL).trueIntervalsMs(day));

        // Within 0.06: the rate itself wanders a little.
        assertThat(irregular[0]).as("lag 1").isBetween(-0.06, 0.06);
        assertThat(irregular[1]).as("lag 2").isBetween(-0.06, 0.06);
        assertThat(Math.abs(regular[0]) + Math.abs(regular[1]))
                .as("a regular rhythm")
                .isGreaterThan(0.3);
        double mean = 60_000 / seated(Disposition.ARRHYTHMIA).truth(NOON).heartRate();
        assertThat(seated(Disposition.ARRHYTHMIA).truth(NOON).rmssdMs()).isBetween(0.25 * mean, 0.4 * mean);
    }

    @Test
    void aTypicalDispositionChangesNothing() {
        assertThat(Disposition.TYPICAL.of(Traits.typical())).isEqualTo(Traits.typical());
    }

    @Test
    void aPopulationHoldsEachDispositionInItsShare() {
        var counts = new EnumMap<Disposition, Integer>(Disposition.class);
        for (long seed = 0; seed < 10_000; seed++) {
            counts.merge(Population.dispositionOf(seed), 1, Integer::sum);
        }
        assertThat(counts.get(Disposition.TYPICAL)).isBetween(5_000, 5_400);
        assertThat(counts.get(Disposition.LOW_SKIN_RESPONDER)).isBetween(900, 1_100);
        assertThat(counts.get(Disposition.ATHLETE)).isBetween(700, 900);
        assertThat(counts.get(Disposition.ARRHYTHMIA)).isBetween(240, 360);
        assertThat(counts.get(Disposition.SHIFT_WORKER)).isBetween(1_080, 1_320);
        assertThat(counts.get(Disposition.RESTLESS)).isBetween(1_370, 1_630);
    }

    @Test
    void thePersonWithANumberIsAlwaysTheSame() {
        for (long seed = 0; seed < 100; seed++) {
            assertThat(Population.person(seed)).isEqualTo(Population.person(seed));
        }
        assertThat(Population.person(1)).isNotEqualTo(Population.person(2));
    }

    private static double[] correlations(int... intervals) {
        double mean = java.util.Arrays.stream(intervals).average().orElseThrow();
        var sums = new double[3];
        for (int i = 2; i < intervals.length; i++) {
            for (int lag = 0; lag < 3; lag++) {
                sums[lag] += (intervals[i] - mean) * (intervals[i - lag] - mean);
            }
        }
        return new double[] {sums[1] / sums[0], sums[2] / sums[0]};
    }

    private static Wearer seated(Disposition disposition) {
        var span = new TimeWindow(NOON.minusSeconds(7_200), NOON.plus(Duration.ofHours(3)));
        return new Wearer(WearerSettings.quiet(new DeviceId("someone-1"), 7, ZoneOffset.UTC)
                .withTraits(disposition.of(Traits.typical()))
                .withFixed(List.of(new Stretch(span, Activity.SEATED))));
    }
}
