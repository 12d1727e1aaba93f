package org.handrail.companion.referee;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import org.handrail.alerts.AskedNudge;
import org.handrail.alerts.Escalation.Cause;
import org.handrail.alerts.EscalationState;
import org.handrail.alerts.NudgeId;
import org.handrail.alerts.NudgeState;
import org.handrail.alerts.Prompt;
import org.handrail.alerts.PromptId;
import org.handrail.alerts.Prompts;
import org.handrail.analytics.FrameIntake;
import org.handrail.companion.house.House;
import org.handrail.devicesim.FrameCutter;
import org.handrail.signals.Answer;
import org.handrail.signals.FrameId;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.StreamKind;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Some hours in a house, from one thing that happens to the next: the clock leaps there, it happens, and nothing else does until
 * it has gone its whole way through broker, archive, lanes, events and timers. So a slow machine takes longer and finds the same.
 *
 * <p>Watches send twice a minute, in a burst, what live ones send in six: all that can still belong to the minute before, and
 * when that has arrived, the frames by which it is over. Within a burst the embedded broker may change the order.
 */
final class Evening {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(60);
    private static final long LOOK_AGAIN_MS = 10;

    private final House house;
    private final SteppingClock clock;
    private final List<Resident> residents;
    private final Map<Resident, Habits> habits = new HashMap<>();
    private final Agenda agenda = new Agenda();
    private final Set<UUID> answered = new HashSet<>();
    private final Set<PromptId> heardOf = new HashSet<>();
    private BooleanSupplier arrives = () -> true;

    Evening(House house, SteppingClock clock, List<Resident> residents) {
        this.house = house;
        this.clock = clock;
        this.residents = residents;
        residents.forEach(resident -> habits.put(resident, new Habits(resident.life(), resident.wearer())));
    }

    /** @return when nothing was left to happen */
    Instant live(DoubleConsumer progress) throws InterruptedException {
        var span = residents.get(0).life().span();
        for (var minute = span.start(); !minute.isAfter(span.end()); minute = minute.plus(MINUTE)) {
            sendAt(minute.plus(FrameCutter.LIVE));
            sendAt(minute.plus(FrameCutter.LIVE.multipliedBy(2)));
        }
        for (var resident : residents) {
            habitsOf(resident)
                    .reachesOut()
                    .forEach(
                            at -> agenda.put(at, () -> press(resident, Optional.empty(), Answer.Choice.REACH_OUT, at)));
        }
        for (var timer = timer(); timer.isPresent() || agenda.next().isPresent(); timer = timer()) {
            progress.accept(share(clock.instant(), span.start(), span.length()));
            goOn(timer);
            settle();
            residents.forEach(resident -> resident.noteEndings(clock.instant()));
            residents.forEach(this::letPeopleAct);
        }
        return clock.instant();
    }

    private void sendAt(Instant now) {
        agenda.put(now, () -> residents.forEach(resident -> resident.sendUntil(now)));
    }

    /** Timers go before what happens at the same time. */
    private void goOn(Optional<Instant> timer) {
        var next = agenda.next();
        if (timer.isPresent() && (next.isEmpty() || !timer.get().isAfter(next.get()))) {
            clock.leapTo(timer.get());
        } else {
            clock.leapTo(next.orElseThrow());
            agenda.happen();
        }
    }

    private static double share(Instant now, Instant start, Duration length) {
        return Math.min(1, (double) Duration.between(start, now).toMillis() / length.toMillis());
    }

    private Optional<Instant> timer() {
        return residents.stream()
                .flatMap(resident -> resident.nextTimer().stream())
                .min(Comparator.naturalOrder());
    }

    private void settle() throws InterruptedException {
        until(() -> residents.stream().allMatch(Resident::isStored));
        // What is pressed comes to the alerts by an event, after its frame is stored and analysed.
        until(arrives);
        arrives = () -> true;
        until(() -> house.room(FrameIntake.class).undone() == 0);
        until(this::isEverythingHeard);
        until(() -> residents.stream().allMatch(resident -> resident.isAtRest(clock.instant())));
    }

