package org.handrail.devicesim.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.handrail.devicesim.Channel;
import org.handrail.devicesim.Occurrence;
import org.handrail.devicesim.recording.SleepPieces.Told;
import org.handrail.signals.Sleep;
import org.handrail.signals.Sleep.Phase;
import org.handrail.signals.Sleep.Stage;
import org.junit.jupiter.api.Test;

class SleepPiecesTests {

    private static final Instant EVENING = Instant.parse("2026-03-28T22:00:00Z");

    private final SleepPieces pieces = new SleepPieces();

    @Test
    void whatTellsMostCountsWherePiecesOverlap() {
        add(Told.ASLEEP, 0, 120);
        add(Told.DEEP, 30, 60);
        add(Told.IN_BED, -20, 130);
        add(Told.AWAKE, 50, 70);

        assertThat(phases(pieces.channels().get(0)))
                .containsExactly(
                        phase(Stage.AWAKE, 20),
                        phase(Stage.ASLEEP, 30),
                        phase(Stage.DEEP, 30),
                        phase(Stage.AWAKE, 10),
                        phase(Stage.ASLEEP, 50),
                        phase(Stage.AWAKE, 10));
    }

    @Test
    void aPauseOfAnHourIsBeingAwakeAndALongerOnePartsTwoEpisodes() {
        add(Told.LIGHT, 0, 60);
        add(Told.LIGHT, 120, 180);
        add(Told.LIGHT, 241, 300);

        var episodes = pieces.channels();

        assertThat(episodes).hasSize(2);
        assertThat(phases(episodes.get(0)))
                .containsExactly(phase(Stage.LIGHT, 60), phase(Stage.AWAKE, 60), phase(Stage.LIGHT, 60));
        assertThat(episodes.get(1).start()).isEqualTo(EVENING.plus(Duration.ofMinutes(241)));
    }

    @Test
    void lyingInBedIsNoSleep() {
        add(Told.IN_BED, 0, 480);
        add(Told.AWAKE, 30, 60);

        assertThat(pieces.channels()).isEmpty();
    }

    @Test
    void aPieceOfNoLengthOrOfMoreThanADayIsNotTaken() {
        assertThat(pieces.add(Told.ASLEEP, EVENING, EVENING)).isFalse();
        assertThat(pieces.add(Told.ASLEEP, EVENING, EVENING.minusSeconds(1))).isFalse();
        assertThat(pieces.add(Told.ASLEEP, EVENING, EVENING.plus(Duration.ofHours(25))))
                .isFalse();
        assertThat(pieces.channels()).isEmpty();
    }

    @Test
    void moreSleepThanAFrameHoldsIsSeveralEpisodesAndNothingIsLost() {
        IntStream.range(0, 5_000).forEach(i -> add(i % 2 == 0 ? Told.DEEP : Told.REM, i, i + 1));

        var episodes = pieces.channels();

        assertThat(episodes).hasSizeGreaterThan(9);
        assertThat(episodes.stream()
                        .flatMap(episode -> phases(episode).stream())
                        .map(Phase::length)
                        .reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(Duration.ofMinutes(5_000));
    }

    private void add(Told told, int fromMinute, int toMinute) {
        assertThat(pieces.add(
                        told, EVENING.plus(Duration.ofMinutes(fromMinute)), EVENING.plus(Duration.ofMinutes(toMinute))))
                .isTrue();
    }

    private static Phase phase(Stage stage, int minutes) {
        return new Phase(stage, Duration.ofMinutes(minutes));
    }

    private static List<Phase> phases(Channel episode) {
        return ((Sleep) ((Occurrence) episode).content()).phases();
    }
}
