package org.handrail.ingest.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.handrail.ingest.Given;
import org.handrail.signals.DeviceId;
import org.handrail.signals.MenteeId;
import org.junit.jupiter.api.Test;

class IntakeTests {

    private final Intake intake = new Intake(1, new SimpleMeterRegistry());
    private final MenteeId mentee = Given.mentee();
    private final DeviceId device = Given.device();
    private final Sent sent = new Sent();

    @Test
    void aBrokerThatOverstepsItsWindowWaitsForTheWriter() throws Exception {
        assertThat(intake.offer(frame(1))).isTrue();
        assertThat(intake.offer(frame(2))).isTrue();
        var third = CompletableFuture.supplyAsync(() -> offersPatiently(frame(3)));

        intake.queueOf(Intake.writerOf(mentee)).take();

        assertThat(third.get(10, TimeUnit.SECONDS)).isTrue();
        assertThat(intake.size()).isEqualTo(2);
    }

    @Test
    void whereNoWriterTakesAnythingThePatienceEnds() throws Exception {
        intake.offer(frame(1));
        intake.offer(frame(2));

        assertThat(intake.offer(frame(3), Duration.ofMillis(20))).isFalse();
        assertThat(intake.size()).isEqualTo(2);
    }

    private boolean offersPatiently(Incoming incoming) {
        try {
            return intake.offer(incoming, Duration.ofSeconds(10));
        } catch (InterruptedException hurry) {
            throw new IllegalStateException(hurry);
        }
    }

    private Incoming frame(long counter) {
        return sent.incoming(mentee, Given.heartRate(device, counter, 5));
    }
}
