package org.handrail.companion.live;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** A few threads that may wait for slow pages, so that nobody else has to. */
@Component
class LiveWriters {

    private static final Logger log = LoggerFactory.getLogger(LiveWriters.class);
    private static final int THREADS = 4;
    private static final int MOST_WAITING = 10_000;

    private final ArrayBlockingQueue<Runnable> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(THREADS, THREADS, 1, TimeUnit.MINUTES, waiting, task -> {
                var thread = new Thread(task, "live");
                thread.setDaemon(true);
                return thread;
            });

    LiveWriters(MeterRegistry meters) {
        meters.gauge("handrail.live.waiting", waiting, ArrayBlockingQueue::size);
    }

    void soon(Runnable work) {
        try {
            threads.execute(() -> run(work));
        } catch (RejectedExecutionException e) {
            log.warn("Too much waits for open pages; they will look again at their own next turn");
        }
    }

    private static void run(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            log.warn("An open page was not told of a change and will look again at its own next turn", e);
        }
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }
}
