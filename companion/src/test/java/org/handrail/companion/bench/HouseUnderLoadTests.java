package org.handrail.companion.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import org.handrail.devicesim.load.CrowdSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The wearers' strain is in what their watches remember, so that nobody has to wait for its minutes. */
@Timeout(240)
class HouseUnderLoadTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int WEARERS = 200;
    private static final int STRAINED = 40;
    private static final long MINUTES_AGO = 7;
    private static final Duration WORTH_A_QUESTION_WITHIN = Duration.ofMinutes(4);
    private static final int HEAP_MB = 512;

    @TempDir
    private Path folder;

    @Test
    void whoIsStrainedIsNudgedAndNoFrameIsLostInAStorm() throws Exception {
        var clock = Clock.systemUTC();
        long strainedFrom = clock.instant().getEpochSecond() / 60 - MINUTES_AGO;
        try (var load = HouseUnderLoad.open(folder, HEAP_MB, CrowdSettings.ofSeed(7), clock)) {
            load.begin();
            load.grow(WEARERS, Collections.nCopies(STRAINED, strainedFrom));
            await().atMost(PATIENCE).until(load::isConnected);
            load.storm(0.5, 1);
            await().atMost(PATIENCE).until(() -> load.counts().breaks() > WEARERS / 4);
            await().atMost(WORTH_A_QUESTION_WITHIN).until(() -> load.counts().nudges() >= STRAINED * 3 / 4);
            await().atMost(PATIENCE).until(load::isSteady);
            // A nudge may arrive a moment before the house has noted that it was sent.
            await().atMost(PATIENCE)
                    .until(() -> load.inAll().arrived() == load.inAll().sent());

            var figures = load.inAll();
            assertThat(figures.connected()).isEqualTo(WEARERS);
            assertThat(figures.arrived()).isEqualTo(figures.sent()).isLessThanOrEqualTo(WEARERS);
            assertThat(figures.strainToNudge().n()).isEqualTo(figures.arrived());
            assertThat(figures.strainToNudge().p50())
                    .isPositive()
                    .isLessThanOrEqualTo(figures.strainToNudge().p99());
            assertThat(figures.heapBytes()).isPositive();
            assertThat(figures.cpu()).containsKeys("load", "house", "database");

            var tally = load.end(folder);
            assertThat(tally.confirmed()).isGreaterThan(WEARERS * 2 * 6);
            assertThat(tally.lost()).isZero();
            assertThat(tally.doubled()).isZero();
        }
    }
}
