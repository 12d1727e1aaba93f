package org.handrail.devicesim.load;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.handrail.signals.DeviceId;

/** What a crowd's lines count, on its thread; any thread may ask. Its ear is told as well. */
final class CrowdTally {

    private final CrowdEar ear;
    private final AtomicInteger connected = new AtomicInteger();
    private final LongAdder begun = new LongAdder();
    private final LongAdder confirmed = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder breaks = new LongAdder();
    private final LongAdder nudges = new LongAdder();

    CrowdTally(CrowdEar ear) {
        this.ear = ear;
    }

    CrowdCounts counts(int watches) {
        return new CrowdCounts(
                watches, connected.get(), begun.sum(), confirmed.sum(), refused.sum(), breaks.sum(), nudges.sum());
    }

    void opened(int more) {
        connected.addAndGet(more);
    }

    void began() {
        begun.increment();
    }

    /** @param wasRemembered then nobody knows when it was due */
    void confirmed(long due, boolean wasRemembered) {
        confirmed.increment();
        if (!wasRemembered) {
            ear.confirmed(System.nanoTime() - due);
        }
    }

    void refused() {
        refused.increment();
    }

    void broke() {
        breaks.increment();
    }

    void nudged(DeviceId device, long minuteBeganAt) {
        nudges.increment();
        ear.nudged(device, System.nanoTime() - minuteBeganAt);
    }
}
