package org.handrail.analytics.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.handrail.analytics.Rhythm;
import org.handrail.analytics.SkinEvidence;
import org.handrail.analytics.Wear;
import org.handrail.analytics.detection.InventedEvening;
import org.handrail.analytics.feature.MinuteFeatures.Tracks;
import org.handrail.analytics.quality.MinuteSamples;
import org.handrail.signals.DeviceStatus.Contact;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.StreamKind;
import org.junit.jupiter.api.Test;

class MinuteFeaturesTests {

    private static final long START_MS = InventedEvening.START.toEpochMilli();

    private final List<SignalFrame> frames = new InventedEvening(3).minutes(7, 0, 0);

    @Test
    void aWornMinuteHasEveryFigureAndItsCoverage() {
        var features = minute(0, frames, Contact.WORN, Tracks.start()).features();

        assertThat(features.wear()).isEqualTo(Wear.WORN);
        assertThat(features.heart().coverage()).isEqualTo(1);
        assertThat(features.heart().rhythm()).isEqualTo(Rhythm.REGULAR);
        assertThat(features.heart().heartRate()).isBetween(67.0, 73.0);
        assertThat(features.skin().level()).isBetween(0.95, 1.05);
        assertThat(features.skin().coverage()).isEqualTo(1);
        assertThat(features.movement().coverage()).isEqualTo(1);
        assertThat(features.temperature().coverage()).isEqualTo(1);
        assertThat(features.temperature().mean()).isBetween(32.5, 33.5);
    }

    @Test
    void aDeviceThatSaysItIsOffHasNoHeartAndNoSkin() {
        var features = minute(0, frames, Contact.NOT_WORN, Tracks.start()).features();

        assertThat(features.wear()).isEqualTo(Wear.NOT_WORN);
        assertThat(features.heart().coverage()).isZero();
        assertThat(features.heart().heartRate()).isNaN();
        assertThat(features.skin().evidence()).isEqualTo(SkinEvidence.NOT_ON_SKIN);
        assertThat(features.skin().level()).isNaN();
        for (var feature : Feature.values()) {
            boolean isOfTheWrist = feature != Feature.LN_MOVEMENT;
            assertThat(Double.isNaN(features.value(feature))).as("%s", feature).isEqualTo(isOfTheWrist);
        }
    }

    @Test
    void beatsCountedWhileOffAreNotInTheFiveMinutes() {
        var tracks = Tracks.start();
        for (int minute = 0; minute < 6; minute++) {
            tracks = minute(minute, frames, Contact.NOT_WORN, tracks).next();
        }

        assertThat(minute(6, frames, Contact.WORN, tracks)
                        .features()
                        .variability()
                        .coverage())
                .isBetween(0.1, 0.25);
    }

    @Test
    void withoutTheDevicesHeartRateTheBeatsGiveIt() {
        var beatsOnly = frames.stream()
                .filter(frame -> frame.stream() == StreamKind.BEATS)
                .toList();

        var features = minute(0, beatsOnly, Contact.UNKNOWN, Tracks.start()).features();
        assertThat(features.heart().heartRate()).isBetween(67.0, 73.0);
        assertThat(features.skin().evidence()).isEqualTo(SkinEvidence.TOO_LITTLE);
        assertThat(features.movement().mean()).isNaN();
    }

    @Test
    void aMinuteOfNothingIsUnknownThroughout() {
        var features = minute(0, List.of(), Contact.UNKNOWN, Tracks.start()).features();

        assertThat(features.wear()).isEqualTo(Wear.UNKNOWN);
        assertThat(features.heart().rhythm()).isEqualTo(Rhythm.UNKNOWN);
        assertThat(features.heart().heartRate()).isNaN();
        assertThat(features.variability().heartRate()).isNaN();
        assertThat(features.temperature().mean()).isNaN();
    }

    private static MinuteFeatures.Extraction minute(
            int number, List<SignalFrame> frames, Contact contact, Tracks tracks) {
        return MinuteFeatures.extract(
                MinuteSamples.gather(START_MS + number * 60_000L, frames), contact, tracks, false);
    }
}
