package org.handrail.ingest;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.handrail.signals.DeviceId;
import org.handrail.signals.RefusalReason;
import org.handrail.signals.SignalFrame;

/**
 * The way in past the broker, for a door that answers its caller itself. Frames are admitted, counted, stored and handed on
 * as those of the broker are; a frame that is known already is as good as stored. Whose device it is, the caller has made
 * sure of.
 */
public interface DirectFrames {

    /** What became of the frames that were offered. */
    sealed interface Offered {}

    /**
     * Those that may enter are on their way.
     *
     * @param stored completes once all of them are safe, perhaps long after, when the database was away; exceptionally where
     *     one of them found no room after all, and then nothing is said of the others
     * @param refused why not, by place in the list that was offered; each is counted
     */
    record Taken(CompletableFuture<Void> stored, Map<Integer, RefusalReason> refused) implements Offered {
        public Taken {
            refused = Map.copyOf(refused);
        }
    }

    /** There is no room, or no telling who may enter, at the moment. None of them was taken, and none counted. */
    record NotNow() implements Offered {}

    /** Takes frames of one device, all of those that may enter. Never waits for the archive. */
    Offered offer(List<SignalFrame> frames);

    /** Counts what was refused before it was a frame. */
    void countRefusal(DeviceId device, RefusalReason reason);
}
