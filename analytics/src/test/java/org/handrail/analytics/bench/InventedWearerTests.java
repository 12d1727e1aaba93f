package org.handrail.analytics.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.handrail.analytics.feature.MinuteFeatures;
import org.handrail.analytics.feature.MinuteFeatures.Tracks;
import org.handrail.analytics.quality.MinuteSamples;
import org.handrail.signals.DeviceStatus.Contact;
import org.handrail.signals.StreamKind;
import org.junit.jupiter.api.Test;

class InventedWearerTests {

    @Test
    void theSameSeedIsTheSameWearer() {
        assertThat(new InventedWearer(3).minutes(5)).isEqualTo(new InventedWearer(3).minutes(5));
        assertThat(new InventedWearer(4).minutes(5)).isNotEqualTo(new InventedWearer(3).minutes(5));
    }

    @Test
    void aMinuteIsFullAndLikeOneOfAPersonAtEase() {
        var frames = new InventedWearer(1).minutes(20);
        long startMs = frames.get(0).sampledAt().toEpochMilli();
        var tracks = Tracks.start();
        double responses = 0;
        for (int i = 0; i < 20; i++) {
            var minute = MinuteSamples.gather(startMs + i * 60_000L, frames);
            var extraction = MinuteFeatures.extract(minute, Contact.WORN, tracks, false);
            var features = extraction.features();
            tracks = extraction.next();
            responses += features.skin().responses();

            assertThat(minute.beats().size()).isBetween(73, 77);
            assertThat(minute.of(StreamKind.SKIN_CONDUCTANCE).size()).isEqualTo(240);
            assertThat(minute.of(StreamKind.MOTION).size()).isEqualTo(240);
            assertThat(features.heart().heartRate()).isBetween(73.0, 77.0);
            assertThat(features.heart().rmssd()).isBetween(20.0, 40.0);
            assertThat(features.temperature().mean()).isBetween(32.0, 34.0);
        }
        assertThat(responses / 20).isBetween(2.0, 6.0);
    }

    @Test
    void fiveMinutesOfIntervalsLastFiveMinutes() {
        int[] intervals = new InventedWearer(1).intervals(5 * InventedWearer.BEATS_A_MINUTE);

        assertThat(IntStream.of(intervals).sum()).isBetween(299_000, 301_000);
    }
}
