package org.handrail.companion.bench;

import java.time.Duration;
import java.util.function.DoubleConsumer;

/** How far the bench has come, as a share of the time that it is expected to take. */
final class Stages {

    private final DoubleConsumer show;
    private final Duration all;
    private Duration done = Duration.ZERO;
    private Duration stage = Duration.ZERO;
    private long stageBegin;

    Stages(Duration all, DoubleConsumer show) {
        this.all = all;
        this.show = show;
    }

    /** The stage before it has ended; this one is expected to take so long. */
    void begin(Duration expected) {
        done = done.plus(stage);
        stage = expected;
        stageBegin = System.nanoTime();
        elapse();
    }

    void elapse() {
        long inStage = Math.min(System.nanoTime() - stageBegin, stage.toNanos());
        show.accept(Math.min(0.99, (done.toNanos() + inStage) / (double) all.toNanos()));
    }

    void end() {
        show.accept(1);
    }
}
