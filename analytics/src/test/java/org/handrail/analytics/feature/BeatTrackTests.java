package org.handrail.analytics.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.handrail.analytics.quality.Beat;
import org.junit.jupiter.api.Test;

class BeatTrackTests {

    @Test
    void regularBeatsGiveTheirRateAndDifferences() {
        var minute = BeatTrack.START.over(alternating(60, 980, 1_020, 0)).minute();

        assertThat(minute.heartRate()).isCloseTo(60, within(1e-9));
        assertThat(minute.rmssd()).isCloseTo(40, within(1e-9));
        assertThat(minute.differences()).isEqualTo(59);
    }

    @Test
    void aGapNeverCreatesADifference() {
        var beats = new ArrayList<>(alternating(25, 980, 1_020, 0));
        beats.addAll(alternating(25, 980, 1_020, 30_000));

        assertThat(BeatTrack.START.over(beats).minute().differences()).isEqualTo(48);
    }

    @Test
    void anEctopicBeatIsExcludedWithBothItsDifferences() {
        var beats = new ArrayList<>(alternating(30, 1_000, 1_000, 0));
        beats.add(new Beat(30_500, 500));
        beats.add(new Beat(31_900, 1_400));
        beats.addAll(alternating(20, 1_000, 1_000, 31_900));
        var minute = BeatTrack.START.over(beats).minute();

        assertThat(minute.accepted()).isEqualTo(50);
        assertThat(minute.sumSquaredMs2()).isZero();
    }

    @Test
    void aWrongAnchorDoesNotExcludeForEver() {
        var advance = new BeatTrack(500, 0).over(alternating(40, 1_000, 1_000, 0));

        assertThat(advance.minute().accepted()).isEqualTo(37);
    }

    @Test
    void tooFewBeatsGiveNothingRatherThanZero() {
        var minute = BeatTrack.START.over(alternating(19, 1_000, 1_010, 0)).minute();

        assertThat(minute.heartRate()).isNaN();
        assertThat(minute.rmssd()).isNaN();
    }

    private static List<Beat> alternating(int count, int oneMs, int otherMs, long fromMs) {
        var beats = new ArrayList<Beat>();
        long at = fromMs;
        for (int i = 0; i < count; i++) {
            int rr = i % 2 == 0 ? oneMs : otherMs;
            at += rr;
            beats.add(new Beat(at, rr));
        }
        return beats;
    }
}
