package org.handrail.companion.referee;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.handrail.alerts.AlertsSettings;
import org.handrail.alerts.DispatchCheck;
import org.handrail.alerts.Mentorship;
import org.handrail.alerts.MentorshipId;
import org.handrail.alerts.PromptRaised;
import org.handrail.alerts.Rehearsal;
import org.handrail.analytics.DecisionPointReached;
import org.handrail.analytics.Detection;
import org.handrail.analytics.MenteeAnswered;
import org.handrail.analytics.MinuteRecord;
import org.handrail.analytics.RiskWindowClosed;
import org.handrail.analytics.RiskWindowId;
import org.handrail.analytics.RiskWindowOpened;
import org.handrail.devicesim.FrameCutter;
import org.handrail.devicesim.physiology.Wearer;
import org.handrail.signals.Answer;
import org.handrail.signals.FrameId;
import org.handrail.signals.MenteeId;
import org.handrail.signals.Nudge;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.StreamKind;
import org.handrail.signals.TimeWindow;

/**
 * Lives one life as fast as it goes: frames from the wearer through the detection, what it finds through the alerts, and people
 * who answer them, all in one thread and in the order in which it would happen. The detection is the one that lanes run and the
 * rules of alerts are those of the house; only what stores, carries and waits is left out.
 *
 * <p>Frames of a minute are cheapest to make. They are handed over when a live watch, whose frames have ten seconds, would have
 * sent the first of them that matters: with it the minute before is known to be over.
 */
final class EventTime {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration LIVE = FrameCutter.LIVE;

    /** The first live frame that ends later than the grace after a minute. */
    private static final Duration MINUTE_IS_OVER_AFTER = Duration.ofSeconds(20);

    /** Longer than anything alerts wait for. */
    private static final Duration LAST_WORDS = Duration.ofHours(3);

