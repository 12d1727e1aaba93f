package org.handrail.companion.bench;

import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;
import org.handrail.devicesim.load.CrowdEar;
import org.handrail.signals.DeviceId;

/** How long nudges took, told by the crowd's thread and asked by others. */
final class NudgeTimes implements CrowdEar {

    private static final long LONGEST_NANOS = 600_000_000_000L;

    private final Recorder nudges = new Recorder(LONGEST_NANOS, 3);

    /** Guarded by this. */
    private final Histogram inAll = new Histogram(LONGEST_NANOS, 3);

    @Override
    public void confirmed(long nanos) {
        // The commit is what counts, and the house tells of it.
    }

    @Override
    public void nudged(DeviceId device, long nanos) {
        nudges.recordValue(Math.min(Math.max(nanos, 0), LONGEST_NANOS));
    }

    /** Of those that arrived since the last call. */
    synchronized Percentiles since() {
        var since = nudges.getIntervalHistogram();
        inAll.add(since);
        return Percentiles.of(since);
    }

    /** Of those that arrived since the last beginning. */
    synchronized Percentiles inAll() {
        inAll.add(nudges.getIntervalHistogram());
        return Percentiles.of(inAll);
    }

    synchronized void beginAnew() {
        nudges.reset();
        inAll.reset();
    }
}
