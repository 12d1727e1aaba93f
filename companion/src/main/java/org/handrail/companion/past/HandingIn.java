package org.handrail.companion.past;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.handrail.analytics.FrameIntake;
import org.handrail.companion.house.House;
import org.handrail.ingest.DirectFrames.Taken;
import org.handrail.ingest.PastFrames;
import org.handrail.signals.FrameId;
import org.handrail.signals.MenteeId;
import org.handrail.signals.RefusalReason;
import org.handrail.signals.SignalFrame;

/** Hands one mentee's past in to the archive, heap by heap, each once the one before is safe. Belongs to one thread. */
final class HandingIn {

    private static final int HEAP = 1_000;
    private static final long LOOK_AGAIN_MS = 50;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final PastFrames archive;
    private final FrameIntake lanes;
    private final Clock clock;
    private final MenteeId mentee;
    private final BooleanSupplier isStopped;
    private final Map<RefusalReason, Long> refused = new EnumMap<>(RefusalReason.class);

    private final Set<FrameId> refusedFrames = new HashSet<>();

    private long stored;

    HandingIn(House house, MenteeId mentee, BooleanSupplier isStopped) {
        this.archive = house.room(PastFrames.class);
        this.lanes = house.room(FrameIntake.class);
        this.clock = house.room(Clock.class);
        this.mentee = mentee;
        this.isStopped = isStopped;
    }

    /** Returns once they are safe; false where it was told to stop. */
    boolean take(List<SignalFrame> frames) throws InterruptedException {
        for (int from = 0; from < frames.size(); from += HEAP) {
            if (!takeHeap(frames.subList(from, Math.min(frames.size(), from + HEAP)))) {
                return false;
            }
        }
        return !isStopped.getAsBoolean();
    }

    /** Offers the heap until it is safe; whatever of it is known by then is as good as stored. */
    private boolean takeHeap(List<SignalFrame> heap) throws InterruptedException {
        while (!isStopped.getAsBoolean()) {
            if (archive.offerPast(mentee, heap) instanceof Taken taken && isSafe(taken)) {
                taken.refused().forEach((place, reason) -> {
                    refused.merge(reason, 1L, Long::sum);
                    refusedFrames.add(heap.get(place).id());
                });
                stored += heap.size() - taken.refused().size();
                return true;
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MS);
        }
        return false;
    }

    private boolean isSafe(Taken taken) throws InterruptedException {
        while (!isStopped.getAsBoolean()) {
            try {
                taken.stored().get(LOOK_AGAIN_MS, TimeUnit.MILLISECONDS);
                return true;
            } catch (TimeoutException notYet) {
                // The archive takes its time; whoever waits may be told to stop meanwhile.
            } catch (ExecutionException noRoomAfterAll) {
                return false;
            }
        }
        return false;
    }

    /** Nothing more comes: waits as long as the lanes have less and less to do. */
    void finish() throws InterruptedException {
        int least = Integer.MAX_VALUE;
        var deadline = clock.instant().plus(PATIENCE);
        for (int left = lanes.undone(); left > 0 && !isStopped.getAsBoolean(); left = lanes.undone()) {
            if (left < least) {
                least = left;
                deadline = clock.instant().plus(PATIENCE);
            } else if (clock.instant().isAfter(deadline)) {
                throw new IllegalStateException("All is stored, and the analysis did not finish within "
                        + PATIENCE.toMinutes() + " minutes; it goes on when the house is opened.");
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MS);
        }
    }

    /** Frames that are safe. Counted here, since the archive may drop what is very old at any moment. */
    long stored() {
        return stored;
    }

    boolean isRefused(SignalFrame frame) {
        return refusedFrames.contains(frame.id());
    }

    /** How many frames were not taken, and why. */
    Map<RefusalReason, Long> refused() {
        return refused;
    }
}
