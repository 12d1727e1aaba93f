package org.handrail.analytics.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.handrail.analytics.Why.Term;
import org.handrail.analytics.baseline.Baselines;
import org.handrail.analytics.baseline.CircadianBaseline;
import org.handrail.analytics.budget.AlertBudget;
import org.handrail.analytics.budget.Asking;
import org.handrail.analytics.detection.MenteeState.Learnt;
import org.handrail.analytics.episode.MacdEpisodes;
import org.handrail.analytics.episode.StretchTracker;
import org.handrail.analytics.feature.Feature;
import org.handrail.analytics.feature.MinuteFeatures.Tracks;
import org.handrail.analytics.feature.skin.SkinRise;
import org.handrail.analytics.quality.WearTrack;
import org.handrail.analytics.risk.AnswersSoFar;
import org.handrail.analytics.risk.HardHours;
import org.handrail.analytics.risk.MotionGate;
import org.handrail.analytics.risk.NightsBehind;
import org.handrail.analytics.risk.SaidLately;
import org.handrail.analytics.risk.StressEvidence;
import org.handrail.analytics.risk.TwoStateFilter;
import org.handrail.analytics.risk.UsualEvidence;
import org.handrail.signals.Answer;
import org.handrail.signals.MenteeId;
import org.handrail.signals.SelfReport;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.StreamKind;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class StateCodecTests {

    private static final MenteeState WORN = worn();

    private SplittableRandom random = new SplittableRandom(0);

    @RepeatedTest(50)
    void aStateOfAnythingComesBackBitForBit(RepetitionInfo round) {
        random = new SplittableRandom(round.getCurrentRepetition());
        var state = WORN.with(learnt());
        byte[] bytes = StateCodec.encode(state);

        assertThat(StateCodec.decode(bytes)).isEqualTo(state);
        assertThat(StateCodec.encode(StateCodec.decode(bytes))).isEqualTo(bytes);
    }

    @Test
    void whatWaitsForItsMinuteComesBackToo() {
        assertThat(WORN.pending()).isNotEmpty();
        assertThat(WORN.words()).hasSize(2);
        assertThat(WORN.heard()).hasSize(3);
        assertThat(StateCodec.decode(StateCodec.encode(WORN))).isEqualTo(WORN);
    }

    @Test
    void bytesThatEndTooSoonAreRefused() {
        byte[] bytes = StateCodec.encode(WORN);

        for (int length : new int[] {0, 1, 4, 5, 20, bytes.length / 2}) {
            assertThatThrownBy(() -> StateCodec.decode(Arrays.copyOf(bytes, length)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** In the middle of a window, with words in the minute that is not closed. */
    private static MenteeState worn() {
        var evening = new InventedEvening(31);
        var frames = new ArrayList<>(evening.minutes(30, 10, 30));
        var last = InventedEvening.START.plus(Duration.ofMinutes(29));
        frames.add(evening.frame(
                StreamKind.SELF_REPORT, last.minusSeconds(600), new SelfReport(SelfReport.Subject.STRESS, 6)));
        frames.add(evening.frame(
                StreamKind.SELF_REPORT, last.plusSeconds(50), new SelfReport(SelfReport.Subject.CRAVING, 9)));
        frames.add(evening.frame(
                StreamKind.ANSWER, last.plusSeconds(55), new Answer(Optional.of(new UUID(3, 4)), Answer.Choice.ROUGH)));
        frames.sort(Comparator.comparing(SignalFrame::endsAt));
        var state = MenteeState.start(new MenteeId(new UUID(0, 1)), ZoneId.of("Europe/Vienna"));
        for (var frame : frames) {
            state = RiskMethod.SHIPPED.advance(state, frame).next();
        }
        return state;
    }

    private Learnt learnt() {
        var before = WORN.learnt();
        return new Learnt(
                new Tracks(
                        before.tracks().beats(),
                        before.tracks().skin(),
                        new SkinRise(number(), number()),
                        new WearTrack(time())),
                new MotionGate(number(), number(), count(), count(), count(), count()),
                before.sleep(),
                new Baselines(list(Feature.values().length, () -> CircadianBaseline.of(numbers(51)))),
                new UsualEvidence(number(), number()),
                course(),
                stretch(),
                risk(),
                list(random.nextInt(5), () -> new StressEvidence(number(), terms())));
    }

    private MacdEpisodes course() {
        return new MacdEpisodes(
                count(),
                list(random.nextInt(4), this::number),
                maybe(() -> new MacdEpisodes.Averages(number(), number(), number(), number())),
                list(
                        random.nextInt(241),
                        () -> new MacdEpisodes.Point(count(), number(), number(), random.nextBoolean())),
                list(
                        random.nextInt(4),
                        () -> new MacdEpisodes.Peak(
                                count(),
                                MacdEpisodes.Kind.values()[random.nextInt(MacdEpisodes.Kind.values().length)])),
                random.nextInt());
    }

    private StretchTracker stretch() {
        return new StretchTracker(
                number(),
                list(random.nextInt(5), () -> new StretchTracker.Known(time(), number())),
                time(),
                maybe(() -> new StretchTracker.Stretch(
                        time(), number(), time(), number(), count(), count(), random.nextBoolean())));
    }

    private RiskMemory risk() {
        return new RiskMemory(
                new TwoStateFilter(number()),
                new SaidLately(level(), level(), time(), number(), time(), time()),
                HardHours.of(numbers(28)),
                new AnswersSoFar(number(), number()),
                new NightsBehind(
                        usual(),
                        usual(),
                        new NightsBehind.Last(time(), time(), number(), number(), number(), number())),
                count(),
                new Asking(new AlertBudget(number(), time(), count(), time()), count(), random.nextBoolean()));
    }

    private SaidLately.Level level() {
        return new SaidLately.Level(random.nextInt(11), time());
    }

    private NightsBehind.Usual usual() {
        return new NightsBehind.Usual(number(), number(), number());
    }

    private List<Term> terms() {
        return list(random.nextInt(8), () -> new Term("FEATURE_" + count(), number(), number()));
    }

    /** Any number, and often one of those that are easily lost. */
    private double number() {
        return switch (random.nextInt(8)) {
            case 0 -> Double.NaN;
            case 1 -> -0.0;
            case 2 -> Double.MIN_VALUE;
            case 3 -> Double.longBitsToDouble(random.nextLong());
            default -> random.nextGaussian();
        };
    }

    private double[] numbers(int count) {
        return DoubleStream.generate(this::number).limit(count).toArray();
    }

    private long time() {
        return random.nextInt(4) == 0 ? Long.MIN_VALUE : random.nextLong();
    }

    private int count() {
        return random.nextInt(Integer.MAX_VALUE);
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }

    private static <T> List<T> list(int size, Supplier<T> value) {
        return Stream.generate(value).limit(size).toList();
    }
}
