package org.handrail.analytics.feature.heart;

import java.util.Arrays;
import java.util.List;
import org.handrail.analytics.HeartMinute;
import org.handrail.analytics.HeartVariability;
import org.handrail.analytics.quality.MinuteBeats;
import org.jspecify.annotations.Nullable;

/**
 * The beats of one wrist, carried from minute to minute. A value: {@link #over} works on a copy of the last five minutes, so a
 * track that is held never changes.
 */
public final class BeatTrack {

    /** Beats come from the wire in whole milliseconds. */
    private static final int TICKS_PER_MS = 1;

    private static final int FIVE_MINUTES = 5;

    public static final BeatTrack START = new BeatTrack(SlidingBeats.start(TICKS_PER_MS), 0);

    private final SlidingBeats beats;
    private final int stillMinutes;

    private BeatTrack(SlidingBeats beats, int stillMinutes) {
        this.beats = beats;
        this.stillMinutes = stillMinutes;
    }

    /** A beat for storage; times and intervals in the wire's ticks of 1 ms. */
    public record StoredBeat(long endTicks, int rrTicks, boolean isAccepted) {}

    /**
     * The track for storage.
     *
     * @param stillMinutes unmoved minutes in a row, up to five
     * @param beats of the last five minutes
     */
    public record Stored(int reference, int excludedInARow, int stillMinutes, List<StoredBeat> beats) {}

    public Stored stored() {
        var kept = Arrays.stream(beats.packed())
                .mapToObj(
                        beat -> new StoredBeat(PackedBeat.end(beat), PackedBeat.rr(beat), PackedBeat.isAccepted(beat)))
                .toList();
        return new Stored(beats.acceptance().reference(), beats.acceptance().excludedInARow(), stillMinutes, kept);
    }

    public static BeatTrack of(Stored stored) {
        long[] packed = stored.beats.stream()
                .mapToLong(beat -> PackedBeat.of(beat.endTicks, beat.rrTicks, beat.isAccepted))
                .toArray();
        return new BeatTrack(
                SlidingBeats.of(TICKS_PER_MS, stored.reference, stored.excludedInARow, packed), stored.stillMinutes);
    }

    /** The track after a minute, that minute, and the five that end with it, as far as sums tell them. */
    public record Advance(BeatTrack next, HeartMinute minute, HeartVariability fiveMinutes) {}

    /**
     * Takes in a minute's beats.
     *
     * @param endMs the minute's end, epoch milliseconds; a beat that ended then still belongs to it
     * @param isStill whether the wrist lay still, so that beats which do not fit are the heart's doing
     */
    public Advance over(MinuteBeats minute, long endMs, boolean isStill) {
        var sliding = beats.copy();
        for (int i = 0; i < minute.size(); i++) {
            sliding.push(minute.endMs(i), minute.rrMs(i));
        }
        sliding.advanceTo(endMs);
        int still = isStill ? Math.min(FIVE_MINUTES, stillMinutes + 1) : 0;
        return new Advance(
                new BeatTrack(sliding, still),
                HeartFigures.minute(sliding, isStill),
                HeartFigures.fiveMinutes(sliding, still == FIVE_MINUTES));
    }

    /** The last five minutes, which {@link #over} gave, with what only a look at all intervals tells; that costs most. */
    public HeartVariability withShape(HeartVariability fiveMinutes) {
        return HeartFigures.withShape(fiveMinutes, beats);
    }

    /** RMSSD of the last five minutes, ms, by a look at each beat's surroundings on both sides; NaN on too little. */
    public double nightRmssd() {
        return NightBeats.rmssd(beats.packed());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BeatTrack that
                && stillMinutes == that.stillMinutes
                && beats.acceptance().reference() == that.beats.acceptance().reference()
                && beats.acceptance().excludedInARow()
                        == that.beats.acceptance().excludedInARow()
                && Arrays.equals(beats.packed(), that.beats.packed());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(beats.packed());
    }
}
