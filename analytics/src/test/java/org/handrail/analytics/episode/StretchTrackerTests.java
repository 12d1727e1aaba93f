package org.handrail.analytics.episode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.handrail.analytics.episode.StretchTracker.Change;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class StretchTrackerTests {

    private static final long MINUTE = 60_000;
    private static final double UNKNOWN = Double.NaN;

    private StretchTracker tracker = StretchTracker.START;
    private long nextMinute;
    private final Map<Long, Change> changes = new TreeMap<>();

    @Test
    void opensWhereTheMeanOfFourReachesTheLevelAndStartsWithTheFirstNearIt() {
        play(0.3, 0.5, 0.6, 0.61);

        assertThat(changes).containsOnlyKeys(3L);
        assertThat(opened(3).startMs()).isEqualTo(MINUTE);
        assertThat(opened(3).openedAtLevel()).isZero();
    }

    @Test
    void opensWithTwoMinutesFarAbove() {
        play(0.1, 0.7, 0.7);

        assertThat(changes).containsOnlyKeys(2L);
        assertThat(opened(2).startMs()).isEqualTo(MINUTE);
    }

    @Test
    void oneMinuteHoweverHighOpensNothing() {
        play(0.1, 0.1, 0.1, 0.99, 0.1, 0.1, 0.1);

        assertThat(changes).isEmpty();
    }

    @Test
    void bridgesAShortUnknownGapAndNoLongerOne() {
        play(0.6, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, 0.6, 0.6);
        assertThat(changes).containsOnlyKeys(7L);
        assertThat(opened(7).startMs()).isZero();

        var other = new StretchTrackerTests();
        other.play(0.6, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, 0.6, 0.6);
        assertThat(other.changes).isEmpty();
    }

    @Test
    void minutesOfNothingOpenNothing() {
        play(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, 0.6, UNKNOWN, 0.6, UNKNOWN);

        assertThat(changes).isEmpty();
    }

    @Test
    void startsWhereTheRiseBeganTenMinutesBeforeAtMost() {
        play(DoubleStream.generate(() -> 0.2).limit(20).toArray());
        nextAt(0.6, 15);
        nextAt(0.7, 15);
        nextAt(0.7, 15);
        assertThat(opened(22).startMs()).isEqualTo(15 * MINUTE);

        var other = new StretchTrackerTests();
        other.play(DoubleStream.generate(() -> 0.2).limit(20).toArray());
        other.nextAt(0.7, 2);
        other.nextAt(0.7, 2);
        assertThat(other.opened(21).startMs()).isEqualTo(10 * MINUTE);
    }

    @Test
    void easesWhereTheMeanStaysClearlyBelowForThreeMinutes() {
        play(0.6, 0.6, 0.6, 0.1, 0.1, 0.1, 0.1);

        assertThat(changes).containsOnlyKeys(2L, 6L);
        assertThat(changes.get(6L))
                .isInstanceOfSatisfying(
                        Change.Eased.class, eased -> assertThat(eased.endMs()).isEqualTo(4 * MINUTE));
        assertThat(tracker.open()).isEmpty();
    }

    @Test
    void aLittleBelowTheLevelItStaysOpen() {
        play(0.6, 0.6, 0.6);
        play(DoubleStream.generate(() -> 0.42).limit(60).toArray());

        assertThat(changes).hasSize(1);
    }

    @Test
    void afterFiveUnknownMinutesItEndsAsUnknownWhereItWasLastKnown() {
        play(0.6, 0.6, 0.6, 0.6, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN);
        assertThat(tracker.open()).isPresent();

        play(UNKNOWN);
        assertThat(changes.get(8L))
                .isInstanceOfSatisfying(
                        Change.EndedUnknown.class,
                        ended -> assertThat(ended.endMs()).isEqualTo(4 * MINUTE));
    }

    @Test
    void fewerUnknownMinutesAreCountedAnewEachTime() {
        play(0.6, 0.6, 0.6);
        for (int i = 0; i < 10; i++) {
            play(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, 0.6);
        }

        assertThat(changes).hasSize(1);
    }

    @Test
    void afterAPauseItEndsWhereItWasLastKnownAndNothingRecentCounts() {
        play(0.6, 0.6, 0.6, UNKNOWN, UNKNOWN);
        var pause = tracker.afterPause(5 * MINUTE);

        assertThat(pause.change())
                .isInstanceOfSatisfying(
                        Change.EndedUnknown.class,
                        ended -> assertThat(ended.endMs()).isEqualTo(3 * MINUTE));
        assertThat(pause.next().recent()).isEmpty();
        assertThat(StretchTracker.START.afterPause(0).change()).isInstanceOf(Change.Nothing.class);
    }

    @Test
    void thePeakIsTheHighestMeanAndItsMinute() {
        play(0.6, 0.6, 0.6, 0.8, 0.9, 0.9, 0.8, 0.5);

        var stretch = tracker.open().orElseThrow();
        assertThat(stretch.peak()).isCloseTo(0.85, within(1e-12));
        assertThat(stretch.peakMs()).isEqualTo(6 * MINUTE);
    }

    @Test
    void theNextStretchDoesNotStartBeforeTheEndOfTheOneBefore() {
        play(0.6, 0.6, 0.6, 0.1, 0.1, 0.1, 0.1);
        nextAt(0.9, 0);
        nextAt(0.9, 0);
        nextAt(0.9, 0);

        assertThat(opened(8).startMs()).isEqualTo(4 * MINUTE);
    }

    @Test
    void anOpeningMakesTheNextOneHarderAndQuietDaysMakeItEasierWithinBounds() {
        play(0.6, 0.6, 0.6);
        assertThat(tracker.level()).isCloseTo(0.4, within(1e-3));

        for (int times = 0; times < 5; times++) {
            play(0.1, 0.1, 0.1, 0.1, 0.1, 0.95, 0.95, 0.95);
        }
        assertThat(tracker.level()).isCloseTo(Math.log(0.67 / 0.33), within(1e-3));

        play(DoubleStream.generate(() -> 0.1).limit(10_000).toArray());
        assertThat(tracker.level()).isZero();
    }

    @Test
    void silenceIsRememberedUntilTheNextKnownMinute() {
        play(0.6, 0.6, 0.6);
        tracker = tracker.fallenSilent();
        assertThat(tracker.open().orElseThrow().silent()).isTrue();

        play(UNKNOWN);
        assertThat(tracker.open().orElseThrow().silent()).isTrue();

        play(0.6);
        assertThat(tracker.open().orElseThrow().silent()).isFalse();
    }

    @RepeatedTest(30)
    void stretchesNeverOverlapAndNoneStartsLikeAnother(RepetitionInfo round) {
        var random = new SplittableRandom(round.getCurrentRepetition());
        var starts = new HashSet<Long>();
        long lastEnd = Long.MIN_VALUE;
        double likelihood = 0.4;
        for (int i = 0; i < 3_000; i++) {
            long minute = nextMinute;
            if (random.nextInt(200) == 0) {
                var pause = tracker.afterPause(minute * MINUTE);
                tracker = pause.next();
                changes.put(minute, pause.change());
                nextMinute += 11 + random.nextInt(60);
            } else {
                likelihood = Math.max(0.02, Math.min(0.98, likelihood + 0.3 * (random.nextDouble() - 0.5)));
                nextAt(random.nextInt(6) == 0 ? UNKNOWN : likelihood, minute + 1 - random.nextInt(30));
            }
            var change = changes.get(minute);
            if (change instanceof Change.Opened opened) {
                long start = opened.stretch().startMs();
                assertThat(start).isBetween(lastEnd, minute * MINUTE);
                assertThat(starts.add(start)).isTrue();
            } else if (change instanceof Change.Eased eased) {
                lastEnd = ended(eased.stretch(), eased.endMs(), minute);
            } else if (change instanceof Change.EndedUnknown unknown) {
                lastEnd = ended(unknown.stretch(), unknown.endMs(), minute);
            }
        }
        assertThat(starts).hasSizeGreaterThan(5);
    }

    private static long ended(StretchTracker.Stretch stretch, long endMs, long minute) {
        assertThat(endMs).isBetween(stretch.startMs() + 1, (minute + 1) * MINUTE);
        assertThat(stretch.peakMs()).isBetween(stretch.startMs(), minute * MINUTE);
        assertThat(stretch.peak()).isBetween(0.5, 1.0);
        return endMs;
    }

    private StretchTracker.Stretch opened(long minute) {
        assertThat(changes).containsKey(minute);
        return ((Change.Opened) changes.get(minute)).stretch();
    }

    /** Minutes without a rise. */
    private void play(double... likelihoods) {
        for (double likelihood : likelihoods) {
            nextAt(likelihood, nextMinute + 1);
        }
    }

    private void nextAt(double likelihood, long risingSinceMinute) {
        var advance = tracker.over(nextMinute * MINUTE, likelihood, risingSinceMinute * MINUTE);
        tracker = advance.next();
        if (!(advance.change() instanceof Change.Nothing)) {
            changes.put(nextMinute, advance.change());
        }
        nextMinute++;
    }
}
