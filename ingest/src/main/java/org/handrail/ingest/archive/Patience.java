package org.handrail.ingest.archive;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits between attempts, for ever, until someone ends it. */
final class Patience {

    /** The process ends before what was attempted came about; whoever sent the frames still has them. */
    static final class Ended extends Exception {}

    private final BackOff backOff;
    private final CountDownLatch end = new CountDownLatch(1);

    Patience(BackOff backOff) {
        this.backOff = backOff;
    }

    void waitAfter(int failures) throws Ended, InterruptedException {
        if (end.await(backOff.after(failures).toMillis(), TimeUnit.MILLISECONDS)) {
            throw new Ended();
        }
    }

    /** Any thread may call. */
    void end() {
        end.countDown();
    }
}
