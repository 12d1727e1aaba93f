package org.handrail.analytics.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.handrail.analytics.baseline.CircadianBaseline;
import org.handrail.analytics.feature.Feature;
import org.handrail.signals.Answer;
import org.handrail.signals.DeviceStatus;
import org.handrail.signals.DeviceStatus.Contact;
import org.handrail.signals.MenteeId;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.StreamKind;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The evening begins at 20:00 UTC, the night before clocks go forward in Europe. */
class WhereaboutsTests {

    private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final int AT_NINE = 21;

    private final InventedEvening evening = new InventedEvening(5);

    @Test
    void aJourneyHalvesWhatIsKnownOfHoursOnceHoweverOftenItIsSaid() {
        var before = after(evening.minutes(40, 0, 0));
        var frames = evening.minutes(40, 0, 0);
        for (int minute = 38; minute < 40; minute++) {
            frames.add(status(atMinute(minute), NEW_YORK));
        }
        var there = after(inOrder(frames));

        assertThat(there.zone()).isEqualTo(NEW_YORK);
        assertThat(counts(before)[AT_NINE]).isGreaterThan(30);
        assertThat(counts(there)[AT_NINE]).isCloseTo((counts(before)[AT_NINE] - 1) / 2, within(1e-9));
        assertThat(counts(there)[16]).isEqualTo(1);
        assertThat(heartRate(there).minutes()).isEqualTo(heartRate(before).minutes());
    }

    @Test
    void thereAndBackHalvesTwice() {
        var frames = evening.minutes(60, 0, 0);
        var home = counts(after(frames))[AT_NINE];
        frames.add(status(atMinute(20), NEW_YORK));
        frames.add(status(atMinute(40), VIENNA));
        var back = after(inOrder(frames));

        assertThat(back.zone()).isEqualTo(VIENNA);
        double abroad = 20;
        double atHomeAgain = 19;
        assertThat(counts(back)[16]).isEqualTo(abroad / 2);
        assertThat(counts(back)[AT_NINE]).isCloseTo((home - abroad - atHomeAgain) / 4 + atHomeAgain, within(1e-9));
    }

    /** Both nights of daylight saving, in frames that name the zone every ten minutes. */
    @ParameterizedTest
    @ValueSource(strings = {"2026-03-28T23:00:00Z", "2026-10-24T23:00:00Z"})
    void daylightSavingHalvesNothingAndOneHourIsSkippedOrLivedTwice(Instant start) {
        var shift = Duration.between(InventedEvening.START, start);
        var frames = new ArrayList<SignalFrame>();
        for (var frame : evening.minutes(240, 0, 0)) {
            frames.add(new SignalFrame(
                    frame.id(), frame.stream(), frame.sampledAt().plus(shift), frame.content()));
        }
        var unsaid = after(frames);
        for (int minute = 0; minute < 240; minute += 10) {
            frames.add(status(start.plus(Duration.ofMinutes(minute)), VIENNA));
        }
        var said = after(inOrder(frames));

        assertThat(said.learnt()).isEqualTo(unsaid.learnt());
        assertThat(Arrays.stream(counts(said)).sum()).isEqualTo(heartRate(said).minutes());
        boolean isSpring = start.isBefore(Instant.parse("2026-06-01T00:00:00Z"));
        assertThat(counts(said)[2]).isBetween(isSpring ? 0.0 : 110.0, isSpring ? 0.0 : 120.0);
    }

    @ParameterizedTest(name = "to {0}")
    @CsvSource({"Europe/London, 20", "Europe/Kyiv, 22", "Europe/Berlin, 21"})
    void aNeighbouringZoneMovesTheHoursAndHalvesNothing(ZoneId zone, int hour) {
        var frames = evening.minutes(30, 0, 0);
        var home = after(frames);
        frames.add(status(atMinute(15), zone));
        var there = after(inOrder(frames));

        assertThat(there.zone()).isEqualTo(zone);
        assertThat(Arrays.stream(counts(there)).sum())
                .isEqualTo(Arrays.stream(counts(home)).sum());
        assertThat(counts(there)[hour]).isGreaterThanOrEqualTo(14);
    }

    @RepeatedTest(20)
    void whatOfAMinuteComesFirstDoesNotMatter(RepetitionInfo round) {
        long seed = round.getCurrentRepetition();
        var random = new SplittableRandom(seed);
        var frames = evening.minutes(60, 20, 40);
        for (int at = 5; at < 55; at += 1 + random.nextInt(6)) {
            var zone = random.nextInt(3) == 0 ? NEW_YORK : VIENNA;
            frames.add(status(atMinute(at).plusMillis(random.nextLong(60_000)), zone));
        }
        frames.add(
                evening.frame(StreamKind.ANSWER, atMinute(30), new Answer(Optional.empty(), Answer.Choice.REACH_OUT)));

        var inOrder = inOrder(frames);
        var shuffled = shuffledWithin(frames, RiskMethod.GRACE.minusSeconds(1), random);

        assertThat(closed(shuffled)).as("seed %d", seed).isEqualTo(closed(inOrder));
        assertThat(after(shuffled).learnt())
                .as("seed %d", seed)
                .isEqualTo(after(inOrder).learnt());
        assertThat(after(shuffled).zone())
                .as("seed %d", seed)
                .isEqualTo(after(inOrder).zone());
    }

