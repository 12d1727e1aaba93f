package org.handrail.analytics.feature;

import org.handrail.analytics.HeartMinute;
import org.handrail.analytics.HeartVariability;
import org.handrail.analytics.SkinEvidence;
import org.handrail.analytics.SkinMinute;
import org.handrail.analytics.StreamMean;
import org.handrail.analytics.Wear;
import org.handrail.analytics.feature.heart.BeatTrack;
import org.handrail.analytics.feature.skin.SkinRise;
import org.handrail.analytics.feature.skin.SkinTrack;
import org.handrail.analytics.quality.MinuteBeats;
import org.handrail.analytics.quality.MinuteSamples;
import org.handrail.analytics.quality.Samples;
import org.handrail.analytics.quality.WearTrack;
import org.handrail.signals.DeviceStatus.Contact;
import org.handrail.signals.StreamKind;

/**
 * The features of one closed minute. A figure that the minute cannot give is NaN; each comes with its coverage.
 *
 * @param skinRise ln of the skin conductance over what it was lately
 * @param temperature of the skin, °C
 */
public record MinuteFeatures(
        Wear wear,
        HeartMinute heart,
        HeartVariability variability,
        SkinMinute skin,
        double skinRise,
        Movement movement,
        StreamMean temperature) {

    private static final double LEAST_COVERAGE = 0.5;
    private static final double LEAST_MOVEMENT = 1e-4;
    private static final long MINUTE_MS = 60_000;

    /** What is carried from minute to minute. */
    public record Tracks(BeatTrack beats, SkinTrack skin, SkinRise rise, WearTrack wear) {

        public static Tracks start() {
            return new Tracks(BeatTrack.START, SkinTrack.start(), SkinRise.START, WearTrack.START);
        }
    }

    /** The features, and the tracks that go on into the next minute. */
    public record Extraction(MinuteFeatures features, Tracks next) {

        /** The features with the powers, entropy and shape of the five minutes, from beats up to the end of this one. */
        public MinuteFeatures withShape() {
            return features.with(next.beats.withShape(features.variability));
        }
    }

    /**
     * The features as far as sums tell them. What a device measures while it says that it is not worn is no heart and no skin.
     *
     * @param contact what the device last said
     * @param isStrained whether a strained stretch was under way when the minute began
     */
    public static Extraction extract(MinuteSamples minute, Contact contact, Tracks tracks, boolean isStrained) {
        boolean saysOff = contact == Contact.NOT_WORN;
        var movement = Movement.of(minute.startMs(), minute.of(StreamKind.MOTION));
        var beats = tracks.beats.over(
                saysOff ? MinuteBeats.NONE : minute.beats(), minute.startMs() + MINUTE_MS, movement.isStill());
        var heart = heart(saysOff ? Samples.NONE : minute.of(StreamKind.HEART_RATE), beats.minute());
        var temperature = mean(minute.of(StreamKind.SKIN_TEMPERATURE));
        var wear = tracks.wear.over(minute.startMs(), contact, heart.coverage(), temperature.mean());
        var skin = tracks.skin.over(
                minute.startMs(),
                minute.of(StreamKind.SKIN_CONDUCTANCE),
                temperature.mean(),
                wear.next().seenPuttingOnMs());
        var skinMinute = wear.wear() == Wear.NOT_WORN ? notOnSkin(skin.minute()) : skin.minute();
        var rise = tracks.rise.over(skinMinute.level(), isStrained);
        return new Extraction(
                new MinuteFeatures(
                        wear.wear(), heart, beats.fiveMinutes(), skinMinute, rise.rise(), movement, temperature),
                new Tracks(beats.next(), skin.next(), rise.next(), wear.next()));
    }

    private MinuteFeatures with(HeartVariability now) {
        return new MinuteFeatures(wear, heart, now, skin, skinRise, movement, temperature);
    }

    /** The value that the personal baseline knows; NaN where the minute cannot give it. */
    public double value(Feature feature) {
        return switch (feature) {
            case HEART_RATE -> heart.heartRate();
            case LN_RMSSD -> heart.rmssd() > 0 ? Math.log(heart.rmssd()) : Double.NaN;
            case LN_SKIN_LEVEL -> Math.log(skin.level());
            case SKIN_SLOPE -> skin.slope();
            case SKIN_RESPONSES -> skin.responses();
            case SKIN_RISE -> skinRise;
            case LN_MOVEMENT -> Math.log(Math.max(movement.mean(), LEAST_MOVEMENT));
        };
    }

    /** The device's own heart rate where it sends one, with the variability that only beats give. */
    private static HeartMinute heart(Samples device, HeartMinute beats) {
        return new HeartMinute(
                Math.max(device.coverage(), beats.coverage()),
                beats.quality(),
                beats.rhythm(),
                device.coverage() >= LEAST_COVERAGE ? device.mean() : beats.heartRate(),
                beats.rmssd(),
                beats.pnn20());
    }

    private static SkinMinute notOnSkin(SkinMinute minute) {
        return SkinMinute.unknown(0, minute.excluded(), SkinEvidence.NOT_ON_SKIN);
    }

    private static StreamMean mean(Samples samples) {
        return new StreamMean(samples.mean(), samples.coverage());
    }
}
