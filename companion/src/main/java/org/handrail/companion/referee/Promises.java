package org.handrail.companion.referee;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.handrail.alerts.AlertsSettings;
import org.handrail.alerts.AskedNudge;
import org.handrail.alerts.Escalation;
import org.handrail.alerts.Escalation.Cause;
import org.handrail.alerts.EscalationState;
import org.handrail.alerts.HeardWindow;
import org.handrail.alerts.HeardWindow.Decision;
import org.handrail.alerts.NudgeState;
import org.handrail.alerts.Prompt;
import org.handrail.alerts.SilenceMeans;

/**
 * How often alerts broke their word in a life, told from outside by what they left behind.
 *
 * <ul>
 *   <li><b>Stale</b>: a nudge about a decision point of longer ago than is fresh, or than a question is held for the end of quiet
 *       hours, or about a window that was known to have eased; a prompt after the time worth acting on.
 *   <li><b>After easing</b>: a prompt on silence for a window that was known to have eased before it was raised. A window whose end is
 *       unknown is not over.
 *   <li><b>Lost</b>: a window that nobody heard of, or a decision point that nobody decided about, a decision to nudge without a nudge, a nudge that the watch could have
 *       shown and did not or that never came to an end, a silence or a wish to reach out that began or joined no ladder where
 *       it should have, a ladder with nobody asked, nor skipped, nor said to be exhausted, or one that stopped on its way.
 *   <li><b>Doubled</b>: a window decided about twice, two nudges at once, a nudge shown twice, a mentor asked twice on one ladder, two
 *       ladders walked at once.
 *   <li><b>Budget exceeded</b>: a local day with more nudges than the settings allow, two nudges closer than they allow, or one in
 *       the mentee's quiet hours.
 * </ul>
 */
final class Promises {

    private final Lived lived;
    private final AlertsSettings settings;

    Promises(Lived lived, AlertsSettings settings) {
        this.lived = lived;
        this.settings = settings;
    }

    int stale() {
        return count(lived.nudges(), this::isStale) + count(prompts(), this::isStale);
    }

    int lost() {
        var heard = lived.heard().stream().map(HeardWindow::id).collect(toSet());
        int windows =
                count(lived.windows(), window -> !heard.contains(window.id())) + count(lived.heard(), this::isLost);
        int decisions = count(
                lived.heard(),
                window ->
                        window.decision() == Decision.NUDGED && nudgeOf(window).isEmpty());
        return windows + decisions + count(lived.nudges(), this::isLost) + count(lived.ladders(), this::isLost);
    }

    int doubled() {
        int decisions = repeated(lived.heard(), HeardWindow::id);
        int nudges = repeated(lived.nudges(), AskedNudge::askedAt) + repeated(lived.shown(), id -> id);
        int mentors = lived.ladders().stream()
                .mapToInt(ladder -> repeated(ladder.prompts(), Prompt::mentor))
                .sum();
        int ladders = 0;
        for (int i = 1; i < lived.ladders().size(); i++) {
            ladders += endOfWalk(lived.ladders().get(i - 1))
                            .isAfter(lived.ladders().get(i).startedAt())
                    ? 1
                    : 0;
        }
        return decisions + nudges + mentors + ladders;
    }

    int budgetExceeded() {
        var byDay = lived.nudges().stream()
                .collect(groupingBy(nudge -> LocalDate.ofInstant(nudge.askedAt(), zone()), counting()));
        int days = (int) byDay.values().stream()
                .filter(nudges -> nudges > settings.nudgesPerDay())
                .count();
        int tooSoon = 0;
        for (int i = 1; i < lived.nudges().size(); i++) {
            Instant rested = lived.nudges().get(i - 1).askedAt().plus(settings.refractory());
            tooSoon += lived.nudges().get(i).askedAt().isBefore(rested) ? 1 : 0;
        }
        int inQuietHours = count(
                lived.nudges(),
                nudge -> lived.life()
                        .plan()
                        .quietHours()
                        .flatMap(hours -> hours.endAt(nudge.askedAt(), zone()))
                        .isPresent());
        return days + tooSoon + inQuietHours;
    }

    private ZoneId zone() {
        return lived.life().settings().zone();
    }

    int afterEasing() {
        return count(
                prompts(),
                prompt -> prompt.cause() == Cause.SILENCE
                        && windowOf(prompt)
                                .filter(window -> window.hadEasedBefore(prompt.raisedAt()))
                                .isPresent());
    }

    List<Prompt> prompts() {
        return lived.ladders().stream()
                .flatMap(ladder -> ladder.prompts().stream())
                .toList();
    }

    private boolean isStale(AskedNudge nudge) {
        return windowOf(nudge)
                .filter(window -> window.hadEasedBefore(nudge.askedAt())
                        || noticed(window).plus(patience()).isBefore(nudge.askedAt()))
                .isPresent();
    }

