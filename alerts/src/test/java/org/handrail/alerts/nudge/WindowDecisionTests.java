package org.handrail.alerts.nudge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;
import org.handrail.alerts.HeardWindow.Decision;
import org.handrail.alerts.SampleSettings;
import org.handrail.alerts.nudge.WindowDecision.Situation;
import org.handrail.analytics.RiskWindowClosed.Ending;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WindowDecisionTests {

    private static final Instant NOW = Instant.parse("2026-03-02T19:00:00Z");

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void decides(
            String label, long reachedSecondsAgo, boolean open, Long askedMinutesAgo, int today, Decision decision) {
        var situation = situation(Optional.empty(), open, Optional.empty(), askedMinutesAgo, today);
        assertThat(WindowDecision.decide(
                        NOW.minusSeconds(reachedSecondsAgo), NOW, situation, SampleSettings.defaults()))
                .isEqualTo(decision);
    }

    static Stream<Arguments> rows() {
        return Stream.of(
                Arguments.of("first of the day", 0, false, null, 0, Decision.NUDGED),
                Arguments.of("just fresh enough", 600, false, null, 0, Decision.NUDGED),
                Arguments.of("just too old", 601, false, null, 0, Decision.HISTORY),
                Arguments.of("old while something is open", 601, true, null, 1, Decision.HISTORY),
                Arguments.of("the wrist's clock runs ahead", -120, false, null, 0, Decision.NUDGED),
                Arguments.of("something is open", 0, true, 200L, 1, Decision.JOINED),
                Arguments.of("just too soon", 0, false, 89L, 1, Decision.HELD_AS_TOO_SOON),
                Arguments.of("just not too soon", 0, false, 90L, 1, Decision.NUDGED),
                Arguments.of("budget spent", 0, false, 200L, 2, Decision.HELD_AS_OVER_BUDGET),
                Arguments.of("too soon and budget spent", 0, false, 10L, 2, Decision.HELD_AS_TOO_SOON));
    }

    @Test
    void whatHasEasedIsHistoryAndWhatEndedUnknownIsNot() {
        assertThat(decide(situation(Optional.of(Ending.EASED), true, Optional.empty(), null, 0)))
                .isEqualTo(Decision.HISTORY);
        assertThat(decide(situation(Optional.of(Ending.UNKNOWN), false, Optional.empty(), null, 0)))
                .isEqualTo(Decision.NUDGED);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("quietRows")
    void quietHoursHoldAQuestion(String label, long quietMinutes, boolean open, int today, Decision decision) {
        var quietUntil = NOW.plus(Duration.ofMinutes(quietMinutes));
        assertThat(decide(situation(Optional.empty(), open, Optional.of(quietUntil), null, today)))
                .isEqualTo(decision);
    }

    static Stream<Arguments> quietRows() {
        return Stream.of(
                Arguments.of("just soon over", 30, false, 0, Decision.WAITS_OUT_QUIET_HOURS),
                Arguments.of("just not soon over", 31, false, 0, Decision.HELD_IN_QUIET_HOURS),
                Arguments.of("the budget is looked at when they are over", 5, false, 2, Decision.WAITS_OUT_QUIET_HOURS),
                Arguments.of("something is open", 5, true, 0, Decision.JOINED));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rowsAfterQuietHours")
    void decidesAgainWhenTheyAreOver(
            String label, Ending ending, boolean open, Long quietMinutes, int today, Decision decision) {
        var quietUntil = Optional.ofNullable(quietMinutes).map(minutes -> NOW.plus(Duration.ofMinutes(minutes)));
        var situation = situation(Optional.ofNullable(ending), open, quietUntil, null, today);
        assertThat(WindowDecision.decideAfterQuietHours(NOW, situation, SampleSettings.defaults()))
                .isEqualTo(decision);
    }

    static Stream<Arguments> rowsAfterQuietHours() {
        return Stream.of(
                Arguments.of("still open", null, false, null, 1, Decision.NUDGED),
                Arguments.of("eased", Ending.EASED, false, null, 0, Decision.HELD_IN_QUIET_HOURS),
                Arguments.of("not known any more", Ending.UNKNOWN, false, null, 0, Decision.HELD_IN_QUIET_HOURS),
                Arguments.of("the plan was changed meanwhile", null, false, 5L, 0, Decision.HELD_IN_QUIET_HOURS),
                Arguments.of("something is open", null, true, null, 0, Decision.JOINED),
                Arguments.of("budget spent", null, false, null, 2, Decision.HELD_AS_OVER_BUDGET));
    }

    @Test
    void aLocalDayBeginsAtItsOwnMidnightInBothNightsOfDaylightSaving() {
        ZoneId newYork = ZoneId.of("America/New_York");
        assertThat(WindowDecision.dayStart(Instant.parse("2026-03-08T23:00:00Z"), newYork))
                .isEqualTo("2026-03-08T05:00:00Z");
        assertThat(WindowDecision.dayStart(Instant.parse("2026-11-02T04:59:59Z"), newYork))
                .isEqualTo("2026-11-01T04:00:00Z");
        assertThat(WindowDecision.dayStart(Instant.parse("2026-11-02T05:00:00Z"), newYork))
                .isEqualTo("2026-11-02T05:00:00Z");
    }

    @Test
    void aDayWhoseMidnightIsSkippedBeginsAtOne() {
        assertThat(WindowDecision.dayStart(Instant.parse("2018-11-04T12:00:00Z"), ZoneId.of("America/Sao_Paulo")))
                .isEqualTo("2018-11-04T03:00:00Z");
    }

    private static Decision decide(Situation situation) {
        return WindowDecision.decide(NOW, NOW, situation, SampleSettings.defaults());
    }

    private static Situation situation(
            Optional<Ending> ending, boolean open, Optional<Instant> quietUntil, Long askedMinutesAgo, int today) {
        var lastAsked = Optional.ofNullable(askedMinutesAgo).map(ago -> NOW.minus(Duration.ofMinutes(ago)));
        return new Situation(ending, open, quietUntil, lastAsked, today);
    }
}
