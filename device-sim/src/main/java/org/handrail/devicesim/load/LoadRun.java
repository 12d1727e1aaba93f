package org.handrail.devicesim.load;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A load under way. Any thread may ask; the fleet's thread alone answers. */
public final class LoadRun {

    private final Schedule schedule;
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile boolean stopWanted;
    private volatile long begun;
    private volatile long confirmed;
    private volatile long refused;

    /** What the fleet had confirmed and refused before; known at the first note. */
    private long confirmedBefore = -1;

    private long refusedBefore;

    LoadRun(Schedule schedule) {
        this.schedule = schedule;
    }

    /** Frames sent so far, whether or not they arrived. */
    public long begun() {
        return begun;
    }

    /** Frames that the broker confirmed so far. */
    public long confirmed() {
        return confirmed;
    }

    /** Frames that the broker answered with a refusing code so far. */
    public long refused() {
        return refused;
    }

    /** Begins no further frame; what was begun is still sent until it is confirmed. */
    public void stop() {
        stopWanted = true;
    }

    /** Whether no frame will begin any more and the broker answered all that did. */
    public boolean isOver() {
        return over.getCount() == 0;
    }

    /** Waits until it is over, for so long at most. */
    public boolean await(Duration atMost) throws InterruptedException {
        return over.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    Schedule schedule() {
        return schedule;
    }

    void note(long confirmedInAll, long refusedInAll, boolean allAnswered, long now) {
        if (confirmedBefore < 0) {
            confirmedBefore = confirmedInAll;
            refusedBefore = refusedInAll;
        }
        begun = schedule.begun();
        confirmed = confirmedInAll - confirmedBefore;
        refused = refusedInAll - refusedBefore;
        if (stopWanted) {
            schedule.stop();
        }
        if (allAnswered && schedule.isThrough(now)) {
            over.countDown();
        }
    }
}
