package org.handrail.ingest.silence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.ingest.silence.GivenSilence.SETTINGS;
import static org.handrail.ingest.silence.GivenSilence.after;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CadenceTests {

    @Test
    void aStreamThatSpeaksAllTheTimeIsSilentAfterTheLeastSilence() {
        assertThat(every(10, 30).allowedSilence(SETTINGS)).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void aWatchThatSendsAHeapEveryQuarterOfAnHourHasPausesOfAQuarterOfAnHour() {
        var cadence = Cadence.heardFirst(after(0));
        for (int heap = 1; heap <= 4; heap++) {
            for (int frame = 0; frame < 90; frame++) {
                cadence = cadence.heard(after(heap * 900L).plusMillis(frame));
            }
        }

        assertThat(cadence.allowedSilence(SETTINGS)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void oneLongSilenceDoesNotBecomeUsual() {
        var cadence = every(600, 5).heard(after(600 * 5 + 20 * 3_600));

        assertThat(cadence.allowedSilence(SETTINGS)).isEqualTo(Duration.ofMinutes(40));
    }

    @Test
    void noStreamMayBeQuietForLongerThanTheMost() {
        assertThat(every(6 * 3_600, 5).allowedSilence(SETTINGS)).isEqualTo(Duration.ofHours(12));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void fewerThanThreePausesSayTooLittle(int pauses) {
        assertThat(every(3_600, pauses).allowedSilence(SETTINGS)).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void theTimeBetweenTwoProcessesIsNoPause() {
        var later = Cadence.heardFirst(after(90_000)).heard(after(90_900));

        var whole = later.after(every(900, 3));

        assertThat(whole.lastReceivedAt()).isEqualTo(after(90_900));
        assertThat(whole.pausesSeconds().toArray()).containsExactly(900, 900, 900, 900);
    }

    @Test
    void holdsTheLastFifteenPausesHoweverMuchIsHeard() {
        var random = new Random(11);
        var cadence = Cadence.heardFirst(after(0));
        for (int i = 0; i < 1_000; i++) {
            cadence = cadence.heard(cadence.lastReceivedAt().plusSeconds(1 + random.nextInt(100)));
        }

        assertThat(cadence.pausesSeconds().size()).isEqualTo(Cadence.MOST_PAUSES);
    }

    private static Cadence every(long seconds, int pauses) {
        var cadence = Cadence.heardFirst(after(0));
        for (int i = 1; i <= pauses; i++) {
            cadence = cadence.heard(after(i * seconds));
        }
        return cadence;
    }
}
