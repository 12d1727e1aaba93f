package org.handrail.ingest.archive;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.handrail.signals.MenteeId;

/**
 * What has been admitted and waits for its writer. A mentee always has the same writer, so their frames are stored in the
 * order in which they arrived.
 *
 * <p>Each queue holds two of the broker's windows (receive maximum): the window of the connection that stands, and that of
 * one which broke while the database was away. {@link #hasRoomFor} says whether to ask the broker for more, so that there
 * is room for whatever it may send; a broker that oversteps the receive maximum (Mosquitto 2.0.11 does, now and then) is
 * slowed down by a wait. Any thread may call.
 *
 * <p>Frames that come past the broker have room of their own. It is there twice: once for those that wait while the broker
 * is asked, and once for those that come in their place while it sends. So they never take what the broker was promised,
 * however they come and go, and never keep it from being asked.
 */
public final class Intake {

    /**
     * How many writers there are, in every process. Not a setting: a writer's number is also the name of its lock in the
     * database, so processes that disagree about it could store a mentee's frames side by side.
     */
    static final int WRITERS = 2;

    private final List<BlockingQueue<Incoming>> queues;
    private final int mostDirect;

    public Intake(int receiveMaximum, MeterRegistry meters) {
        this(receiveMaximum, 0, meters);
    }

    /** @param mostDirect how many frames past the broker may be here at once; whoever brings them keeps to it */
    public Intake(int receiveMaximum, int mostDirect, MeterRegistry meters) {
        this.mostDirect = mostDirect;
        int room = 2 * receiveMaximum + 2 * mostDirect;
        this.queues = IntStream.range(0, WRITERS)
                .<BlockingQueue<Incoming>>mapToObj(writer -> new ArrayBlockingQueue<>(room))
                .toList();
        Gauge.builder("handrail.ingest.waiting", this, Intake::size)
                .description("Frames received and not yet taken up by a writer")
                .register(meters);
    }

    /** Takes the frame over, or says at once that there is no room. */
    public boolean offer(Incoming incoming) {
        return queues.get(writerOf(incoming.mentee())).offer(incoming);
    }

    /** Takes the frame over, or says that there was no room for it for so long. */
    public boolean offer(Incoming incoming, Duration patience) throws InterruptedException {
        return queues.get(writerOf(incoming.mentee())).offer(incoming, patience.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Whether so many more frames of the broker's fit in, whosever they are. */
    public boolean hasRoomFor(int frames) {
        return queues.stream().allMatch(queue -> queue.remainingCapacity() >= frames + mostDirect);
    }

    public int size() {
        return queues.stream().mapToInt(BlockingQueue::size).sum();
    }

    BlockingQueue<Incoming> queueOf(int writer) {
        return queues.get(writer);
    }

    static int writerOf(MenteeId mentee) {
        return Math.floorMod(mentee.hashCode(), WRITERS);
    }
}
