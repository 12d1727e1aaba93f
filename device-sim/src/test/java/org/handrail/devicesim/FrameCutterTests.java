package org.handrail.devicesim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.handrail.devicesim.recording.Recordings;
import org.handrail.signals.Beats;
import org.handrail.signals.DeviceId;
import org.handrail.signals.DeviceStatus;
import org.handrail.signals.IntList;
import org.handrail.signals.Series;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.StreamKind;
import org.handrail.signals.TimeWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameCutterTests {

    private static final DeviceId DEVICE = new DeviceId("wrist-0001");
    private static final Instant ORIGIN = Instant.parse("2026-03-29T00:59:30.125Z");

    @ParameterizedTest(name = "{0} s")
    @ValueSource(longs = {1, 7, 10, 60, 900})
    void cuttingAndRejoiningLosesNothing(long seconds) {
        var channels = List.of(
                beats(20_260_329L),
                samples(StreamKind.HEART_RATE, ORIGIN.plusSeconds(10), Duration.ofSeconds(1), 1_990),
                samples(StreamKind.MOTION, ORIGIN, Duration.ofMillis(250), 8_001));

        var frames = new FrameCutter(DEVICE, Duration.ofSeconds(seconds)).cut(ORIGIN, channels);

        for (Channel channel : channels) {
            assertThat(rejoined(frames, channel.stream()))
                    .as("%s, seed 20260329", channel.stream())
                    .isEqualTo(withoutSplitGaps(channel));
        }
        assertRisingCounters(frames);
    }

    @Test
    void aRealRecordingSurvivesCutting() {
        var recording = Recordings.read(RealData.folder("stress-predict/compact/S05"))
                .endingAt(Instant.parse("2026-10-25T02:30:00Z"));

        var frames = new FrameCutter(DEVICE, FrameCutter.LIVE).cut(recording.start(), recording.channels());

        for (Channel channel : recording.channels()) {
            assertThat(rejoined(frames, channel.stream())).isEqualTo(withoutSplitGaps(channel));
        }
        assertRisingCounters(frames);
        assertThat(frames).allSatisfy(frame -> {
            assertThat(FrameCutter.completeAt(frame)).isAfterOrEqualTo(frame.endsAt());
            assertThat(FrameCutter.completeAt(frame))
                    .isBeforeOrEqualTo(recording.window().end());
        });
    }

    @Test
    void anIntervalStaysWholeAndAGapIsCutWhereTheFrameEnds() {
        var channel = new BeatChannel(ORIGIN, IntList.of(9_500, 800, -21_700, 900));

        var frames = new FrameCutter(DEVICE, FrameCutter.LIVE).cut(ORIGIN, List.of(channel));

        assertThat(frames)
                .extracting(SignalFrame::content)
                .containsExactly(Beats.of(9_500), Beats.of(800, -9_700), Beats.of(-10_000), Beats.of(-2_000, 900));
        assertThat(frames.get(1).sampledAt()).isEqualTo(ORIGIN.plusMillis(9_500));
        assertThat(frames.get(2).sampledAt()).isEqualTo(ORIGIN.plusSeconds(20));
    }

    @Test
    void aBeatOnTheEndOfAFrameBelongsToIt() {
        var channel = new BeatChannel(ORIGIN, IntList.of(9_200, 800, 700, 29_300));

        var frames = new FrameCutter(DEVICE, FrameCutter.LIVE).cut(ORIGIN, List.of(channel));

        assertThat(frames)
                .extracting(SignalFrame::content)
                .containsExactly(Beats.of(9_200, 800), Beats.of(700), Beats.of(29_300));
        assertThat(FrameCutter.completeAt(frames.get(0))).isEqualTo(ORIGIN.plusSeconds(10));
        assertThat(FrameCutter.completeAt(frames.get(2))).isEqualTo(ORIGIN.plusSeconds(40));
    }

    @Test
    void aSampleLongerThanAFrameIsCompleteWhenItIsOver() {
        var means = new SampledChannel(
                StreamKind.HEART_RATE, ORIGIN.plusSeconds(3), Duration.ofMinutes(1), 1, IntList.of(66, 67));

        var frames = new FrameCutter(DEVICE, FrameCutter.LIVE).cut(ORIGIN, List.of(means));

        assertThat(frames)
                .extracting(FrameCutter::completeAt)
                .containsExactly(ORIGIN.plusSeconds(63), ORIGIN.plusSeconds(123));
    }

    @Test
    void theSameChannelsGiveTheSameIds() {
        var status = new Occurrence(
                StreamKind.DEVICE_STATUS, ORIGIN, ORIGIN, new DeviceStatus(80, DeviceStatus.Contact.WORN, "sim-1"));
        var channels = List.of(status, beats(4));
        var cutter = new FrameCutter(DEVICE, FrameCutter.LIVE);

        assertThat(cutter.cut(ORIGIN, channels)).isEqualTo(cutter.cut(ORIGIN, channels));
        assertThat(cutter.cut(ORIGIN, channels).get(0).content()).isEqualTo(status.content());
    }

    @Test
    void askingARecordingPieceByPieceGivesTheWhole() {
        var source = new Recording(beats(9)).frames();
        var span = new TimeWindow(ORIGIN, ORIGIN.plusSeconds(4_000));
        var middle = ORIGIN.plusSeconds(777);

        var whole = source.frames(span, FrameCutter.LIVE).toList();
        var pieces = new ArrayList<SignalFrame>();
        source.frames(new TimeWindow(span.start(), middle), FrameCutter.LIVE).forEach(pieces::add);
        source.frames(new TimeWindow(middle, span.end()), FrameCutter.LIVE).forEach(pieces::add);

        assertThat(pieces).isEqualTo(whole).isNotEmpty();
    }

    @Test
    void aFrameIsASecondToAQuarterOfAnHour() {
        assertThatThrownBy(() -> new FrameCutter(DEVICE, Duration.ofMillis(999)))
                .hasMessage("A frame is 1 second to 15 minutes long");
        assertThatThrownBy(() -> new FrameCutter(DEVICE, Duration.ofHours(1)))
                .hasMessage("A frame is 1 second to 15 minutes long");
    }

    /** A recording of one channel, as one device's frames. */
    private record Recording(Channel channel) {
        FrameSource frames() {
            return new org.handrail.devicesim.recording.Recording(
                            ORIGIN, Duration.ofSeconds(2_000), List.of(channel), List.of())
                    .frames(DEVICE);
        }
    }

    private static void assertRisingCounters(List<SignalFrame> frames) {
        for (int i = 1; i < frames.size(); i++) {
            assertThat(frames.get(i).id().counter())
                    .isGreaterThan(frames.get(i - 1).id().counter());
            assertThat(FrameCutter.completeAt(frames.get(i)))
                    .isAfterOrEqualTo(FrameCutter.completeAt(frames.get(i - 1)));
        }
    }

    private static BeatChannel beats(long seed) {
        var random = new SplittableRandom(seed);
        var entries = random.ints(1_200, 300, 2_000)
                .map(length -> random.nextInt(6) == 0 ? -length * 20 : length)
                .toArray();
        return new BeatChannel(ORIGIN, IntList.of(entries));
    }

    private static SampledChannel samples(StreamKind stream, Instant start, Duration spacing, int count) {
        var ticks = new SplittableRandom(7)
                .ints(count, 0, 10_000)
                .map(tick -> tick < 100 ? Series.MISSING : tick)
                .toArray();
        return new SampledChannel(stream, start, spacing, 0.01, IntList.of(ticks));
    }

    /** All that the frames of a stream hold, put one after another; each frame must begin where its samples belong. */
    private static List<Integer> rejoined(List<SignalFrame> frames, StreamKind stream) {
        var joined = new ArrayList<Integer>();
        Instant next = null;
        for (SignalFrame frame : frames) {
            if (frame.stream() == stream) {
                assertThat(next == null || next.equals(frame.sampledAt()))
                        .as("no hole before " + frame.sampledAt())
                        .isTrue();
                next = frame.endsAt();
                var content =
                        frame.content() instanceof Beats beats ? beats.entries() : ((Series) frame.content()).ticks();
                content.stream().forEach(joined::add);
            }
        }
        return stream == StreamKind.BEATS ? mergedGaps(joined) : joined;
    }

    private static List<Integer> withoutSplitGaps(Channel channel) {
        return channel instanceof BeatChannel beats
                ? mergedGaps(beats.entries().stream().boxed().toList())
                : ((SampledChannel) channel).ticks().stream().boxed().toList();
    }

    private static List<Integer> mergedGaps(List<Integer> entries) {
        var merged = new ArrayList<Integer>();
        for (int entry : entries) {
            int last = merged.size() - 1;
            if (entry < 0 && last >= 0 && merged.get(last) < 0) {
                merged.set(last, merged.get(last) + entry);
            } else {
                merged.add(entry);
            }
        }
        return merged;
    }
}
