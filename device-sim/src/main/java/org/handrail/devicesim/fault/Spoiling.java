package org.handrail.devicesim.fault;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.handrail.devicesim.publish.Wrapping;
import org.handrail.signals.Beats;
import org.handrail.signals.FrameCodec;
import org.handrail.signals.FrameCodec.Format;
import org.handrail.signals.FrameContent;
import org.handrail.signals.IntList;
import org.handrail.signals.Series;
import org.handrail.signals.SignalFrame;

/**
 * Spoils some payloads. Which, depends on the frame alone: it is spoilt again when it is sent again. Where the plan has
 * several such faults, the first that strikes counts. A fault's span is looked up by the frame's own time.
 */
final class Spoiling implements Wrapping {

    private static final int NO_WRIST_TICKS = 2_000_000_000;
    private static final int NO_BEAT_MS = 100;

    private final List<Fault> faults;
    private final long seed;
    private final Instant start;
    private final Wrapping sound;

    Spoiling(FaultPlan plan, Instant start, Wrapping sound) {
        this.faults = plan.faults();
        this.seed = plan.seed();
        this.start = start;
        this.sound = sound;
    }

    Optional<Fault.CorruptFrames> striking(SignalFrame frame) {
        if (!frame.stream().isSensor()) {
            return Optional.empty();
        }
        long index = frame.id().counter() * 31 + frame.sampledAt().toEpochMilli();
        return IntStream.range(0, faults.size())
                .filter(i -> faults.get(i) instanceof Fault.CorruptFrames corrupt
                        && corrupt.when().after(start).contains(frame.endsAt())
                        && new Chance(seed, i).strikes(corrupt.share(), index))
                .mapToObj(i -> (Fault.CorruptFrames) faults.get(i))
                .findFirst();
    }

    @Override
    public Wrapped wrap(SignalFrame frame) {
        return striking(frame).map(fault -> spoilt(fault.how(), frame)).orElseGet(() -> sound.wrap(frame));
    }

    private Wrapped spoilt(Corruption how, SignalFrame frame) {
        var wrapped = sound.wrap(frame);
        var payload = wrapped.payload();
        return switch (how) {
            case CUT_SHORT -> new Wrapped(wrapped.topic(), Arrays.copyOf(payload, payload.length / 2));
            case WRONG_TYPE -> {
                long counter = frame.id().counter();
                yield rewritten(wrapped, frame, "\"counter\":" + counter, "\"counter\":\"" + counter + "\"");
            }
            case OTHER_VERSION -> rewritten(wrapped, frame, "\"v\":" + FrameCodec.VERSION, "\"v\":99");
            case IMPOSSIBLE_VALUES -> sound.wrap(SensorEdit.with(frame, impossible(frame.content())));
            case UNKNOWN_STREAM -> new Wrapped(wrapped.topic() + "-of-another", payload);
            case TOO_LARGE -> new Wrapped(wrapped.topic(), Arrays.copyOf(payload, FrameCodec.MAX_BYTES + 1));
        };
    }

    /** By way of the readable twin, whatever the watch writes otherwise. */
    private static Wrapped rewritten(Wrapped wrapped, SignalFrame frame, String text, String instead) {
        var json = new String(FrameCodec.encode(frame, Format.JSON), StandardCharsets.UTF_8);
        return new Wrapped(wrapped.topic(), json.replace(text, instead).getBytes(StandardCharsets.UTF_8));
    }

    private static FrameContent impossible(FrameContent content) {
        if (content instanceof Series series) {
            var ticks = new int[series.size()];
            Arrays.fill(ticks, NO_WRIST_TICKS);
            return new Series(series.spacing(), series.resolution(), IntList.of(ticks));
        }
        if (content instanceof Beats beats) {
            var entries = new int[beats.entries().size()];
            Arrays.fill(entries, NO_BEAT_MS);
            return Beats.of(entries);
        }
        return content;
    }
}
