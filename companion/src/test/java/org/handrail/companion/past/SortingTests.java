package org.handrail.companion.past;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.handrail.companion.past.PastReport.Frames;
import org.handrail.signals.DeviceId;
import org.handrail.signals.FrameId;
import org.handrail.signals.IntList;
import org.handrail.signals.Series;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.StreamKind;
import org.junit.jupiter.api.Test;

class SortingTests {

    private static final Instant NOW = Instant.parse("2026-05-12T18:00:00Z");
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final Duration A_YEAR = Duration.ofDays(365);

    @Test
    void whatEndedLessThanAnHourAgoIsNoPastYet() {
        var span = PastSpan.at(NOW, TEN_MINUTES, Instant.EPOCH, A_YEAR);

        assertThat(span.isPast(minuteEnding(NOW.minus(Duration.ofMinutes(60))))).isTrue();
        assertThat(span.isPast(minuteEnding(NOW.minus(Duration.ofMinutes(59))))).isFalse();
    }

    @Test
    void wherePromptsStayFreshForLongerAPastIsOlderThanThat() {
        var span = PastSpan.at(NOW, Duration.ofHours(3), Instant.EPOCH, A_YEAR);

        assertThat(span.isPast(minuteEnding(NOW.minus(Duration.ofHours(3))))).isTrue();
        assertThat(span.isPast(minuteEnding(NOW.minus(Duration.ofHours(2))))).isFalse();
    }

    @Test
    void everyFrameIsCountedForWhatItIs() {
        var analysedUntil = NOW.minus(Duration.ofDays(2));
        var minutes = new AnalysedMinutes(NOW.minus(Duration.ofDays(400)));
        minutes.add(analysedUntil.minusSeconds(60));
        var sorting = new Sorting(
                PastSpan.at(NOW, TEN_MINUTES, analysedUntil, A_YEAR),
                new long[] {NOW.minus(Duration.ofDays(1)).toEpochMilli()},
                minutes);
        var fresh = minuteEnding(NOW.minus(Duration.ofHours(3)));
        var analysed = minuteEnding(analysedUntil);
        var old = minuteEnding(NOW.minus(A_YEAR).minusSeconds(1));

        var picked = sorting.pick(
                List.of(old, analysed, minuteEnding(NOW.minus(Duration.ofDays(1))), fresh, minuteEnding(NOW)));

        assertThat(picked).containsExactly(old, analysed, fresh);
        assertThat(sorting.counts()).isEqualTo(new Frames(1, 1, 3, 1, 1));
    }

    @Test
    void minutesAreAnalysedUntilTheEndOfTheLastOne() {
        var minutes = new AnalysedMinutes(NOW);
        assertThat(minutes.until()).isEqualTo(NOW);

        minutes.add(NOW.plusSeconds(600));
        minutes.add(NOW.plusSeconds(120));

        assertThat(minutes.until()).isEqualTo(NOW.plusSeconds(660));
        assertThat(minutes.contains(NOW.plusSeconds(125))).isTrue();
        assertThat(minutes.contains(NOW.plusSeconds(180))).isFalse();
    }

    /** Its counter is its end. */
    private static SignalFrame minuteEnding(Instant end) {
        return new SignalFrame(
                new FrameId(new DeviceId("past-1"), end.toEpochMilli()),
                StreamKind.HEART_RATE,
                end.minusSeconds(60),
                new Series(Duration.ofSeconds(60), 1, IntList.of(70)));
    }
}
