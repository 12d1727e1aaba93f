package org.handrail.ingest.silence;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Lets the silence watch look, on a thread of its own, from before the first frame until after the last one. */
public final class SilenceRounds implements SmartLifecycle {

    private final SilenceWatch watch;
    private final BooleanSupplier connected;
    private final Clock clock;
    private final Duration pause;
    private final int phase;

    private @Nullable ScheduledExecutorService thread;

    public SilenceRounds(SilenceWatch watch, BooleanSupplier connected, Clock clock, Duration pause, int phase) {
        this.watch = watch;
        this.connected = connected;
        this.clock = clock;
        this.pause = pause;
        this.phase = phase;
    }

    @Override
    public synchronized void start() {
        var started = Executors.newSingleThreadScheduledExecutor(work -> {
            var worker = new Thread(work, "ingest-silence");
            worker.setDaemon(true);
            return worker;
        });
        started.scheduleWithFixedDelay(this::look, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        thread = started;
    }

    /** Looks a last time, so that what was heard is written down. */
    @Override
    public synchronized void stop() {
        var running = thread;
        thread = null;
        if (running == null) {
            return;
        }
        running.shutdown();
        try {
            running.awaitTermination(pause.toMillis(), TimeUnit.MILLISECONDS);
            look();
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        watch.look(clock.instant(), connected.getAsBoolean());
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    @Override
    public int getPhase() {
        return phase;
    }
}