    /** How long after a decision point a question may come at the latest. */
    private Duration patience() {
        boolean mayBeHeld = lived.life().plan().quietHours().isPresent();
        return mayBeHeld ? settings.freshness().plus(settings.longestHold()) : settings.freshness();
    }

    private static Instant noticed(Lived.Window window) {
        return window.decisionPoint().orElse(window.openedAt());
    }

    private boolean isStale(Prompt prompt) {
        Optional<Instant> noticed =
                prompt.cause() == Cause.SILENCE ? windowOf(prompt).map(Promises::noticed) : Optional.empty();
        Instant worthUntil = noticed.map(at -> at.plus(settings.worthActingOn()))
                .orElseGet(() -> ladderOf(prompt).worthUntil());
        return !prompt.raisedAt().isBefore(worthUntil);
    }

    private boolean isLost(HeardWindow window) {
        boolean hasEnded = window.ending().isPresent();
        return switch (window.decision()) {
            case WATCHED -> hasEnded || hasDecisionPoint(window);
            case NOT_WORTH_ASKING -> hasDecisionPoint(window);
            case WAITS_OUT_QUIET_HOURS -> true;
            case NUDGED, JOINED, HELD_AS_TOO_SOON, HELD_AS_OVER_BUDGET, HELD_IN_QUIET_HOURS, HISTORY -> false;
        };
    }

    private boolean hasDecisionPoint(HeardWindow window) {
        return windowOf(window).flatMap(Lived.Window::decisionPoint).isPresent();
    }

    private boolean isLost(AskedNudge nudge) {
        boolean couldShow = lived.life().arrivalOf(nudge.askedAt()).isBefore(nudge.expiresAt());
        boolean isShown = lived.shown().contains(nudge.id().value());
        return couldShow && !isShown && nudge.state() != NudgeState.EASED
                || nudge.state() == NudgeState.ASKED
                || nudge.state() == NudgeState.REACHED_OUT && !hasLadder(nudge)
                || nudge.state() == NudgeState.UNANSWERED
                        && lived.life().plan().silenceMeans() == SilenceMeans.TELL_MENTOR
                        && !hasLadder(nudge);
    }

    /** Its own, or one that was being walked when it ended. */
    private boolean hasLadder(AskedNudge nudge) {
        Instant ended = nudge.answeredAt().orElse(nudge.expiresAt());
        return lived.ladders().stream()
                .anyMatch(ladder -> ladder.nudge().equals(Optional.of(nudge.id()))
                        || !ladder.startedAt().isAfter(ended)
                                && endOfWalk(ladder).isAfter(ended));
    }

    private boolean isLost(Escalation ladder) {
        boolean isUntouched = ladder.prompts().isEmpty()
                && ladder.skipped().isEmpty()
                && ladder.exhausted().isEmpty();
        return isUntouched
                || ladder.state() == EscalationState.WALKING
                        && lived.over().isAfter(ladder.worthUntil().plus(settings.stepDeadline()));
    }

    private Instant endOfWalk(Escalation ladder) {
        return ladder.endedAt().orElse(lived.over());
    }

    private Escalation ladderOf(Prompt prompt) {
        return lived.ladders().stream()
                .filter(ladder -> ladder.id().equals(prompt.escalation()))
                .findFirst()
                .orElseThrow();
    }

    private Optional<Lived.Window> windowOf(Prompt prompt) {
        return ladderOf(prompt)
                .nudge()
                .flatMap(id -> lived.nudges().stream()
                        .filter(nudge -> nudge.id().equals(id))
                        .findFirst())
                .flatMap(this::windowOf);
    }

    /** A nudge is asked in the moment in which its window is decided about. */
    private Optional<Lived.Window> windowOf(AskedNudge nudge) {
        return lived.heard().stream()
                .filter(heard -> heard.decision() == Decision.NUDGED && isDecidedAt(heard, nudge.askedAt()))
                .findFirst()
                .flatMap(this::windowOf);
    }

    private Optional<Lived.Window> windowOf(HeardWindow heard) {
        return lived.windows().stream()
                .filter(window -> window.id().equals(heard.id()))
                .findFirst();
    }

    private Optional<AskedNudge> nudgeOf(HeardWindow window) {
        return lived.nudges().stream()
                .filter(nudge -> isDecidedAt(window, nudge.askedAt()))
                .findFirst();
    }

    private static boolean isDecidedAt(HeardWindow window, Instant at) {
        return window.decidedAt().equals(Optional.of(at));
    }

    private static <T> int count(List<T> all, Predicate<T> broken) {
        return (int) all.stream().filter(broken).count();
    }

    private static <T, K> int repeated(List<T> all, Function<T, K> key) {
        var seen = new HashSet<K>();
        return count(all, one -> !seen.add(key.apply(one)));
    }
}
