package org.handrail.companion.wholehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.handrail.devicesim.publish.AnswerPolicy;
import org.handrail.ingest.FloodGate;
import org.handrail.ingest.FrameArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShownOutTests {

    @TempDir
    private Path directory;

    @Test
    void aWatchThatIsShownOutComesBackAfterThePauseWithEveryFrame() throws Exception {
        try (var household = Household.open(directory, Duration.ofMinutes(5));
                var watch = household.watch(AnswerPolicy.ignore())) {
            var frames = InventedWearer.hardEvening(household.clock(), household.paired.device())
                    .frames()
                    .subList(0, 200);
            await().until(() -> watch.counts().connected() == 1);
            long shownOutAt = System.nanoTime();

            household.room(FloodGate.class).showOut(household.paired.device(), Duration.ofSeconds(3));
            for (var frame : frames) {
                watch.publish(frame);
            }

            assertThat(watch.awaitAcknowledged(Duration.ofSeconds(30))).isTrue();
            assertThat(System.nanoTime() - shownOutAt)
                    .isGreaterThan(Duration.ofSeconds(3).toNanos());
            assertThat(watch.counts().connected()).isEqualTo(2);
            await().until(() -> household.room(FrameArchive.class).count(household.paired.device()) == frames.size());
        }
    }
}
