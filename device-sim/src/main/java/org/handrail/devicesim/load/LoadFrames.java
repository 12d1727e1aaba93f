package org.handrail.devicesim.load;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.handrail.devicesim.BeatChannel;
import org.handrail.devicesim.Channel;
import org.handrail.devicesim.SampledChannel;
import org.handrail.devicesim.physiology.Wearer;
import org.handrail.devicesim.physiology.WearerSettings;
import org.handrail.signals.Beats;
import org.handrail.signals.DeviceId;
import org.handrail.signals.FrameContent;
import org.handrail.signals.FrameId;
import org.handrail.signals.IntList;
import org.handrail.signals.Series;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.StreamKind;
import org.handrail.signals.TimeWindow;

/** Frames of one size, cut from some hours of a simulated wearer: all quick sensors in turn, no two alike. */
public final class LoadFrames {

    private static final Instant MORNING = Instant.parse("2026-03-03T09:00:00Z");
    private static final int SECONDS = 3 * 3_600;
    private static final int OF_EACH_SENSOR = 12;

    /** A sensor with fewer samples, such as steps by the minute, says too little for a frame of the wanted size. */
    private static final Duration FILLS_FRAMES = Duration.ofSeconds(10);

    private static final FrameId ANY = new FrameId(new DeviceId("mould"), 0);

    /** What a packet holds beside its payload, of which the topic is the most. */
    private static final int TOPIC_BYTES = 60;

    /** The numbers of one sensor, and what makes a frame of some of them. */
    private record Sensor(StreamKind stream, IntList numbers, Function<IntList, FrameContent> content) {

        static Stream<Sensor> of(Channel channel) {
            if (channel instanceof SampledChannel samples && samples.spacing().compareTo(FILLS_FRAMES) <= 0) {
                return Stream.of(new Sensor(
                        samples.stream(),
                        samples.ticks(),
                        ticks -> new Series(samples.spacing(), samples.resolution(), ticks)));
            }
            return channel instanceof BeatChannel beats
                    ? Stream.of(new Sensor(beats.stream(), beats.entries(), Beats::new))
                    : Stream.empty();
        }

        /** The longest frame from there on that is not larger than this. */
        SignalFrame longest(int from, int bytes) {
            int length = 1;
            while (from + length < numbers.size()
                    && FrameMould.of(frame(from, length + 1)).size() <= bytes) {
                length++;
            }
            return frame(from, length);
        }

        private SignalFrame frame(int from, int length) {
            var some = Arrays.copyOfRange(numbers.toArray(), from, from + length);
            return new SignalFrame(ANY, stream, MORNING, content.apply(IntList.of(some)));
        }
    }

    private LoadFrames() {}

    /**
     * Frames whose ids and times mean nothing.
     *
     * @param packetBytes of each on the wire, with its topic, met to within a few
     */
    public static List<SignalFrame> ofSize(int packetBytes) {
        int bytes = packetBytes - TOPIC_BYTES;
        var wearer = new Wearer(WearerSettings.quiet(ANY.device(), 1, ZoneOffset.UTC));
        var sensors = wearer.channels(new TimeWindow(MORNING, MORNING.plusSeconds(SECONDS))).stream()
                .flatMap(Sensor::of)
                .toList();
        var frames = new ArrayList<SignalFrame>();
        for (int piece = 0; piece < OF_EACH_SENSOR; piece++) {
            for (var sensor : sensors) {
                int from = sensor.numbers().size() / OF_EACH_SENSOR * piece;
                frames.add(sensor.longest(from, bytes));
            }
        }
        return frames;
    }
}
