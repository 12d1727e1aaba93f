package org.handrail.analytics.feature.heart;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.handrail.analytics.Rhythm;
import org.junit.jupiter.api.Test;

class HeartFiguresTests {

    private final SlidingBeats beats = SlidingBeats.start(1);
    private long end;

    @Test
    void aMinuteNeedsTwentyBeatsOnHalfOfItsTime() {
        beatSteadily(30, 900);
        beats.advanceTo(60_000);
        assertThat(HeartFigures.minute(beats, true).heartRate())
                .as("27 s of beats")
                .isNaN();

        beatSteadily(4, 900);
        beats.advanceTo(60_000);
        assertThat(HeartFigures.minute(beats, true).heartRate())
                .as("30.8 s of beats")
                .isCloseTo(60_000 / 905.0, within(1e-9));
    }

    @Test
    void aSlowHeartOfFewerThanTwentyBeatsIsUnknown() {
        beatSteadily(19, 1_900);
        beats.advanceTo(60_000);

        assertThat(HeartFigures.minute(beats, true).heartRate()).isNaN();
    }

    @Test
    void variabilityNeedsBeatsThatFollowOneAnother() {
        for (int pair = 0; pair < 14; pair++) {
            beatSteadily(3, 800);
            end += 1_500;
        }
        beats.advanceTo(60_000);
        var minute = HeartFigures.minute(beats, true);
        assertThat(minute.rmssd()).as("28 differences").isNotNaN();

        var alone = SlidingBeats.start(1);
        long time = 0;
        for (int beat = 0; beat < 40; beat++) {
            time += 1_400;
            alone.push(time, 900);
        }
        alone.advanceTo(60_000);
        var scattered = HeartFigures.minute(alone, true);
        assertThat(scattered.heartRate()).isNotNaN();
        assertThat(scattered.rmssd()).as("no beat follows another").isNaN();
    }

    @Test
    void fiveMinutesGiveAllFromFourFifthsOnAndLittleFromHalf() {
        beatSteadily(200, 800);
        beats.advanceTo(300_000);
        var half = HeartFigures.withShape(HeartFigures.fiveMinutes(beats, true), beats);
        assertThat(half.coverage()).isCloseTo(200 * 805 / 300_000.0, within(1e-9));
        assertThat(half.rmssd()).isNotNaN();
        assertThat(half.sdnn()).isNotNaN();
        assertThat(half.scatter().sd1()).isNaN();
        assertThat(half.shape().powers().hf()).isNaN();
        assertThat(half.shape().sampleEntropy()).isNaN();

        beatSteadily(120, 800);
        beats.advanceTo(300_000);
        var full = HeartFigures.withShape(HeartFigures.fiveMinutes(beats, true), beats);
        assertThat(full.scatter().sd1()).isNotNaN();
        assertThat(full.shape().powers().hf()).isPositive();
        assertThat(full.shape().powers().lf()).isNotNaN();
    }

    @Test
    void lessThanHalfOfFiveMinutesIsUnknown() {
        beatSteadily(100, 800);
        beats.advanceTo(300_000);

        var little = HeartFigures.fiveMinutes(beats, true);
        assertThat(little.heartRate()).isNaN();
        assertThat(little.sdnn()).isNaN();
        assertThat(little.rhythm()).isEqualTo(Rhythm.UNKNOWN);
    }

    @Test
    void anIrregularRhythmOnAStillWristHasAHeartRateAndNothingElse() {
        beatIrregularly();

        var minute = HeartFigures.minute(beats, true);
        assertThat(minute.rhythm()).isEqualTo(Rhythm.IRREGULAR);
        assertThat(minute.heartRate()).isBetween(60.0, 100.0);
        assertThat(minute.rmssd()).isNaN();
        var five = HeartFigures.fiveMinutes(beats, true);
        assertThat(five.rhythm()).isEqualTo(Rhythm.IRREGULAR);
        assertThat(five.heartRate()).isBetween(60.0, 100.0);
        assertThat(five.sdnn()).isNaN();
        assertThat(five.shape().powers().hf()).isNaN();
    }

    @Test
    void theSameBeatsOfAMovingWristAreABadSensorAndNotARhythm() {
        beatIrregularly();

        assertThat(HeartFigures.minute(beats, false).rhythm()).isNotEqualTo(Rhythm.IRREGULAR);
    }

    @Test
    void whereMostBeatsDoNotFitThereIsNoVariabilityWhateverTheReason() {
        beatIrregularly();

        var minute = HeartFigures.minute(beats, false);
        assertThat(minute.rmssd()).isNaN();
        assertThat(minute.pnn20()).isNaN();
        var five = HeartFigures.fiveMinutes(beats, false);
        assertThat(five.rmssd()).isNaN();
        assertThat(five.sdnn()).isNaN();
        assertThat(HeartFigures.withShape(five, beats).shape().powers().hf()).isNaN();
    }

    @Test
    void noBeatsAtAllAreUnknown() {
        beats.advanceTo(300_000);

        assertThat(HeartFigures.minute(beats, true).coverage()).isZero();
        assertThat(HeartFigures.minute(beats, true).heartRate()).isNaN();
        assertThat(HeartFigures.minute(beats, true).quality()).isNaN();
        assertThat(HeartFigures.fiveMinutes(beats, true).heartRate()).isNaN();
    }

    private void beatSteadily(int count, int rr) {
        for (int i = 0; i < count; i++) {
            int interval = rr + i % 2 * 10;
            end += interval;
            beats.push(end, interval);
        }
    }

    private void beatIrregularly() {
        int[] pattern = {500, 1_100, 640, 900, 480, 1_250, 760, 560, 1_010, 700};
        for (int i = 0; end < 299_000; i++) {
            int rr = pattern[i % pattern.length];
            end += rr;
            beats.push(end, rr);
        }
        beats.advanceTo(300_000);
    }

    private static Offset<Double> within(double offset) {
        return Offset.offset(offset);
    }
}
