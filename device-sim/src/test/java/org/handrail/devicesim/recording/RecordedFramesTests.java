package org.handrail.devicesim.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.handrail.devicesim.BeatChannel;
import org.handrail.devicesim.Channel;
import org.handrail.devicesim.FrameCutter;
import org.handrail.devicesim.Occurrence;
import org.handrail.devicesim.SampledChannel;
import org.handrail.signals.Beats;
import org.handrail.signals.DeviceId;
import org.handrail.signals.IntList;
import org.handrail.signals.Series;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.StreamKind;
import org.handrail.signals.TimeWindow;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordedFramesTests {

    private static final DeviceId DEVICE = new DeviceId("wrist-0001");
    private static final Instant START = Instant.parse("2026-03-27T22:10:03.500Z");

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void framesCoverExactlyTheSamplesOfTheRecording(long seed) {
        var recording = invented(new SplittableRandom(seed));

        var frames = recording
                .frames(DEVICE)
                .frames(everything(recording), FrameCutter.LIVE)
                .toList();

        assertThat(samples(frames)).isEqualTo(samplesOf(recording));
        assertThat(frames).extracting(frame -> frame.id()).doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 14})
    void askingPieceByPieceGivesWhatCuttingTheWholeGives(long seed) {
        var random = new SplittableRandom(seed);
        var recording = invented(random);
        var whole = new FrameCutter(DEVICE, FrameCutter.BACKLOG).cut(recording.start(), recording.channels());

        var source = recording.frames(DEVICE);
        var pieces = new ArrayList<SignalFrame>();
        var end = everything(recording).end();
        for (var from = recording.start(); from.isBefore(end); ) {
            var to = from.plusMillis(random.nextLong(1, 4_000_000));
            source.frames(new TimeWindow(from, to), FrameCutter.BACKLOG).forEach(pieces::add);
            from = to;
        }

        assertThat(pieces).isEqualTo(whole).isNotEmpty();
    }

    /** Two days of channels, one after another in each stream, with holes between them. */
    private static Recording invented(SplittableRandom random) {
        var channels = new ArrayList<Channel>();
        for (var at = START; at.isBefore(START.plus(Duration.ofDays(2))); ) {
            var entries = random.ints(random.nextInt(1, 400), 300, 2_000)
                    .map(length -> random.nextInt(9) == 0 ? -length : length)
                    .toArray();
            var beats = new BeatChannel(at, IntList.of(entries));
            channels.add(beats);
            at = beats.end().plusMillis(random.nextInt(20_000_000));
        }
        for (var at = START; at.isBefore(START.plus(Duration.ofDays(2))); ) {
            var spacing = Duration.ofSeconds(random.nextInt(1, 200));
            var ticks = random.ints(random.nextInt(1, 60), 0, 500).toArray();
            var steps = new SampledChannel(StreamKind.STEPS, at, spacing, 1, IntList.of(ticks));
            channels.add(steps);
            at = steps.end().plusMillis(random.nextInt(3) == 0 ? 0 : random.nextInt(9_000_000));
        }
        var sleep = new SleepPieces();
        for (int night = 0; night < 2; night++) {
            var from = START.plus(Duration.ofDays(night));
            sleep.add(SleepPieces.Told.REM, from, from.plusSeconds(random.nextInt(60, 30_000)));
        }
        channels.addAll(sleep.channels());
        channels.sort(Comparator.comparing(Channel::end));
        return Recording.of(Path.of("invented"), channels, Provenance.UNTOLD);
    }

    private static TimeWindow everything(Recording recording) {
        return new TimeWindow(recording.start(), recording.window().end().plusMillis(1));
    }

    private static TreeMap<String, Object> samples(List<SignalFrame> frames) {
        var samples = new TreeMap<String, Object>();
        for (var frame : frames) {
            if (frame.content() instanceof Series series) {
                put(samples, frame.stream(), frame.sampledAt(), series.spacing(), series.ticks());
            } else if (frame.content() instanceof Beats beats) {
                put(samples, frame.sampledAt(), beats.entries());
            } else {
                assertThat(samples.put(frame.stream() + " " + frame.sampledAt(), frame.content()))
                        .isNull();
            }
        }
        return samples;
    }

    private static TreeMap<String, Object> samplesOf(Recording recording) {
        var samples = new TreeMap<String, Object>();
        for (var channel : recording.channels()) {
            if (channel instanceof SampledChannel sampled) {
                put(samples, sampled.stream(), sampled.start(), sampled.spacing(), sampled.ticks());
            } else if (channel instanceof BeatChannel beats) {
                put(samples, beats.start(), beats.entries());
            } else if (channel instanceof Occurrence whole) {
                samples.put(whole.stream() + " " + whole.start(), whole.content());
            }
        }
        return samples;
    }

    private static void put(
            TreeMap<String, Object> samples, StreamKind stream, Instant start, Duration spacing, IntList ticks) {
        for (int i = 0; i < ticks.size(); i++) {
            var before =
                    samples.put(stream + " " + start.plus(spacing.multipliedBy(i)), ticks.at(i) + " over " + spacing);
            assertThat(before).as("a sample is there once").isNull();
        }
    }

    /** Each interval by when it ended; gaps may be cut. */
    private static void put(TreeMap<String, Object> samples, Instant start, IntList entries) {
        var at = start;
        for (int entry : entries.toArray()) {
            at = at.plusMillis(Math.abs(entry));
            if (entry > 0) {
                assertThat(samples.put("beat " + at, entry)).isNull();
            }
        }
    }
}
