package org.handrail.devicesim;

import java.time.Duration;
import java.time.Instant;
import org.handrail.signals.Beats;
import org.handrail.signals.IntList;
import org.handrail.signals.StreamKind;

/** Intervals and gaps of any number, written as in {@link Beats}: positive is an interval, negative a gap, in ms. */
public record BeatChannel(Instant start, IntList entries) implements Channel {

    public BeatChannel {
        if (entries.size() == 0) {
            throw new IllegalArgumentException("A channel of beats has at least one entry");
        }
    }

    @Override
    public StreamKind stream() {
        return StreamKind.BEATS;
    }

    @Override
    public Instant end() {
        return start.plusMillis(entries.stream().mapToLong(Math::abs).sum());
    }

    @Override
    public BeatChannel shiftedBy(Duration shift) {
        return new BeatChannel(start.plus(shift), entries);
    }
}
