package org.handrail.companion.bench;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.handrail.alerts.NudgeSent;
import org.handrail.analytics.RiskWindowOpened;
import org.handrail.ingest.FrameSink;
import org.handrail.signals.ArchivedFrame;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.support.GenericApplicationContext;

/** Looks on in a house: when frames are committed, and how often somebody is nudged. Changes nothing. */
final class Onlooker {

    /** Frames with smaller counters were remembered by a watch, and nobody knows when they were due. */
    private final long opened = System.nanoTime();

    private final CommitWatch commits = new CommitWatch();
    private final LongAdder windows = new LongAdder();
    private final LongAdder nudges = new LongAdder();

    void lookOn(GenericApplicationContext rooms) {
        rooms.registerBean("framesAreSeenPassing", BeanPostProcessor.class, () -> new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof FrameSink sink ? (FrameSink) frames -> passOn(frames, sink) : bean;
            }
        });
        rooms.addApplicationListener(event -> {
            if (event instanceof PayloadApplicationEvent<?> told) {
                hear(told.getPayload());
            }
        });
    }

    private void passOn(List<ArchivedFrame> frames, FrameSink sink) {
        commits.accept(frames, opened);
        sink.accept(frames);
    }

    private void hear(Object fact) {
        if (fact instanceof RiskWindowOpened) {
            windows.increment();
        } else if (fact instanceof NudgeSent) {
            nudges.increment();
        }
    }

    CommitWatch commits() {
        return commits;
    }

    /** Risk windows that opened and nudges that were sent so far. */
    String told() {
        return windows.sum() + " " + nudges.sum();
    }
}
