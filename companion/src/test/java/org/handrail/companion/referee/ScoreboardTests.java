package org.handrail.companion.referee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.alerts.AskedNudge;
import org.handrail.alerts.NudgeId;
import org.handrail.alerts.NudgeState;
import org.handrail.analytics.RiskWindowClosed.Ending;
import org.handrail.analytics.RiskWindowId;
import org.handrail.companion.referee.Scoreboard.Interval;
import org.handrail.companion.referee.Scoreboard.Tally;
import org.handrail.signals.TimeWindow;
import org.junit.jupiter.api.Test;

/** What the figures mean, by lives with windows laid where they are wanted. */
class ScoreboardTests {

    private final Life life = new Lives(1).ofEvening(0, Duration.ofHours(6), Duration.ofHours(30));
    private final TimeWindow stretch = life.strained().get(0);
    private final List<Lived.Window> windows = new ArrayList<>();
    private final List<AskedNudge> nudges = new ArrayList<>();

    @Test
    void aStretchIsFoundByAWindowThatOpensInIt() {
        open(stretch.start().plusSeconds(300), Duration.ofMinutes(5));
        open(stretch.start().plusSeconds(900), Duration.ofMinutes(5));
        var tally = tally();
        assertThat(tally.found()).isEqualTo(1);
        assertThat(tally.stretches()).isGreaterThan(1);
        assertThat(tally.delay()).contains(new Scoreboard.Delay(300, 300));
        assertThat(tally.needlessWindowsPerWeek()).isZero();
    }

    @Test
    void aWindowThatIsOpenWhenTheStretchBeginsFindsItWithoutDelay() {
        open(stretch.start().minusSeconds(60), Duration.ofMinutes(5));
        assertThat(tally().delay()).contains(new Scoreboard.Delay(0, 0));
    }

    @Test
    void aWindowThatOpensAfterTheStretchFindsNothing() {
        open(stretch.end(), Duration.ofMinutes(5));
        assertThat(tally().found()).isZero();
    }

    @Test
    void aWindowOutsideOfAnyStretchIsNeedless() {
        var calm = calmHour();
        open(calm.plusSeconds(1_200), Duration.ofMinutes(5));
        var tally = tally();
        assertThat(tally.found()).isZero();
        assertThat(tally.needlessWindowsPerWeek())
                .isEqualTo(tally.windowsPerWeek())
                .isPositive();
    }

    @Test
    void aQuestionFarFromAnyStretchIsNeedless() {
        ask(stretch.start().plusSeconds(300));
        double one = tally().nudgesPerWeekByQuarter().stream()
                        .mapToDouble(nudges -> nudges)
                        .sum()
                / 4;
        assertThat(tally().needlessNudgesPerWeek()).isZero();
        ask(calmHour().plusSeconds(1_800));
        assertThat(tally().needlessNudgesPerWeek()).isEqualTo(one).isPositive();
    }

    @Test
    void nudgesAreCountedByQuarterOfTheTime() {
        long quarter = life.span().length().toMillis() / 4;
        ask(life.span().start());
        ask(life.span().start().plusMillis(quarter - 1));
        ask(life.span().start().plusMillis(3 * quarter));
        // The last word of a life may come after it.
        ask(life.span().end().plusSeconds(60));
        double once = 4 * 7 / (life.span().length().toHours() / 24.0);
        assertThat(tally().nudgesPerWeekByQuarter())
                .usingElementComparator((one, other) -> Math.abs(one - other) < 1e-9 ? 0 : Double.compare(one, other))
                .containsExactly(2 * once, 0.0, 0.0, 2 * once);
    }

    @Test
    void whatTheWristCouldNotShowIsCountedApart() {
        var whole = new Life(
                life.seed(),
                life.mentee(),
                life.disposition(),
                life.settings(),
                life.plan(),
                life.steps(),
                life.span(),
                List.of(new TimeWindow(stretch.start().minusSeconds(60), stretch.end())));
        var tally = Tally.of(score(whole));
        assertThat(tally.unknowable()).containsEntry(Unknowable.NO_NETWORK, 1);
        assertThat(tally.stretches()).isEqualTo(tally().stretches() - 1);
    }

    @Test
    void theIntervalIsWilsons() {
        var interval = Interval.wilson(8, 10);
        assertThat(interval.low()).isEqualTo(0.4902, within(1e-4));
        assertThat(interval.high()).isEqualTo(0.9433, within(1e-4));
        assertThat(Interval.wilson(0, 0)).isEqualTo(new Interval(0, 1));
    }

    @Test
    void likelihoodsAreHeldAgainstWhatWasSo() {
        var reliability = new Reliability();
        reliability.add(0.25, true);
        reliability.add(0.28, false);
        reliability.add(1, true);
        assertThat(reliability.bins())
                .containsExactly(new Reliability.Bin(0.265, 0.5, 2), new Reliability.Bin(1, 1, 1));
    }

    /** An hour in which nothing is hard. */
    private Instant calmHour() {
        for (var at = life.span().start(); ; at = at.plus(Duration.ofMinutes(10))) {
            var hour = new TimeWindow(at, at.plus(Duration.ofHours(1)));
            boolean isCalm = life.strained().stream().noneMatch(hour::overlaps)
                    && life.craving().stream().noneMatch(hour::overlaps);
            if (isCalm) {
                return at;
            }
        }
    }

    private void open(Instant openedAt, Duration length) {
        windows.add(new Lived.Window(
                new RiskWindowId(UUID.randomUUID()),
                openedAt,
                openedAt,
                Optional.empty(),
                Optional.of(openedAt.plus(length)),
                Optional.of(Ending.EASED),
                Optional.of(openedAt.plus(length))));
    }

    private void ask(Instant at) {
        nudges.add(new AskedNudge(
                new NudgeId(UUID.randomUUID()),
                life.mentee(),
                "faster than usual",
                at,
                at.plusSeconds(180),
                NudgeState.OKAY,
                Optional.of(at)));
    }

    private Tally tally() {
        return Tally.of(score(life));
    }

    private Score score(Life whose) {
        var lived = new Lived(
                whose,
                windows,
                List.of(),
                nudges,
                List.of(),
                List.of(),
                whose.span().end());
        return Score.of(new EventTime.Outcome(lived, new Minutes(whose)), Referee.rules());
    }
}
