package org.handrail.analytics.sleep;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.handrail.signals.DeviceId;
import org.handrail.signals.FrameId;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.Sleep;

/**
 * One frame of sleep as a device staged it. A replaced one has lost its stretches to a later version and keeps only its span,
 * by which an earlier version that is still to come will be known as such.
 */
record DeviceEpisode(FrameId id, long startMs, long endMs, List<SleepStretch> stretches) {

    /** By what two versions of the same sleep are told apart; the greater is the later. */
    static final Comparator<DeviceEpisode> BY_VERSION = Comparator.comparing(
                    (DeviceEpisode episode) -> episode.id.isCounted())
            .thenComparing(episode -> episode.id.counter())
            .thenComparing(DeviceEpisode::endMs)
            .thenComparing(DeviceEpisode::startMs)
            .thenComparing(episode -> episode.id.device().value());

    private static final long[] UNITS_MS = {60_000, 30_000, 1_000, 1};

    DeviceEpisode {
        stretches = List.copyOf(stretches);
    }

    static DeviceEpisode of(SignalFrame frame) {
        if (!(frame.content() instanceof Sleep sleep)) {
            throw new IllegalArgumentException("A frame of " + frame.stream().topicName() + " tells no sleep");
        }
        long startMs = frame.sampledAt().toEpochMilli();
        var at = frame.sampledAt();
        var stretches = new ArrayList<SleepStretch>();
        for (var phase : sleep.phases()) {
            long fromMs = at.toEpochMilli();
            at = at.plus(phase.length());
            if (at.toEpochMilli() > fromMs) {
                stretches.add(new SleepStretch(fromMs, at.toEpochMilli(), SleepState.of(phase.stage())));
            }
        }
        return new DeviceEpisode(frame.id(), startMs, at.toEpochMilli(), stretches);
    }

    /** From when on no more can be learnt of it: the five-minute window of the heart in which it ended has closed. */
    long completeMs() {
        return endMs + HeartCells.MINUTES * SleepMinute.LENGTH_MS;
    }

    boolean isReplaced() {
        return stretches.isEmpty();
    }

    DeviceEpisode replaced() {
        return new DeviceEpisode(id, startMs, endMs, List.of());
    }

    boolean overlaps(DeviceEpisode other) {
        return startMs < other.endMs && other.startMs < endMs;
    }

    boolean covers(DeviceEpisode other) {
        return startMs <= other.startMs && other.endMs <= endMs;
    }

    boolean isLaterThan(DeviceEpisode other) {
        return BY_VERSION.compare(this, other) > 0;
    }

    void write(DataOutput out, List<DeviceId> devices, long afterMs) throws IOException {
        out.writeByte(devices.indexOf(id.device()));
        Varint.writeSigned(out, id.counter());
        Varint.writeSigned(out, startMs - afterMs);
        Varint.write(out, endMs - startMs);
        Varint.write(out, stretches.size());
        if (isReplaced()) {
            return;
        }
        int unit = 0;
        while (!isWholeIn(UNITS_MS[unit])) {
            unit++;
        }
        out.writeByte(unit);
        for (var stretch : stretches) {
            Varint.write(
                    out,
                    stretch.lengthMs() / UNITS_MS[unit] << 3 | stretch.state().ordinal());
        }
    }

    static DeviceEpisode read(DataInput in, List<DeviceId> devices, long afterMs) throws IOException {
        var id = new FrameId(devices.get(in.readUnsignedByte()), Varint.readSigned(in));
        long startMs = Varint.readSigned(in) + afterMs;
        long endMs = startMs + Varint.read(in);
        int count = (int) Varint.read(in);
        var stretches = new ArrayList<SleepStretch>();
        if (count > 0) {
            long unit = UNITS_MS[in.readUnsignedByte()];
            long fromMs = startMs;
            for (int i = 0; i < count; i++) {
                long packed = Varint.read(in);
                long toMs = fromMs + (packed >>> 3) * unit;
                stretches.add(new SleepStretch(fromMs, toMs, SleepState.values()[(int) packed & 7]));
                fromMs = toMs;
            }
        }
        return new DeviceEpisode(id, startMs, endMs, stretches);
    }

    private boolean isWholeIn(long unitMs) {
        return stretches.stream().allMatch(stretch -> stretch.lengthMs() % unitMs == 0);
    }
}