    private static final TimeWindow EVER = new TimeWindow(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"));
    private static final UUID CONSENT = new UUID(0, 0);

    private final Life life;
    private final Wearer wearer;
    private final Habits habits;
    private final Minutes minutes;
    private final Agenda agenda = new Agenda();
    private final Detection detection;
    private final Rehearsal alerts;
    private final List<Lived.Window> windows = new ArrayList<>();
    private final List<UUID> shown = new ArrayList<>();
    private int prompts;

    /** What was found, and how each minute was judged. */
    record Outcome(Lived lived, Minutes minutes) {}

    private EventTime(Life life, AlertsSettings settings) {
        this.life = life;
        this.wearer = life.wearer();
        this.habits = new Habits(life, wearer);
        this.minutes = new Minutes(life);
        this.detection = new Detection(life.mentee(), life.settings().zone(), new Findings());
        var ladder = ladderOf(life);
        this.alerts = new Rehearsal(
                life.span().start(),
                settings,
                new Rehearsal.Outside(
                        (mentee, at) -> ladder,
                        mentee -> life.plan(),
                        mentee -> life.settings().zone(),
                        (mentee, mentor) -> new DispatchCheck.Allowed(CONSENT),
                        this::carry,
                        this::told));
    }

    static Outcome of(Life life, AlertsSettings settings) {
        return new EventTime(life, settings).live();
    }

    private static List<Mentorship> ladderOf(Life life) {
        var mentors = life.mentors();
        return mentors.stream()
                .map(mentor -> new Mentorship(
                        new MentorshipId(mentor.value()),
                        life.mentee(),
                        mentor,
                        mentors.indexOf(mentor) + 1,
                        Optional.empty(),
                        Instant.EPOCH,
                        Optional.empty()))
                .toList();
    }

    private Outcome live() {
        habits.reachesOut().forEach(at -> agenda.put(at, () -> press(Optional.empty(), Answer.Choice.REACH_OUT)));
        var block = new ArrayList<SignalFrame>();
        Instant start = life.span().start();
        boolean wasWorn = false;
        // A frame that is complete when the span begins tells of the time before it.
        var complete = new TimeWindow(start.plusMillis(1), life.span().end().plusMillis(1));
        for (var frames = wearer.frames(complete, FrameCutter.BACKLOG).iterator(); frames.hasNext(); ) {
            var frame = frames.next();
            for (; FrameCutter.completeAt(frame).isAfter(start.plus(MINUTE)); start = start.plus(MINUTE)) {
                wasWorn = hand(start, wasWorn, block);
            }
            block.add(frame);
        }
        hand(start, wasWorn, block);
        passTo(life.span().end().plus(LAST_WORDS));
        return outcome();
    }

    /** Hands over what was complete within a minute, and lets that minute pass. True where its sensors spoke. */
    private boolean hand(Instant start, boolean wasWorn, List<SignalFrame> block) {
        List<SignalFrame> sensed =
                block.stream().filter(frame -> frame.stream().isSensor()).toList();
        if (!sensed.isEmpty()) {
            var heard = life.arrivalOf(start.plus(wasWorn ? MINUTE_IS_OVER_AFTER : LIVE));
            agenda.put(heard, () -> sensed.forEach(frame -> detection.take(frame, heard)));
        }
        block.stream().filter(frame -> !frame.stream().isSensor()).forEach(this::send);
        block.clear();
        passTo(start.plus(MINUTE));
        return !sensed.isEmpty();
    }

    private void send(SignalFrame frame) {
        var heard = life.arrivalOf(FrameCutter.completeAt(frame));
        agenda.put(heard, () -> detection.take(frame, heard));
    }

    /** Timers go before what happens at the same time. */
    private void passTo(Instant until) {
        while (true) {
            var due = alerts.nextDue().filter(at -> !at.isAfter(until));
            var next = agenda.next().filter(at -> !at.isAfter(until));
            if (due.isPresent() && (next.isEmpty() || !due.get().isAfter(next.get()))) {
                alerts.passTo(due.get());
            } else if (next.isPresent()) {
                alerts.passTo(next.get());
                agenda.happen();
            } else {
                alerts.passTo(until);
                return;
            }
        }
    }

    private void carry(MenteeId mentee, Nudge nudge) {
        var shownAt = life.arrivalOf(alerts.now());
        if (!shownAt.isBefore(nudge.expiresAt())) {
            return;
        }
        shown.add(nudge.id());
        habits.reply(shown.size(), shownAt)
                .filter(reply -> shownAt.plus(reply.after()).isBefore(nudge.expiresAt()))
                .ifPresent(reply ->
                        agenda.put(shownAt.plus(reply.after()), () -> press(Optional.of(nudge.id()), reply.choice())));
    }

    private void press(Optional<UUID> nudge, Answer.Choice choice) {
        var now = alerts.now();
        var id = new FrameId(life.settings().device(), FrameCutter.counterOf(now, StreamKind.ANSWER));
        send(new SignalFrame(id, StreamKind.ANSWER, now, new Answer(nudge, choice)));
    }

    private void told(Object event) {
        if (event instanceof PromptRaised raised) {
            habits.word(++prompts, alerts.now())
                    .ifPresent(word -> agenda.put(alerts.now().plus(word.after()), () -> say(raised, word)));
        }
    }

    private void say(PromptRaised raised, Habits.MentorsWord word) {
        if (word.handsOver()) {
            alerts.prompts().handOver(raised.prompt(), raised.mentor());
        } else {
            alerts.prompts().acknowledge(raised.prompt(), raised.mentor());
        }
    }

    private Outcome outcome() {
        var heard = new ArrayList<>(alerts.nudges().windowsOf(life.mentee(), EVER));
        var nudges = new ArrayList<>(alerts.nudges().historyFor(life.mentee(), EVER));
        var ladders = new ArrayList<>(alerts.escalations().of(life.mentee(), EVER));
        heard.sort(Comparator.comparing(window -> window.heardAt()));
        nudges.sort(Comparator.comparing(nudge -> nudge.askedAt()));
        ladders.sort(Comparator.comparing(ladder -> ladder.startedAt()));
        return new Outcome(new Lived(life, windows, heard, nudges, ladders, shown, alerts.now()), minutes);
    }

    private final class Findings implements Detection.Listener {

        @Override
        public void closed(MinuteRecord minute) {
            minutes.add(minute);
        }

        @Override
        public void opened(RiskWindowOpened window) {
            windows.add(new Lived.Window(
                    window.id(),
                    window.start(),
                    window.openedAt(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()));
            alerts.hear(window);
        }

        @Override
        public void closed(RiskWindowClosed window) {
            replace(
                    window.id(),
                    known -> new Lived.Window(
                            known.id(),
                            known.start(),
                            known.openedAt(),
                            known.decisionPoint(),
                            Optional.of(window.span().end()),
                            Optional.of(window.ending()),
                            Optional.of(alerts.now())));
            alerts.hear(window);
        }

        @Override
        public void reached(DecisionPointReached point) {
            replace(
                    point.window(),
                    known -> new Lived.Window(
                            known.id(),
                            known.start(),
                            known.openedAt(),
                            Optional.of(point.at()),
                            known.end(),
                            known.ending(),
                            known.endedAt()));
            alerts.hear(point);
        }

        private void replace(RiskWindowId id, UnaryOperator<Lived.Window> by) {
            windows.replaceAll(known -> known.id().equals(id) ? by.apply(known) : known);
        }

        @Override
        public void answered(MenteeAnswered answer) {
            alerts.hear(answer);
        }
    }
}
