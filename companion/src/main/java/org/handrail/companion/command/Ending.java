package org.handrail.companion.command;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets the main thread end what it has opened when the process is told to stop: a signal wakes it, and the process does not
 * end before the main thread is through with closing.
 */
final class Ending implements AutoCloseable {

    private static final long SECONDS_TO_CLOSE = 40;

    private final CountDownLatch wanted = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);

    static Ending onSignal() {
        var ending = new Ending();
        Runtime.getRuntime().addShutdownHook(new Thread(ending::closeAll, "ending"));
        return ending;
    }

    void await() throws InterruptedException {
        wanted.await();
    }

    void await(long millis) throws InterruptedException {
        wanted.await(millis, TimeUnit.MILLISECONDS);
    }

    boolean isWanted() {
        return wanted.getCount() == 0;
    }

    /** From inside: the work is done. */
    void want() {
        wanted.countDown();
    }

    private void closeAll() {
        want();
        try {
            done.await(SECONDS_TO_CLOSE, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** To be called last, when all that was opened is closed. */
    @Override
    public void close() {
        done.countDown();
    }
}