    @Test
    void aRestartAfterAnyFrameChangesNothing() {
        var frames = evening.minutes(30, 0, 0);
        frames.add(status(atMinute(10), NEW_YORK));
        frames.add(status(atMinute(29), VIENNA));
        var restarted = start();
        for (var frame : inOrder(frames)) {
            restarted = RiskMethod.SHIPPED
                    .advance(StateCodec.decode(StateCodec.encode(restarted)), frame)
                    .next();
        }

        assertThat(StateCodec.encode(restarted)).isEqualTo(StateCodec.encode(after(inOrder(frames))));
        assertThat(restarted.zone()).isEqualTo(NEW_YORK);
        assertThat(restarted.words()).hasSize(1);
    }

    @Test
    void aStatusOfAClosedMinuteDoesNotBringTheOldZoneBack() {
        var frames = evening.minutes(30, 0, 0);
        frames.add(status(atMinute(10), NEW_YORK));
        var ordered = inOrder(frames);
        var before = after(ordered);
        var late =
                RiskMethod.SHIPPED.advance(before, status(atMinute(9), VIENNA)).next();

        assertThat(late.zone()).isEqualTo(NEW_YORK);
        assertThat(late.words()).isEqualTo(before.words());
        assertThat(late.learnt()).isEqualTo(before.learnt());
    }

    @Test
    void aWatchThatLiesElsewhereMovesNobody() {
        var frames = evening.minutes(30, 0, 0);
        frames.add(evening.frame(
                StreamKind.DEVICE_STATUS,
                atMinute(10),
                new DeviceStatus(80, Contact.NOT_WORN, "1.0", Optional.of(NEW_YORK))));

        assertThat(after(inOrder(frames)).zone()).isEqualTo(VIENNA);
    }

    @Test
    void hoursOfStatusesWithoutASensorPushNothingOutThatTheMenteeSaid() {
        var frames = evening.minutes(10, 0, 0);
        var answer =
                evening.frame(StreamKind.ANSWER, atMinute(11), new Answer(Optional.empty(), Answer.Choice.REACH_OUT));
        frames.add(answer);
        for (int minute = 12; minute < 900; minute += 10) {
            frames.add(status(atMinute(minute), minute % 20 == 2 || minute > 600 ? NEW_YORK : VIENNA));
        }
        var state = after(inOrder(frames));

        assertThat(state.words()).contains(answer).hasSizeLessThan(10);
        assertThat(Whereabouts.at(state, atMinute(900))).isEqualTo(NEW_YORK);
        assertThat(state.zone()).isEqualTo(VIENNA);
    }

    @Test
    void aPauseEndsWhereTheWatchSaidLastThatItWas() {
        var frames = evening.minutes(600, 0, 0);
        frames.removeIf(frame ->
                frame.sampledAt().isAfter(atMinute(29)) && frame.sampledAt().isBefore(atMinute(570)));
        for (int minute = 30; minute < 570; minute += 10) {
            frames.add(status(atMinute(minute), NEW_YORK));
        }
        var state = after(inOrder(frames));

        assertThat(state.zone()).isEqualTo(NEW_YORK);
        assertThat(counts(state)[1]).isGreaterThan(25);
        assertThat(counts(state)[AT_NINE]).isLessThanOrEqualTo(15);
    }

    private SignalFrame status(Instant at, ZoneId zone) {
        return evening.frame(
                StreamKind.DEVICE_STATUS, at, new DeviceStatus(80, Contact.WORN, "1.0", Optional.of(zone)));
    }

    private static Instant atMinute(int minute) {
        return InventedEvening.START.plus(Duration.ofMinutes(minute));
    }

    private static MenteeState start() {
        return MenteeState.start(new MenteeId(new UUID(0, 1)), VIENNA);
    }

    private static MenteeState after(List<SignalFrame> frames) {
        var state = start();
        for (var frame : frames) {
            state = RiskMethod.SHIPPED.advance(state, frame).next();
        }
        return state;
    }

    private static List<RiskFact> closed(List<SignalFrame> frames) {
        var facts = new ArrayList<RiskFact>();
        var state = start();
        for (var frame : frames) {
            var step = RiskMethod.SHIPPED.advance(state, frame);
            step.facts().stream()
                    .filter(RiskFact.MinuteClosed.class::isInstance)
                    .forEach(facts::add);
            state = step.next();
        }
        return facts;
    }

    private static CircadianBaseline heartRate(MenteeState state) {
        return state.learnt().baselines().byFeature().get(Feature.HEART_RATE.ordinal());
    }

    private static double[] counts(MenteeState state) {
        return Arrays.copyOfRange(heartRate(state).numbers(), 3, 27);
    }

    private static List<SignalFrame> inOrder(List<SignalFrame> frames) {
        var ordered = new ArrayList<>(frames);
        ordered.sort(Comparator.comparing(SignalFrame::endsAt));
        return ordered;
    }

    private static List<SignalFrame> shuffledWithin(List<SignalFrame> frames, Duration grace, SplittableRandom random) {
        var arrival = new HashMap<SignalFrame, Long>();
        frames.forEach(frame -> arrival.put(frame, frame.endsAt().toEpochMilli() + random.nextLong(grace.toMillis())));
        return frames.stream().sorted(Comparator.comparingLong(arrival::get)).toList();
    }
}
