package org.handrail.ingest.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.handrail.ingest.Given;
import org.handrail.ingest.RateSettings;
import org.handrail.ingest.admission.DeviceRates.Pace;
import org.handrail.signals.DeviceId;
import org.junit.jupiter.api.Test;

class DeviceRatesTests {

    private static final RateSettings SETTINGS = new RateSettings(10, 100, Duration.ofSeconds(60), 1_000);

    private final DeviceRates rates = new DeviceRates(SETTINGS);
    private final DeviceId device = Given.device();

    @Test
    void aBacklogWithinTheBurstMayComeAtOnce() {
        assertThat(sent(100, Given.NOW)).isEqualTo(Map.of(Pace.MEASURED, 100));
    }

    @Test
    void theRateMayGoOnForEver() {
        for (int second = 0; second < 1_000; second++) {
            assertThat(sent(10, Given.NOW.plusSeconds(second))).isEqualTo(Map.of(Pace.MEASURED, 10));
        }
    }

    @Test
    void whoComesFasterIsShownOutOncePerPauseAndWhatWasSentIsTaken() {
        assertThat(sent(500, Given.NOW)).isEqualTo(Map.of(Pace.MEASURED, 499, Pace.HURRIED, 1));
        assertThat(sent(100, Given.NOW.plusSeconds(59))).isEqualTo(Map.of(Pace.MEASURED, 100));
        assertThat(sent(100, Given.NOW.plusSeconds(60))).isEqualTo(Map.of(Pace.MEASURED, 99, Pace.HURRIED, 1));
    }

    @Test
    void whatNoWatchCanHaveMeasuredIsRefused() {
        assertThat(sent(5_000, Given.NOW))
                .isEqualTo(Map.of(Pace.MEASURED, 1_099, Pace.HURRIED, 1, Pace.FLOODING, 3_900));
        assertThat(sent(20, Given.NOW.plusSeconds(1))).as("ten a second go on").containsEntry(Pace.FLOODING, 10);
    }

    @Test
    void aFloodOfOneTakesNothingFromAnother() {
        sent(5_000, Given.NOW);

        assertThat(rates.count(Given.device(), Given.NOW)).isEqualTo(Pace.MEASURED);
    }

    @Test
    void aClockThatStepsBackGivesNothingAndTakesNothing() {
        sent(100, Given.NOW);

        assertThat(rates.count(device, Given.NOW.minusSeconds(3_600))).isEqualTo(Pace.HURRIED);
        assertThat(rates.count(device, Given.NOW.plusSeconds(10))).isEqualTo(Pace.MEASURED);
    }

    @Test
    void strangersWhoInventNamesShareOneBucket() {
        for (int name = 0; name < DeviceRates.MOST_DEVICES; name++) {
            rates.count(new DeviceId("name-" + name), Given.NOW);
        }

        var paces = new EnumMap<Pace, Integer>(Pace.class);
        for (int name = 0; name < 200; name++) {
            paces.merge(rates.count(new DeviceId("more-" + name), Given.NOW), 1, Integer::sum);
        }
        assertThat(paces).containsEntry(Pace.HURRIED, 1);
        assertThat(rates.count(Given.device(), Given.NOW.plusSeconds(60)))
                .as("who has been quiet makes room")
                .isEqualTo(Pace.MEASURED);
    }

    private Map<Pace, Integer> sent(int frames, Instant now) {
        var paces = new EnumMap<Pace, Integer>(Pace.class);
        for (int i = 0; i < frames; i++) {
            paces.merge(rates.count(device, now), 1, Integer::sum);
        }
        return paces;
    }
}
