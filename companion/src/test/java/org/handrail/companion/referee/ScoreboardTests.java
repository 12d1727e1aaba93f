package org.handrail.companion.referee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
                Optional.of(openedAt.plus(length)),
                Optional.of(openedAt.plus(length))));
    }

    private Tally tally() {
        return Tally.of(score(life));
    }

    private Score score(Life whose) {
        var lived = new Lived(
                whose,
                windows,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                whose.span().end());
        return Score.of(new EventTime.Outcome(lived, new Minutes(whose)), Referee.rules());
    }
}
