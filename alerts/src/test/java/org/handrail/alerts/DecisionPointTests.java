package org.handrail.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.handrail.alerts.HeardWindow.Decision;
import org.handrail.analytics.RiskWindowClosed.Ending;
import org.handrail.signals.Answer.Choice;
import org.handrail.signals.MenteeId;
import org.handrail.signals.TimeWindow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a mentee is asked about a risk window, and when not, on a real database with time moved by hand. */
class DecisionPointTests {

    private static final Instant EVENING = Instant.parse("2026-03-02T19:00:00Z");
    private static final TimeWindow THAT_DAY =
            new TimeWindow(EVENING.minusSeconds(86_400), EVENING.plusSeconds(86_400));

    private final MenteeId mentee = new MenteeId(UUID.randomUUID());
    private final MovableClock clock = new MovableClock(EVENING);
    private final Outside outside = new Outside(clock);
    private final Stretch window = Stretch.of(mentee, EVENING);
    private House house;

    @BeforeEach
    void open() {
        Database.empty();
        house = House.byHand(outside);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aWindowIsWatchedUntilItsDecisionPoint() {
        house.hears(window.opened());
        house.pass(Duration.ofMinutes(12));
        assertThat(heard().decision()).isEqualTo(Decision.WATCHED);
        assertThat(outside.nudgesSent).isEmpty();

        house.hears(window.pointAt(clock.instant()));
        house.runDue();
        assertThat(heard().decision()).isEqualTo(Decision.NUDGED);
        assertThat(heard().openedAt()).isEqualTo(EVENING);
        assertThat(heard().decisionPoint()).contains(clock.instant());
        assertThat(heard().decidedAt()).contains(clock.instant());
        assertThat(outside.nudgesSent).hasSize(1);
    }

    @Test
    void aWindowThatNeverComesToOneStaysOnRecordAsNotAskedAbout() {
        house.hears(window.opened());
        house.hears(window.closed(Ending.EASED));
        house.hears(window.closed(Ending.EASED));
        house.pass(Duration.ofHours(1));
        assertThat(heard().decision()).isEqualTo(Decision.NOT_WORTH_ASKING);
        assertThat(heard().ending()).contains(Ending.EASED);
        assertThat(house.count("nudge")).isZero();
    }

    @Test
    void aDecisionPointIsHeardWithoutItsOpeningAndActedOnOnce() {
        house.hears(window.pointAt(EVENING));
        house.hears(window.pointAt(EVENING));
        house.hears(window.opened());
        house.hears(window.pointAt(EVENING));
        house.pass(Duration.ofSeconds(1));
        assertThat(heard().decision()).isEqualTo(Decision.NUDGED);
        assertThat(outside.nudgesSent).hasSize(1);
    }

    @Test
    void anOpeningThatIsHeardLastSaysWhenItWas() {
        house.hears(window.closed(Ending.UNKNOWN));
        house.hears(window.opened());
        assertThat(heard().openedAt()).isEqualTo(EVENING);
        assertThat(heard().decision()).isEqualTo(Decision.NOT_WORTH_ASKING);
    }

    @Test
    void aDecisionPointThatIsHeardAfterTheStretchEasedIsHistory() {
        house.hears(window.closed(Ending.EASED));
        house.hears(window.pointAt(EVENING));
        house.pass(Duration.ofHours(1));
        assertThat(heard().decision()).isEqualTo(Decision.HISTORY);
        assertThat(outside.nudgesSent).isEmpty();
    }

    @Test
    void aDecisionPointThatIsHeardAfterTheWristFellSilentIsAskedAbout() {
        house.hears(window.closed(Ending.UNKNOWN));
        house.hears(window.pointAt(EVENING));
        house.runDue();
        assertThat(heard().decision()).isEqualTo(Decision.NUDGED);
        assertThat(outside.nudgesSent).hasSize(1);
    }

    @Test
    void aDecisionPointOfLongAgoIsHistoryHoweverLateTheWindowOpened() {
        house.hears(window.opened());
        house.hears(window.pointAt(EVENING.minusSeconds(601)));
        assertThat(heard().decision()).isEqualTo(Decision.HISTORY);
    }

    @Test
    void theBudgetIsThatOfTheMenteesOwnDay() {
        outside.zones.put(mentee, ZoneId.of("America/New_York"));
        clock.moveTo(Instant.parse("2026-03-03T00:30:00Z"));
        ask();
        clock.move(Duration.ofHours(2));
        ask();
        clock.moveTo(Instant.parse("2026-03-03T04:59:59Z"));
        ask();
        clock.move(Duration.ofSeconds(1));
        ask();
        assertThat(nudges().windowsOf(mentee, THAT_DAY))
                .extracting(HeardWindow::decision)
                .containsExactly(Decision.NUDGED, Decision.HELD_AS_OVER_BUDGET, Decision.NUDGED, Decision.NUDGED);
    }

    @Test
    void aQuestionWaitsForQuietHoursThatAreOverSoon() {
        quiet("18:00", "19:20");
        house.hears(window.pointAt(EVENING));
        assertThat(heard().decision()).isEqualTo(Decision.WAITS_OUT_QUIET_HOURS);
        house.close();
        house = House.byHand(outside);
        house.pass(Duration.ofMinutes(19));
        assertThat(outside.nudgesSent).isEmpty();

        house.pass(Duration.ofMinutes(1));
        assertThat(heard().decision()).isEqualTo(Decision.NUDGED);
        assertThat(outside.nudgesSent).hasSize(1);
    }

    @Test
    void aQuestionThatIsHeldAsksNothingOnceItsWindowIsOver() {
        quiet("18:00", "19:20");
        house.hears(window.pointAt(EVENING));
        house.hears(window.closed(Ending.UNKNOWN));
        house.pass(Duration.ofHours(1));
        assertThat(heard().decision()).isEqualTo(Decision.HELD_IN_QUIET_HOURS);
        assertThat(outside.nudgesSent).isEmpty();
    }

    @Test
    void quietHoursThatAreNotOverSoonDropTheQuestionAndSpendNothingOfTheDay() {
        quiet("18:00", "20:00");
        ask();
        assertThat(heard().decision()).isEqualTo(Decision.HELD_IN_QUIET_HOURS);
        assertThat(house.count("scheduled_task")).isZero();

        clock.moveTo(EVENING.plusSeconds(3600));
        ask();
        clock.move(Duration.ofHours(2));
        ask();
        assertThat(nudges().windowsOf(mentee, THAT_DAY))
                .extracting(HeardWindow::decision)
                .containsExactly(Decision.NUDGED, Decision.NUDGED, Decision.HELD_IN_QUIET_HOURS);
    }

    @Test
    void reachOutNowWorksInQuietHours() {
        quiet("18:00", "07:00");
        assertThat(nudges().reachOut(mentee, EVENING)).isInstanceOf(AnswerResult.Taken.class);
        assertThat(house.count("escalation")).isOne();
    }

    @Test
    void aHeldQuestionWithoutATimerIsFoundByTheWatchdog() {
        quiet("18:00", "19:20");
        house.hears(window.pointAt(EVENING));
        house.jdbc.sql("truncate alerts.scheduled_task").update();
        clock.move(Duration.ofMinutes(25));
        house.watchdogGoesRound();
        assertThat(heard().decision()).isEqualTo(Decision.NUDGED);
    }

    /** About another window, and the question that follows is answered. */
    private void ask() {
        house.hears(Stretch.of(mentee, clock.instant()).pointAt(clock.instant()));
        nudges().openFor(mentee).ifPresent(nudge -> nudges().answer(mentee, nudge.id(), Choice.OKAY, clock.instant()));
    }

    private void quiet(String from, String until) {
        var hours = new QuietHours(LocalTime.parse(from), LocalTime.parse(until));
        outside.plans.put(mentee, new Plan(Duration.ofMinutes(3), SilenceMeans.TELL_MENTOR, Optional.of(hours)));
    }

    private HeardWindow heard() {
        var heard = nudges().windowsOf(mentee, THAT_DAY);
        assertThat(heard).hasSize(1);
        return heard.get(0);
    }

    private Nudges nudges() {
        return house.door(Nudges.class);
    }
}
