package org.handrail.analytics.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.handrail.signals.Beats;
import org.handrail.signals.DeviceId;
import org.handrail.signals.FrameContent;
import org.handrail.signals.FrameId;
import org.handrail.signals.Series;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.StreamKind;
import org.junit.jupiter.api.Test;

class MinuteSamplesTests {

    private static final Instant START = Instant.parse("2026-03-28T20:00:00Z");

    private long counter;

    @Test
    void whatIsMissingOrImpossibleLowersTheCoverageAndNothingElse() {
        double[] rates = rates(60, 70);
        Arrays.fill(rates, 0, 12, Double.NaN);
        Arrays.fill(rates, 12, 18, 300);

        var heart = gather(series(StreamKind.HEART_RATE, 0, 1_000, rates)).of(StreamKind.HEART_RATE);

        assertThat(heart.coverage()).isEqualTo(0.7);
        assertThat(heart.mean()).isEqualTo(70);
    }

    @Test
    void skinConductanceKeepsWhatMakesItsNeighboursDoubtful() {
        double[] skin = rates(240, 2);
        skin[100] = 80;
        skin[101] = Double.NaN;

        var samples = gather(series(StreamKind.SKIN_CONDUCTANCE, 0, 250, skin)).of(StreamKind.SKIN_CONDUCTANCE);

        assertThat(samples.size()).isEqualTo(240);
        assertThat(samples.values()[100]).isEqualTo(80);
        assertThat(samples.values()[101]).isNaN();
    }

    @Test
    void aMinuteWithoutAStreamHasNoneOfIt() {
        var minute = gather();

        assertThat(minute.of(StreamKind.MOTION).coverage()).isZero();
        assertThat(minute.of(StreamKind.MOTION).mean()).isNaN();
        assertThat(minute.beats().size()).isZero();
    }

    @Test
    void samplesBelongToTheMinuteInWhichTheyWereTaken() {
        var minute = gather(
                series(StreamKind.MOTION, -10_000, 1_000, rates(20, 0.1)),
                series(StreamKind.MOTION, 50_000, 1_000, rates(20, 0.2)),
                series(StreamKind.SKIN_CONDUCTANCE, 50_000, 1_000, rates(30, 2)));

        assertThat(minute.of(StreamKind.MOTION).size()).isEqualTo(20);
        assertThat(minute.of(StreamKind.SKIN_CONDUCTANCE).size()).isEqualTo(10);
    }

    @Test
    void aBeatBelongsToTheMinuteInWhichItEnded() {
        var minute = gather(
                frame(StreamKind.BEATS, -500, Beats.of(1_000)),
                frame(StreamKind.BEATS, -900, Beats.of(900)),
                frame(StreamKind.BEATS, 59_000, Beats.of(1_000, 1_000)));

        assertThat(minute.beats().size()).isEqualTo(2);
        assertThat(minute.beats().endMs(0)).isEqualTo(START.toEpochMilli() + 500);
        assertThat(minute.beats().endMs(1)).as("at the very end").isEqualTo(START.toEpochMilli() + 60_000);
    }

    @Test
    void aGapBetweenBeatsIsNoBeat() {
        var minute = gather(frame(StreamKind.BEATS, 0, Beats.of(800, -30_000, 820)));

        assertThat(minute.beats().size()).isEqualTo(2);
        assertThat(minute.beats().rrMs(1)).isEqualTo(820);
        assertThat(minute.beats().endMs(1)).isEqualTo(START.toEpochMilli() + 31_620);
    }

    @Test
    void theOrderOfFramesDoesNotMatterEvenWhereTheyOverlap() {
        var frames = new ArrayList<>(List.of(
                series(StreamKind.MOTION, 0, 1_000, rates(30, 0.1)),
                series(StreamKind.MOTION, 20_000, 1_000, rates(30, 0.3)),
                frame(StreamKind.BEATS, 10_000, Beats.of(800, 810, 790)),
                frame(StreamKind.BEATS, 10_800, Beats.of(815, 790))));
        var forward = MinuteSamples.gather(START.toEpochMilli(), frames);
        Collections.reverse(frames);
        var backward = MinuteSamples.gather(START.toEpochMilli(), frames);

        assertThat(backward.of(StreamKind.MOTION).mean())
                .isEqualTo(forward.of(StreamKind.MOTION).mean());
        assertThat(backward.of(StreamKind.MOTION).size()).isEqualTo(50);
        assertThat(backward.beats().size()).isEqualTo(forward.beats().size());
        for (int i = 0; i < forward.beats().size(); i++) {
            assertThat(backward.beats().endMs(i)).isEqualTo(forward.beats().endMs(i));
            assertThat(backward.beats().rrMs(i)).isEqualTo(forward.beats().rrMs(i));
        }
    }

    private static MinuteSamples gather(SignalFrame... frames) {
        return MinuteSamples.gather(START.toEpochMilli(), List.of(frames));
    }

    private SignalFrame series(StreamKind stream, long offsetMs, int spacingMs, double[] values) {
        return frame(stream, offsetMs, Series.of(Duration.ofMillis(spacingMs), 0.001, values));
    }

    private SignalFrame frame(StreamKind stream, long offsetMs, FrameContent content) {
        return new SignalFrame(
                new FrameId(new DeviceId("dev-samples"), counter++), stream, START.plusMillis(offsetMs), content);
    }

    private static double[] rates(int count, double value) {
        var rates = new double[count];
        Arrays.fill(rates, value);
        return rates;
    }
}