    /** Facts are heard on threads of their own; until a listener has finished with one, it stands in this table. */
    private boolean isEverythingHeard() {
        return house.room(JdbcClient.class)
                        .sql("SELECT count(*) FROM event_publication WHERE completion_date IS NULL")
                        .query(Long.class)
                        .single()
                == 0;
    }

    private static void until(BooleanSupplier isSo) throws InterruptedException {
        long began = System.nanoTime();
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() - began > PATIENCE_NS) {
                throw new IllegalStateException("The house did not come to rest within a minute.");
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MS);
        }
    }

    /** Who was just asked decides what to do about it, and when. */
    private void letPeopleAct(Resident resident) {
        var shown = resident.shown();
        for (AskedNudge nudge : resident.nudges()) {
            int number = shown.indexOf(nudge.id().value()) + 1;
            if (number > 0 && answered.add(nudge.id().value())) {
                answer(resident, nudge, number);
            }
        }
        int number = 0;
        for (Prompt prompt : promptsOf(resident)) {
            number++;
            if (heardOf.add(prompt.id())) {
                var raisedAt = wholeSeconds(prompt.raisedAt());
                habitsOf(resident)
                        .word(number, raisedAt)
                        .ifPresent(word -> agenda.put(raisedAt.plus(word.after()), () -> say(prompt, word)));
            }
        }
    }

    private void answer(Resident resident, AskedNudge nudge, int number) {
        var askedAt = wholeSeconds(nudge.askedAt());
        habitsOf(resident)
                .reply(number, askedAt)
                .filter(reply -> askedAt.plus(reply.after()).isBefore(wholeSeconds(nudge.expiresAt())))
                .ifPresent(reply -> {
                    var at = askedAt.plus(reply.after());
                    agenda.put(at, () -> press(resident, Optional.of(nudge.id()), reply.choice(), at));
                });
    }

    private List<Prompt> promptsOf(Resident resident) {
        return resident.ladders().stream()
                .flatMap(ladder -> ladder.prompts().stream())
                .sorted(Comparator.comparing(Prompt::raisedAt))
                .toList();
    }

    private void say(Prompt prompt, Habits.MentorsWord word) {
        var prompts = house.room(Prompts.class);
        if (word.handsOver()) {
            prompts.handOver(prompt.id(), prompt.mentor());
        } else {
            prompts.acknowledge(prompt.id(), prompt.mentor());
        }
    }

    private void press(Resident resident, Optional<NudgeId> nudge, Answer.Choice choice, Instant at) {
        var id = new FrameId(resident.life().settings().device(), FrameCutter.counterOf(at, StreamKind.ANSWER));
        var answer = new Answer(nudge.map(NudgeId::value), choice);
        resident.send(new SignalFrame(id, StreamKind.ANSWER, at, answer));
        arrives = () -> nudge.map(asked -> isAnswered(resident, asked)).orElseGet(() -> isWalkedFor(resident, at));
    }

    private static boolean isAnswered(Resident resident, NudgeId nudge) {
        return resident.nudges().stream()
                .anyMatch(asked -> asked.id().equals(nudge)
                        && asked.state() != NudgeState.ASKED
                        && asked.state() != NudgeState.UNANSWERED);
    }

    private static boolean isWalkedFor(Resident resident, Instant since) {
        return resident.ladders().stream()
                .anyMatch(ladder -> ladder.cause() == Cause.ASKED_FOR_COMPANY
                        && (!ladder.startedAt().isBefore(since) || ladder.state() == EscalationState.WALKING));
    }

    private Habits habitsOf(Resident resident) {
        return Objects.requireNonNull(habits.get(resident));
    }

    private static Instant wholeSeconds(Instant instant) {
        return Instant.ofEpochSecond(instant.getEpochSecond());
    }
}
