package org.handrail.devicesim.physiology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.handrail.devicesim.FrameCutter;
import org.handrail.signals.Decoded;
import org.handrail.signals.DeviceId;
import org.handrail.signals.DeviceStatus;
import org.handrail.signals.FrameCodec;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.Sleep;
import org.handrail.signals.StreamKind;
import org.handrail.signals.TimeWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WearerTests {

    private static final DeviceId DEVICE = new DeviceId("wrist-0001");
    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final Instant MONDAY = Instant.parse("2026-05-11T14:00:00Z");

    @ParameterizedTest(name = "seed {0}, frames of {1} s")
    @CsvSource({"1, 10", "-7, 60", "20260511, 300"})
    void sameSeedGivesTheSameBytesHoweverItIsAsked(long seed, long seconds) {
        var span = new TimeWindow(MONDAY, MONDAY.plus(Duration.ofHours(2)));
        var length = Duration.ofSeconds(seconds);
        var atOnce = bytes(wearer(seed).frames(span, length));

        var asker = wearer(seed);
        var pieces = new ArrayList<String>();
        var random = new Random(seed);
        for (Instant from = span.start(); from.isBefore(span.end()); ) {
            Instant to = from.plusMillis(1 + random.nextInt(400_000));
            to = to.isAfter(span.end()) ? span.end() : to;
            pieces.addAll(bytes(asker.frames(new TimeWindow(from, to), length)));
            from = to;
        }
        assertThat(pieces).as("seed %d", seed).isEqualTo(atOnce).isNotEmpty();
    }

    @Test
    void aMinuteIsTheSameWhateverWasAskedBefore() {
        var inOrder = wearer(3);
        var backwards = wearer(3);
        var minutes = new ArrayList<TimeWindow>();
        for (int i = 0; i < 60; i++) {
            minutes.add(new TimeWindow(MONDAY.plusSeconds(i * 3_660L), MONDAY.plusSeconds(i * 3_660L + 60)));
        }
        var expected = minutes.stream().map(inOrder::channels).toList();
        Collections.reverse(minutes);
        var found = new ArrayList<>(minutes.stream().map(backwards::channels).toList());
        Collections.reverse(found);

        assertThat(found).as("seed 3").isEqualTo(expected);
    }

    @Test
    void anotherSeedIsAnotherPerson() {
        var span = new TimeWindow(MONDAY, MONDAY.plusSeconds(600));

        assertThat(bytes(wearer(1).frames(span, FrameCutter.LIVE)))
                .isNotEqualTo(bytes(wearer(2).frames(span, FrameCutter.LIVE)));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13})
    void strainShowsInEverySignal(long seed) {
        var strained = new TimeWindow(MONDAY.plusSeconds(1_800), MONDAY.plusSeconds(5_400));
        var settings = seated(seed);
        var with = new Wearer(settings.withStrains(List.of(Strain.during(strained))));
        var without = new Wearer(settings);
        // After the first five minutes, when skin has followed.
        var inside = new TimeWindow(strained.start().plusSeconds(300), strained.end());
        var rest = features(without, inside);
        var hard = features(with, inside);

        assertThat(mean(hard, MinuteFeatures::heartRate) - mean(rest, MinuteFeatures::heartRate))
                .as("heart rate, seed %d", seed)
                .isBetween(10.0, 18.0);
        assertThat(median(hard, MinuteFeatures::conductance) / median(rest, MinuteFeatures::conductance))
                .as("conductance, seed %d", seed)
                .isBetween(1.4, 1.8);
        assertThat(mean(hard, MinuteFeatures::responses) / mean(rest, MinuteFeatures::responses))
                .as("responses, seed %d", seed)
                .isBetween(2.0, 4.5);
        assertThat(with.truth(MONDAY.plusSeconds(3_600)).rmssdMs()
                        / without.truth(MONDAY.plusSeconds(3_600)).rmssdMs())
                .as("RMSSD, seed %d", seed)
                .isCloseTo(0.7, Offset.offset(0.02));
        assertThat(median(hard, MinuteFeatures::motion))
                .as("motion, seed %d", seed)
                .isLessThan(0.02);
        var onset =
                features(with, new TimeWindow(strained.start(), strained.start().plusSeconds(120)));
        assertThat(mean(onset, MinuteFeatures::slope))
                .as("slope, seed %d", seed)
                .isPositive();
    }

    @Test
    void beforeAStrainNothingOfItShows() {
        var strain = Strain.during(new TimeWindow(MONDAY.plusSeconds(1_800), MONDAY.plusSeconds(3_600)));
        var before = new TimeWindow(MONDAY, MONDAY.plusSeconds(1_800));

        assertThat(new Wearer(seated(5).withStrains(List.of(strain))).channels(before))
                .isEqualTo(new Wearer(seated(5)).channels(before));
    }

    @Test
    void fewStillMinutesHaveHalfTheirBeats() {
        var minutes = new ArrayList<MinuteFeatures>();
        for (long seed = 1; seed <= 20; seed++) {
            minutes.addAll(features(new Wearer(seated(seed)), new TimeWindow(MONDAY, MONDAY.plusSeconds(7_200))));
        }
        assertThat(mean(minutes, minute -> minute.covered() >= 0.5 ? 1 : 0))
                .as("half covered, seeds 1 to 20")
                .isBetween(0.25, 0.35);
        assertThat(mean(minutes, minute -> minute.covered() >= 0.8 ? 1 : 0))
                .as("four fifths covered, seeds 1 to 20")
                .isBetween(0.07, 0.16);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22, 23, 24})
    void theTrueVariabilityIsThatOfTheTrueBeatsAndSurvivesTheirLoss(long seed) {
        var wearer = new Wearer(seated(seed));
        var hour = new TimeWindow(MONDAY, MONDAY.plusSeconds(3_600));
        double truth = 0;
        for (int minute = 0; minute < 60; minute++) {
            truth += wearer.truth(MONDAY.plusSeconds(minute * 60L)).rmssdMs() / 60;
        }
        var beats = new ArrayList<int[]>();
        int at = 0;
        for (int interval : wearer.trueIntervalsMs(hour)) {
            at += interval;
            beats.add(new int[] {at, interval});
        }
        assertThat(at).isEqualTo(3_600_000);
        assertThat(MinuteFeatures.rmssd(beats)).as("seed %d", seed).isCloseTo(truth, Offset.offset(0.08 * truth));
        double seen = mean(
                features(wearer, hour).stream()
                        .filter(minute -> !Double.isNaN(minute.rmssd()))
                        .toList(),
                MinuteFeatures::rmssd);
        assertThat(seen).as("seed %d, from what is left", seed).isCloseTo(truth, Offset.offset(0.12 * truth));
    }

    @Test
    void theHeartIsSlowerAtNightAndFasterInExercise() {
        double night = 0;
        double day = 0;
        for (int date = 0; date < 7; date++) {
            var midnight = Instant.parse("2026-05-11T04:00:00Z").plus(Duration.ofDays(date));
            night += wearer(31).truth(midnight.plus(Duration.ofHours(3))).heartRate() / 7;
            day += new Wearer(seated(31)).truth(MONDAY.plusSeconds(3_600)).heartRate() / 7;
        }
        assertThat(day - night).as("seed 31").isBetween(8.0, 22.0);

        var run = new Stretch(new TimeWindow(MONDAY, MONDAY.plusSeconds(1_800)), Activity.EXERCISE);
        var runner = new Wearer(seated(31).withFixed(List.of(run)));
        assertThat(runner.truth(MONDAY.plusSeconds(1_500)).heartRate()).isGreaterThan(115);
    }

    @Test
    void offTheWristOnlyTheDevicesOwnStateIsSent() {
        var wearer = wearer(41);
        var days = new TimeWindow(MONDAY, MONDAY.plus(Duration.ofDays(3)));
        int silent = 0;
        for (Instant minute = days.start(); minute.isBefore(days.end()); minute = minute.plusSeconds(60)) {
            var window = new TimeWindow(minute, minute.plusSeconds(60));
            boolean sensed = wearer.channels(window).stream()
                    .anyMatch(channel -> channel.stream().isSensor());
            assertThat(sensed)
                    .as("seed 41 at %s", minute)
                    .isEqualTo(wearer.truth(minute).worn());
            silent += sensed ? 0 : 1;
        }
        assertThat(silent / 3).as("minutes a day, seed 41").isBetween(30, 90);
    }

    @Test
    void theDeviceTellsItsStateEveryTenMinutesAndItsBatteryLastsFromChargeToCharge() {
        var day = new TimeWindow(MONDAY, MONDAY.plus(Duration.ofDays(3)));
        var states = wearer(42)
                .frames(day, FrameCutter.BACKLOG)
                .filter(frame -> frame.stream() == StreamKind.DEVICE_STATUS)
                .toList();

        assertThat(states).hasSize(3 * 144);
        assertThat(states)
                .extracting(frame -> ((DeviceStatus) frame.content()).batteryPercent())
                .allMatch(percent -> percent > 20)
                .contains(99, 60)
                .anyMatch(percent -> percent < 60);
        assertThat(states)
                .extracting(frame -> ((DeviceStatus) frame.content()).contact())
                .contains(DeviceStatus.Contact.WORN, DeviceStatus.Contact.NOT_WORN);
    }

    @Test
    void theWatchSaysTheZoneItsWearerLivesInAndNothingOfABareOffset() {
        var hour = new TimeWindow(MONDAY, MONDAY.plus(Duration.ofHours(1)));

        assertThat(zonesSaid(wearer(42), hour)).hasSize(6).containsOnly(Optional.of(ZONE));
        assertThat(zonesSaid(new Wearer(WearerSettings.quiet(DEVICE, 42, ZoneOffset.ofHours(2))), hour))
                .hasSize(6)
                .containsOnly(Optional.empty());
    }

    private static List<Optional<ZoneId>> zonesSaid(Wearer wearer, TimeWindow span) {
        return wearer.frames(span, FrameCutter.BACKLOG)
                .filter(frame -> frame.stream() == StreamKind.DEVICE_STATUS)
                .map(frame -> ((DeviceStatus) frame.content()).zone())
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"2026-03-05T18:00:00Z", "2026-10-29T18:00:00Z", "2026-06-15T18:00:00Z"})
    void eachNightIsToldOnceAfterWakingAlsoAroundDaylightSaving(Instant start) {
        var week = new TimeWindow(start, start.plus(Duration.ofDays(5)));
        var nights = wearer(51)
                .frames(week, FrameCutter.BACKLOG)
                .filter(frame -> frame.stream() == StreamKind.SLEEP)
                .toList();

        assertThat(nights).hasSize(5);
        assertThat(nights).allSatisfy(night -> {
            var sleep = (Sleep) night.content();
            assertThat(sleep.span()).isBetween(Duration.ofHours(6), Duration.ofHours(10));
            assertThat(sleep.phases())
                    .extracting(Sleep.Phase::stage)
                    .contains(Sleep.Stage.DEEP, Sleep.Stage.REM, Sleep.Stage.LIGHT, Sleep.Stage.AWAKE);
            assertThat(FrameCutter.completeAt(night)).isEqualTo(night.endsAt().plusSeconds(300));
        });
    }

    @Test
    void everyFrameSurvivesTheWire() {
        var day = new TimeWindow(MONDAY, MONDAY.plus(Duration.ofDays(1)));

        wearer(61).frames(day, Duration.ofMinutes(5)).forEach(frame -> {
            byte[] payload = FrameCodec.encode(frame, FrameCodec.Format.CBOR);
            assertThat(FrameCodec.decode(DEVICE, frame.stream().topicName(), payload))
                    .isEqualTo(new Decoded.Accepted(frame));
        });
    }

    @Test
    void framesDivideAMinuteOrLastWholeMinutes() {
        var span = new TimeWindow(MONDAY, MONDAY.plusSeconds(60));

        assertThatThrownBy(() -> wearer(1).frames(span, Duration.ofSeconds(7)))
                .hasMessage("A wearer's frames divide a minute or last whole minutes");
        assertThatThrownBy(() -> wearer(1).channels(new TimeWindow(MONDAY, MONDAY.plusSeconds(61))))
                .hasMessage("A wearer is asked for whole minutes");
    }

    private static Wearer wearer(long seed) {
        return new Wearer(WearerSettings.quiet(DEVICE, seed, ZONE));
    }

    private static WearerSettings seated(long seed) {
        var window = new TimeWindow(MONDAY.minus(Duration.ofHours(2)), MONDAY.plus(Duration.ofHours(3)));
        return WearerSettings.quiet(DEVICE, seed, ZONE).withFixed(List.of(new Stretch(window, Activity.SEATED)));
    }

    private static List<String> bytes(Stream<SignalFrame> frames) {
        return frames.map(frame -> frame.stream() + " " + frame.id().counter() + " "
                        + HexFormat.of().formatHex(FrameCodec.encode(frame, FrameCodec.Format.CBOR)))
                .toList();
    }

    private static List<MinuteFeatures> features(Wearer wearer, TimeWindow window) {
        return MinuteFeatures.of(wearer.channels(window), window);
    }

    private static double mean(
            List<MinuteFeatures> minutes, java.util.function.ToDoubleFunction<MinuteFeatures> feature) {
        return minutes.stream().mapToDouble(feature).average().orElseThrow();
    }

    private static double median(
            List<MinuteFeatures> minutes, java.util.function.ToDoubleFunction<MinuteFeatures> feature) {
        return MinuteFeatures.quantile(minutes.stream().mapToDouble(feature).toArray(), 0.5);
    }
}
