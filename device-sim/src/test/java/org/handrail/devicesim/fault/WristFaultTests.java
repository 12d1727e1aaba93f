package org.handrail.devicesim.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.handrail.devicesim.fault.FaultLog.Effect;
import org.handrail.signals.Beats;
import org.handrail.signals.DeviceStatus;
import org.handrail.signals.DeviceStatus.Contact;
import org.handrail.signals.Series;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.StreamKind;
import org.junit.jupiter.api.Test;

class WristFaultTests {

    private static final Span HOUR = Worn.span(120, 180);

    @Test
    void missedBeatsTakeThatShareOfTheTimeOfBeats() {
        var half = Worn.with(new Fault.MissedBeats(HOUR, 0.5));

        assertThat(beatSeconds(Worn.frames(half), inHour()) / beatSeconds(Worn.sound(), inHour()))
                .isCloseTo(0.5, within(0.12));
        assertThat(Worn.frames(half)).hasSameSizeAs(Worn.sound());
    }

    @Test
    void missedBeatsLeaveEveryFrameItsSpanAndEveryOtherStreamItsSamples() {
        var frames = Worn.frames(Worn.with(new Fault.MissedBeats(HOUR, 0.7)));

        for (int i = 0; i < frames.size(); i++) {
            var sound = Worn.sound().get(i);
            assertThat(frames.get(i).endsAt()).isEqualTo(sound.endsAt());
            if (sound.stream() != StreamKind.BEATS) {
                assertThat(frames.get(i)).isEqualTo(sound);
            }
        }
    }

    @Test
    void motionArtifactsMoveTheArmUpsetTheSkinAndHideBeats() {
        var frames = Worn.frames(Worn.with(new Fault.MotionArtifacts(HOUR, 60, Duration.ofSeconds(30))));

        assertThat(mean(frames, StreamKind.MOTION)).isGreaterThan(2 * mean(Worn.sound(), StreamKind.MOTION));
        assertThat(roughness(frames)).isGreaterThan(5 * roughness(Worn.sound()));
        assertThat(beatSeconds(frames, inHour())).isLessThan(0.8 * beatSeconds(Worn.sound(), inHour()));
        assertThat(mean(frames, StreamKind.SKIN_TEMPERATURE))
                .isEqualTo(mean(Worn.sound(), StreamKind.SKIN_TEMPERATURE));
    }

    @Test
    void aWatchOnTheTableCoolsAndShowsNoHeartAndSaysSo() {
        var off = new Fault.OffWrist(HOUR);
        var frames = Worn.frames(Worn.with(off));

        assertThat(beatSeconds(frames, inHour())).isZero();
        assertThat(mean(frames, StreamKind.HEART_RATE)).isNaN();
        assertThat(mean(frames, StreamKind.SKIN_CONDUCTANCE)).isLessThanOrEqualTo(0.02);
        assertThat(lastOf(frames, StreamKind.SKIN_TEMPERATURE)).isCloseTo(21.5, within(0.3));
        assertThat(contactsWhile(frames, 120, 180)).containsOnly(Contact.NOT_WORN);
        assertThat(contactsWhile(frames, 180, 480)).containsOnly(Contact.WORN);
        assertThat(statuses(frames).get(0)).isEqualTo(statuses(Worn.sound()).get(0));
        assertThat(Worn.with(off).log(Worn.DAY, Worn.LENGTH).count(off, Effect.ADDED))
                .isEqualTo(2);
    }

    @Test
    void aStatusIsToldAtTheMomentInWhichTheWatchIsTakenOffAndPutOn() {
        var frames = Worn.frames(Worn.with(new Fault.OffWrist(Worn.span(123, 177))));

        assertThat(statusesAt(frames, 123))
                .singleElement()
                .extracting(DeviceStatus::contact)
                .isEqualTo(Contact.NOT_WORN);
        assertThat(statusesAt(frames, 177))
                .singleElement()
                .extracting(DeviceStatus::contact)
                .isEqualTo(Contact.WORN);
    }

    @Test
    void onTheChargerTheSensorsAreSilentAndTheBatteryRises() {
        var frames = Worn.frames(Worn.with(new Fault.Charging(HOUR, 100)));
        var charging = statusesWhile(frames, 120, 181);

        assertThat(frames).filteredOn(frame -> frame.stream().isSensor()).noneMatch(inHour());
        assertThat(charging).extracting(DeviceStatus::batteryPercent).isSorted().endsWith(100);
        assertThat(charging.get(0).batteryPercent()).isLessThan(100);
        assertThat(contactsWhile(frames, 120, 180)).containsOnly(Contact.NOT_WORN);
    }

    @Test
    void aBatteryRunsLowAndThenThereIsNothing() {
        var death = new Fault.BatteryDeath(HOUR, Duration.ofMinutes(100));
        var frames = Worn.frames(Worn.with(death));
        var before = statusesWhile(frames, 100, 120);

        assertThat(frames).noneMatch(inHour());
        assertThat(before).isNotEmpty().allMatch(status -> status.batteryPercent() <= 20);
        assertThat(Worn.with(death).log(Worn.DAY, Worn.LENGTH).count(death, Effect.GONE))
                .isEqualTo(Worn.sound().size() - frames.size());
    }

    private static Predicate<SignalFrame> inHour() {
        return frame ->
                frame.sampledAt().isAfter(Worn.minute(121)) && frame.endsAt().isBefore(Worn.minute(179));
    }

    private static double beatSeconds(List<SignalFrame> frames, Predicate<SignalFrame> which) {
        return Worn.contents(frames.stream().filter(which).toList(), StreamKind.BEATS, Beats.class)
                        .flatMapToInt(beats -> beats.entries().stream())
                        .filter(entry -> entry > 0)
                        .sum()
                / 1_000.0;
    }

    private static double[] values(List<SignalFrame> frames, StreamKind stream) {
        return Worn.contents(frames.stream().filter(inHour()).toList(), stream, Series.class)
                .flatMapToDouble(series -> IntStream.range(0, series.size()).mapToDouble(series::valueAt))
                .toArray();
    }

    private static double mean(List<SignalFrame> frames, StreamKind stream) {
        return Arrays.stream(values(frames, stream))
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(Double.NaN);
    }

    private static double lastOf(List<SignalFrame> frames, StreamKind stream) {
        double[] values = values(frames, stream);
        return values[values.length - 1];
    }

    /** Mean step from one sample of skin conductance to the next. */
    private static double roughness(List<SignalFrame> frames) {
        double[] values = values(frames, StreamKind.SKIN_CONDUCTANCE);
        double sum = 0;
        for (int i = 1; i < values.length; i++) {
            sum += Math.abs(values[i] - values[i - 1]);
        }
        return sum / values.length;
    }

    private static List<DeviceStatus> statuses(List<SignalFrame> frames) {
        return Worn.contents(frames, StreamKind.DEVICE_STATUS, DeviceStatus.class)
                .toList();
    }

    private static List<DeviceStatus> statusesWhile(List<SignalFrame> frames, long from, long until) {
        return statuses(frames.stream()
                .filter(frame -> !frame.sampledAt().isBefore(Worn.minute(from))
                        && frame.sampledAt().isBefore(Worn.minute(until)))
                .toList());
    }

    private static List<DeviceStatus> statusesAt(List<SignalFrame> frames, long minute) {
        return statusesWhile(frames, minute, minute + 1);
    }

    private static List<Contact> contactsWhile(List<SignalFrame> frames, long from, long until) {
        return statusesWhile(frames, from, until).stream()
                .map(DeviceStatus::contact)
                .toList();
    }
}
