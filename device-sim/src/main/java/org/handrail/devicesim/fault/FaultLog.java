package org.handrail.devicesim.fault;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.handrail.signals.FrameId;
import org.handrail.signals.StreamKind;

/** What faults truly did to frames, in the order in which these went out or would have. */
public record FaultLog(List<Deed> deeds) {

    /** What became of a frame. */
    public enum Effect {
        /** Its content is another. */
        CHANGED,
        /** The watch told it only because of the fault. */
        ADDED,
        /** It was never sent. */
        GONE,
        /** Its time is wrong. */
        DATED_WRONG,
        /** Its counter was that of an earlier frame. */
        COUNTER_USED_TWICE,
        /** It went out later. */
        HELD,
        /** It went out once more. */
        DOUBLED,
        /** Its payload was spoilt. */
        CORRUPTED
    }

    /**
     * One fault and one frame.
     *
     * @param frame as it went out; under the source's own counter where it never did
     * @param at when it went out, or would have
     */
    public record Deed(Fault fault, Effect effect, FrameId frame, StreamKind stream, Instant at) {}

    public FaultLog {
        deeds = List.copyOf(deeds);
    }

    public long count(Effect effect) {
        return deeds.stream().filter(deed -> deed.effect() == effect).count();
    }

    public long count(Fault fault, Effect effect) {
        return deeds.stream()
                .filter(deed -> deed.effect() == effect && deed.fault().equals(fault))
                .count();
    }

    /** To how many frames this fault did what; what it did to none is absent. */
    public Map<Effect, Long> counts(Fault fault) {
        return deeds.stream()
                .filter(deed -> deed.fault().equals(fault))
                .collect(Collectors.groupingBy(Deed::effect, () -> new EnumMap<>(Effect.class), Collectors.counting()));
    }

    /** The frames to which this fault did that. */
    public Set<FrameId> frames(Fault fault, Effect effect) {
        return deeds.stream()
                .filter(deed -> deed.effect() == effect && deed.fault().equals(fault))
                .map(Deed::frame)
                .collect(Collectors.toUnmodifiableSet());
    }
}
