package org.handrail.devicesim.recording;

import java.time.Duration;
import java.util.List;
import org.handrail.devicesim.Channel;
import org.handrail.signals.StreamKind;

/**
 * Heart rates as a watch reports them, now and then, as one a second: a rate holds until the next report and at most ten
 * seconds (ours: the watches here report every second to every ten while they look, and every few minutes while they do
 * not). Of several in one second the last counts.
 */
final class HeldRates {

    static final String ASSUMPTION = "A heart rate holds until the next one, for ten seconds at most.";

    private static final long HELD_SECONDS = 10;
    private static final double HIGHEST = 500;

    private final SampleRuns runs = new SampleRuns(StreamKind.HEART_RATE, Duration.ofSeconds(1), 0.01);
    private long second = Long.MIN_VALUE;
    private double rate;

    static boolean isRate(double perMinute) {
        return perMinute > 0 && perMinute <= HIGHEST;
    }

    /** Whether the report was taken: not one from before the last. */
    boolean add(long atSecond, double perMinute) {
        if (atSecond < second) {
            return false;
        }
        holdUntil(atSecond);
        second = atSecond;
        rate = perMinute;
        return true;
    }

    List<Channel> channels() {
        holdUntil(Long.MAX_VALUE);
        return runs.channels();
    }

    private void holdUntil(long atSecond) {
        if (second != Long.MIN_VALUE && isRate(rate)) {
            long end = Math.min(atSecond, second + HELD_SECONDS);
            for (long held = second; held < end; held++) {
                runs.add(held * 1_000, rate);
            }
        }
        second = Long.MIN_VALUE;
    }
}
