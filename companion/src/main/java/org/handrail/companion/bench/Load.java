package org.handrail.companion.bench;

import java.time.Duration;
import org.handrail.devicesim.load.Fleet;
import org.handrail.devicesim.load.LoadPlan;

/**
 * One load from the first frame sent to the last one taken at the other end.
 *
 * @param begin on the monotonic clock, as {@code end}
 * @param confirmed by the broker
 * @param taken at the other end
 */
record Load(long begin, long end, long confirmed, long taken) {

    /**
     * Most frames on their way in a load without a rate: enough to keep everybody busy, and few enough that no queue grows
     * at the broker. So what is measured can go on for ever.
     */
    private static final long MOST_ON_THEIR_WAY = 8_000;

    private static final Duration LONGEST_STANDSTILL = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofMillis(5);

    static Load run(Fleet fleet, PartProcess part, LoadPlan plan, Stages stages) throws InterruptedException {
        long before = part.taken();
        long begin = System.nanoTime();
        var run = fleet.send(plan.heldBackBy(() -> part.taken() - before + MOST_ON_THEIR_WAY));
        long last = -1;
        long lastAt = begin;
        while (!run.await(LOOK) || part.taken() - before < run.confirmed()) {
            long now = System.nanoTime();
            long progress = run.confirmed() + part.taken();
            if (progress != last) {
                last = progress;
                lastAt = now;
            } else if (now - lastAt > LONGEST_STANDSTILL.toNanos()) {
                run.stop();
                break;
            }
            if (run.isOver()) {
                Thread.sleep(LOOK.toMillis());
            }
            stages.elapse();
        }
        return new Load(begin, System.nanoTime(), run.confirmed(), part.taken() - before);
    }

    Duration took() {
        return Duration.ofNanos(end - begin);
    }

    double framesPerSecond() {
        return taken * 1e9 / (end - begin);
    }
}
