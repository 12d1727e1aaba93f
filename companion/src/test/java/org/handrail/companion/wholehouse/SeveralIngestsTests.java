package org.handrail.companion.wholehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.handrail.analytics.AnalysisRecord;
import org.handrail.companion.embedded.Mosquitto;
import org.handrail.companion.house.Doorkeeper;
import org.handrail.companion.house.HouseSettings;
import org.handrail.companion.house.OtherBroker;
import org.handrail.devicesim.publish.AnswerPolicy;
import org.handrail.ingest.FrameArchive;
import org.handrail.signals.TimeWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** A house that analyses, two processes that read the frames, and Mosquitto with a list of devices that Handrail keeps. */
@EnabledIf(
        value = "org.handrail.companion.embedded.Mosquitto#isInstalled",
        disabledReason = "These tests drive a real broker, and " + Mosquitto.BINARY + " is not installed")
class SeveralIngestsTests {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path directory;

    @Test
    void whatTwoReadersStoreIsAnalysedOnceThoughOneOfThemIsKilled() throws Exception {
        var brokerDirectory = Files.createDirectory(directory.resolve("mosquitto"));
        try (var mosquitto = new Mosquitto(brokerDirectory, Optional.empty()).start();
                var household = Household.open(settings(mosquitto), Duration.ofMinutes(5))) {
            var wearer = InventedWearer.hardEvening(household.clock(), household.paired.device());
            int half = wearer.frames().size() / 2;

            try (var first = reader("first", mosquitto, household);
                    var watch = household.watch(AnswerPolicy.ignore())) {
                var sent = CompletableFuture.runAsync(() -> wearer.frames().forEach(frame -> {
                    try {
                        watch.publish(frame);
                    } catch (InterruptedException end) {
                        throw new IllegalStateException(end);
                    }
                }));
                var second = reader("second", mosquitto, household);
                assertThat(first.isAlive()).isTrue();
                await("half of the frames").atMost(PATIENCE).until(() -> stored(household) >= half);
                second.kill();
                sent.join();
                assertThat(watch.awaitAcknowledged(PATIENCE)).isTrue();
                // What the broker had kept for the killed one waits for one of its name.
                try (var again = reader("second", mosquitto, household)) {
                    await("every frame")
                            .atMost(PATIENCE)
                            .until(() -> stored(household) >= wearer.frames().size());
                    await("the strained stretch to be found").atMost(PATIENCE).until(() -> windows(household) == 1);
                    await("the nudge")
                            .atMost(PATIENCE)
                            .until(() -> watch.counts().nudges() == 1);
                    assertThat(first.end()).as("ends when it is asked to").isEqualTo(143);
                    assertThat(again.end()).as("ends when it is asked to").isEqualTo(143);
                }
            }
            assertThat(stored(household)).isEqualTo(wearer.frames().size());
        }
    }

    private HouseSettings settings(Mosquitto mosquitto) {
        return HouseSettings.onFreePorts(directory.resolve("house"))
                .with(HouseSettings.Ingest.ELSEWHERE)
                .with(new OtherBroker(
                        mosquitto.url(),
                        Optional.of(Mosquitto.HOUSE),
                        Optional.of(Mosquitto.HOUSE_SECRET),
                        Optional.empty(),
                        Optional.of(new Doorkeeper(Mosquitto.DOORKEEPER, Mosquitto.DOORKEEPER_SECRET))));
    }

    private HouseProcess reader(String name, Mosquitto mosquitto, Household household) throws IOException {
        String password =
                Files.readString(directory.resolve("house/database/password")).strip();
        return HouseProcess.ingest(
                name,
                Map.of("HANDRAIL_BROKER_SECRET", Mosquitto.HOUSE_SECRET, "HANDRAIL_DATABASE_PASSWORD", password),
                "--broker",
                mosquitto.url(),
                "--broker-user",
                Mosquitto.HOUSE,
                "--database",
                household.house().databaseUrl(),
                "--database-user",
                "postgres");
    }

    private static long stored(Household household) {
        return household.room(FrameArchive.class).count(household.paired.device());
    }

    private static int windows(Household household) {
        var now = household.clock().instant();
        return household
                .room(AnalysisRecord.class)
                .windowsOf(household.mentee.asMentee(), new TimeWindow(now.minus(Duration.ofMinutes(30)), now))
                .size();
    }
}
