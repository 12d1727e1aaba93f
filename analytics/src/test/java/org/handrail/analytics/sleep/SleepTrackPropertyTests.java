package org.handrail.analytics.sleep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handrail.analytics.sleep.InventedSleeper.BERLIN;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.handrail.analytics.Wear;
import org.handrail.analytics.sleep.InventedSleeper.Life;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.Sleep.Phase;
import org.handrail.signals.Sleep.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SleepTrackPropertyTests {

    private static final int MOST_STORED = 2_500;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void cuttingAnEpisodeIntoConsecutiveFramesChangesNoFigure(long seed) {
        var random = new Random(seed);
        var life = Life.start().over(minutes(random, 1, 0), BERLIN);
        var from = evening(0);
        var phases = phases(random, 40);
        var whole = life.hear(InventedSleeper.frame(1, from, phases), BERLIN);
        var cut = life;
        long counter = 10;
        var at = from;
        for (var part : cut(random, phases)) {
            cut = cut.hear(InventedSleeper.frame(counter++, at, part), BERLIN);
            for (var phase : part) {
                at = at.plus(phase.length());
            }
        }

        assertThat(cut.nights()).isEqualTo(whole.nights());
        assertThat(whole.only().stages()).isPresent();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void neitherTheOrderOfFramesNorDoublesChangeAnything(long seed) {
        var random = new Random(seed);
        var life = Life.start().over(minutes(random, 3, 0.01), BERLIN);
        var frames = versions(random, 2);
        var inOrder = hearing(life, frames);
        for (int round = 0; round < 5; round++) {
            var shuffled = new ArrayList<>(frames);
            shuffled.addAll(frames.subList(0, frames.size() / 2));
            Collections.shuffle(shuffled, random);
            var other = hearing(life, shuffled);

            assertThat(other.track()).isEqualTo(inOrder.track());
            assertThat(other.nights()).isEqualTo(inOrder.nights());
        }
        assertThat(inOrder.nights()).as("frames change the last night").isNotEqualTo(life.nights());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theNightsToldLastDoNotDependOnWhenBetweenTheMinutesADeviceIsHeard(long seed) {
        var random = new Random(seed);
        var minutes = minutes(random, 2, 0.01);
        var frames = versions(random, 1);
        var after = hearing(Life.start().over(minutes, BERLIN), frames);
        for (int round = 0; round < 5; round++) {
            var life = Life.start();
            int taken = 0;
            for (var frame : frames) {
                int until = Math.max(taken, random.nextInt(minutes.size()));
                life = life.over(minutes.subList(taken, until), BERLIN).hear(frame, BERLIN);
                taken = until;
            }
            life = life.over(minutes.subList(taken, minutes.size()), BERLIN);

            assertThat(life.nights()).isEqualTo(after.nights());
            assertThat(life.track()).isEqualTo(after.track());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatIsUnknownCountsNeitherAsSleepNorAsWaking(long seed) {
        var random = new Random(seed);
        var minutes = minutes(random, 4, 0.03).stream()
                .map(SleepTrackPropertyTests::withoutHeart)
                .toList();
        var whole = Life.start().over(minutes, BERLIN).track();
        var holes = new ArrayList<SleepMinute>();
        int unknown = 0;
        for (var minute : minutes) {
            unknown = unknown > 0 ? unknown - 1 : random.nextInt(200) == 0 ? random.nextInt(40) : 0;
            int kind = random.nextInt(3);
            if (unknown == 0) {
                holes.add(minute);
            } else if (kind < 2) {
                holes.add(new SleepMinute(
                        minute.startMs(),
                        kind == 0 ? Wear.NOT_WORN : Wear.WORN,
                        kind == 0 ? 0 : Double.NaN,
                        Double.NaN,
                        Double.NaN));
            }
        }
        var holed = Life.start().over(holes, BERLIN);
        for (var minute : minutes) {
            var known = holed.track().stateAt(minute.startMs());
            var truth = whole.stateAt(minute.startMs());
            if (known.isKnown()) {
                assertThat(known.isAsleep()).isEqualTo(truth.isAsleep());
            }
        }
        assertThat(holed.nights().values()).allSatisfy(night -> {
            var amounts = night.amounts();
            double knownMinutes = amounts.coverage()
                    * night.inBed().orElse(night.asleep()).length().toMillis()
                    / 60_000.0;
            assertThat(amounts.total() + amounts.wakeAfterOnset()).isLessThanOrEqualTo(knownMinutes + 1e-9);
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void aTrackIsStoredExactlyAndSmall(long seed) throws IOException {
        var random = new Random(seed);
        var minutes = minutes(random, 30, 0.01);
        var track = SleepTrack.start();
        assertThat(restored(track)).isEqualTo(track);
        int largest = 0;
        for (int i = 0; i < minutes.size(); i++) {
            track = track.over(minutes.get(i), BERLIN).next();
            if (i % 1_440 == 1_300) {
                var from = evening(i / 1_440);
                track = track.hear(InventedSleeper.frame(i, from, phases(random, 40)), BERLIN)
                        .next();
            }
            if (random.nextInt(700) == 0) {
                assertThat(restored(track)).isEqualTo(track);
                assertThat(restored(track).hashCode()).isEqualTo(track.hashCode());
                track = restored(track);
                largest = Math.max(largest, stored(track).length);
            }
        }
        assertThat(largest).isBetween(1_000, MOST_STORED);
    }

    @Test
    void aStoredTrackThatIsCutShortIsRefused() throws IOException {
        byte[] bytes = stored(SleepTrack.start()
                .hear(InventedSleeper.frame(1, evening(0), phases(new Random(1), 40)), BERLIN)
                .next());
        for (int length = 0; length < bytes.length; length++) {
            var cut = new DataInputStream(new ByteArrayInputStream(Arrays.copyOf(bytes, length)));
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> SleepTrack.read(cut))
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void aTrackThatIsHeldNeverChanges() throws IOException {
        var random = new Random(5);
        var minutes = minutes(random, 2, 0.01);
        var held = Life.start().over(minutes.subList(0, 2_000), BERLIN).track();
        byte[] before = stored(held);
        new Life(held, new java.util.LinkedHashMap<>(), 0)
                .over(minutes.subList(2_000, minutes.size()), BERLIN)
                .hear(InventedSleeper.frame(1, evening(1), phases(random, 40)), BERLIN);

        assertThat(stored(held)).isEqualTo(before);
    }

    private static Life hearing(Life life, List<SignalFrame> frames) {
        var heard = life;
        for (var frame : frames) {
            heard = heard.hear(frame, BERLIN);
        }
        return heard;
    }

    /** Pieces, corrections of pieces and of the whole, with and without a device's counter, about one night. */
    private static List<SignalFrame> versions(Random random, int day) {
        var frames = new ArrayList<SignalFrame>();
        for (int i = 0; i < 12; i++) {
            long counter = random.nextInt(4) == 0 ? -1 - random.nextInt(1_000) : i;
            var from = evening(day).plus(Duration.ofMinutes(random.nextInt(300)));
            frames.add(InventedSleeper.frame(counter, from, phases(random, 1 + random.nextInt(12))));
        }
        return frames;
    }

    private static List<List<Phase>> cut(Random random, List<Phase> phases) {
        var parts = new ArrayList<List<Phase>>();
        var part = new ArrayList<Phase>();
        for (var phase : phases) {
            long seconds = phase.length().toSeconds();
            long first = 1 + (long) (random.nextDouble() * (seconds - 1));
            part.add(new Phase(phase.stage(), Duration.ofSeconds(first)));
            if (random.nextInt(3) == 0) {
                parts.add(List.copyOf(part));
                part.clear();
            }
            if (seconds > first) {
                part.add(new Phase(phase.stage(), Duration.ofSeconds(seconds - first)));
            }
        }
        parts.add(List.copyOf(part));
        return parts;
    }

    private static List<Phase> phases(Random random, int count) {
        var phases = new ArrayList<Phase>();
        for (int i = 0; i < count; i++) {
            var stage = Stage.values()[random.nextInt(Stage.values().length)];
            phases.add(new Phase(stage, Duration.ofSeconds(30 * (1 + random.nextInt(44)))));
        }
        return phases;
    }

    private static Instant evening(int day) {
        return LocalDateTime.parse("2026-05-04T23:04:17")
                .plusDays(day)
                .atZone(BERLIN)
                .toInstant();
    }

    /** Days from noon to noon: restless days, nights with awakenings, some still stretches by day, and pauses. */
    private static List<SleepMinute> minutes(Random random, int days, double pauses) {
        var minutes = new ArrayList<SleepMinute>();
        var noon = LocalDateTime.parse("2026-05-04T12:00").atZone(BERLIN).toInstant();
        int moving = 0;
        int still = 0;
        int pause = 0;
        for (int i = 0; i < days * 1_440; i++) {
            int ofDay = i % 1_440;
            boolean isNight = ofDay > 660 + random.nextInt(20) && ofDay < 1_120;
            moving = moving > 0 ? moving - 1 : isNight && random.nextInt(60) == 0 ? 1 + random.nextInt(6) : 0;
            still = still > 0 ? still - 1 : !isNight && random.nextInt(120) == 0 ? random.nextInt(30) : 0;
            pause = pause > 0 ? pause - 1 : random.nextDouble() < pauses * 0.1 ? random.nextInt(60) : 0;
            boolean moves = isNight ? moving > 0 : still == 0;
            if (pause == 0) {
                minutes.add(new SleepMinute(
                        noon.plusSeconds(60L * i).toEpochMilli(),
                        Wear.WORN,
                        moves ? random.nextInt(30) : 0,
                        (isNight ? 57 : 78) + random.nextGaussian() * 3,
                        isNight || random.nextInt(3) == 0 ? 35 + random.nextGaussian() * 6 : Double.NaN));
            }
        }
        return minutes;
    }

    /** So that motion alone decides, minute by minute. */
    private static SleepMinute withoutHeart(SleepMinute minute) {
        return new SleepMinute(minute.startMs(), minute.wear(), minute.counts(), Double.NaN, Double.NaN);
    }

    private static byte[] stored(SleepTrack track) throws IOException {
        var bytes = new ByteArrayOutputStream();
        track.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static SleepTrack restored(SleepTrack track) throws IOException {
        var in = new DataInputStream(new ByteArrayInputStream(stored(track)));
        var restored = SleepTrack.read(in);
        assertThat(in.read()).as("nothing is left over").isEqualTo(-1);
        return restored;
    }
}
