package org.handrail.companion.referee;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import org.handrail.alerts.AskedNudge;
import org.handrail.alerts.Escalation;
import org.handrail.alerts.Escalations;
import org.handrail.alerts.HeardWindow;
import org.handrail.alerts.HeardWindow.Decision;
import org.handrail.alerts.Mentorships;
import org.handrail.alerts.Mentorships.NewMentorship;
import org.handrail.alerts.NudgeState;
import org.handrail.alerts.Nudges;
import org.handrail.alerts.Prompt;
import org.handrail.analytics.AnalysisRecord;
import org.handrail.analytics.RiskWindowId;
import org.handrail.companion.consent.Consents;
import org.handrail.companion.consent.Scope;
import org.handrail.companion.house.House;
import org.handrail.companion.journey.Plans;
import org.handrail.companion.journey.WrittenPlan;
import org.handrail.companion.people.People;
import org.handrail.companion.people.Person;
import org.handrail.companion.people.Role;
import org.handrail.devicesim.FrameCutter;
import org.handrail.devicesim.physiology.Wearer;
import org.handrail.devicesim.publish.AnswerPolicy;
import org.handrail.devicesim.publish.Watch;
import org.handrail.devicesim.publish.WatchCredential;
import org.handrail.devicesim.publish.WatchSettings;
import org.handrail.ingest.DeviceCredential;
import org.handrail.ingest.FrameArchive;
import org.handrail.ingest.Pairings;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.TimeWindow;

/** A life that is lived in a house: somebody with a watch, mentors and consents, seen through the doors of the rooms. */
final class Resident implements AutoCloseable {

    private static final TimeWindow EVER = new TimeWindow(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"));
    private static final String PURPOSE = "to be judged by the referee";

    private final House house;
    private final Life life;
    private final Watch watch;
    private final Wearer wearer;
    private final List<UUID> shown = new CopyOnWriteArrayList<>();
    private final Map<RiskWindowId, Instant> endedAt = new HashMap<>();
    private Instant sentUntil;

    private Resident(House house, Life life, DeviceCredential paired, ScheduledExecutorService scheduler) {
        this.house = house;
        this.life = life;
        this.wearer = life.wearer();
        this.sentUntil = life.span().start();
        var credential = new WatchCredential(house.brokerUrl(), paired.device(), paired.secret());
        this.watch = new Watch(
                credential, WatchSettings.defaults(), AnswerPolicy.ignore(), house.room(Clock.class), scheduler);
        watch.onNudge(nudge -> shown.add(nudge.id()));
        watch.connect();
    }

    static Resident movesIn(House house, Life life, ScheduledExecutorService scheduler) {
        var people = house.room(People.class);
        var consents = house.room(Consents.class);
        people.add(
                person(life.mentee().value(), Role.MENTEE, life),
                UUID.randomUUID().toString());
        consents.give(life.mentee(), Optional.empty(), Scope.COLLECTION, PURPOSE);
        house.room(Plans.class).write(life.mentee(), new WrittenPlan(life.plan(), List.of()));
        for (int step = 1; step <= life.steps(); step++) {
            var mentor = life.mentors().get(step - 1);
            people.add(
                    person(mentor.value(), Role.MENTOR, life), UUID.randomUUID().toString());
            consents.give(life.mentee(), Optional.of(mentor.value()), Scope.STRAINED_STRETCH, PURPOSE);
            house.room(Mentorships.class)
                    .create(new NewMentorship(
                            life.mentee(), mentor, step, Optional.empty(), Instant.EPOCH, Optional.empty()));
        }
        var paired = house.room(Pairings.class).pair(life.mentee());
        return new Resident(house, life.of(life.mentee(), paired.device()), paired, scheduler);
    }

    private static Person person(UUID id, Role role, Life life) {
        return new Person(
                id, role, "Invented", "invented-" + id, life.settings().zone(), Optional.empty());
    }

    Life life() {
        return life;
    }

    Wearer wearer() {
        return wearer;
    }

    /** Sends what a live watch has completed since it sent last. */
    void sendUntil(Instant now) {
        var until = now.isBefore(life.span().end()) ? now : life.span().end();
        if (sentUntil.isBefore(until)) {
            // As in event time: what is complete when the span begins tells of the time before it.
            var complete = new TimeWindow(sentUntil.plusMillis(1), until.plusMillis(1));
            wearer.frames(complete, FrameCutter.LIVE).forEach(this::send);
            sentUntil = until;
        }
    }

    void send(SignalFrame frame) {
        try {
            watch.publish(frame);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a watch was sending", e);
        }
    }

    long published() {
        return watch.counts().accepted();
    }

    /** Whether all that was sent is stored. */
    boolean isStored() {
        return house.room(FrameArchive.class).count(life.settings().device()) >= published();
    }

    /** Whether every window was heard of, and nothing is due any more. */
    boolean isAtRest(Instant now) {
        return windows().size() == heard().size()
                && nudges().stream().noneMatch(nudge -> isDue(nudge, now))
                && openPrompts().stream().noneMatch(prompt -> !prompt.deadline().isAfter(now))
                && heldUntil().stream().noneMatch(end -> !end.isAfter(now));
    }

    private boolean isDue(AskedNudge nudge, Instant now) {
        boolean waits = nudge.state() == NudgeState.ASKED;
        return waits
                && (!nudge.expiresAt().isAfter(now)
                        || !shown.contains(nudge.id().value()));
    }

    /** When the next of its timers is due. */
    Optional<Instant> nextTimer() {
        var deadlines =
                new ArrayList<>(openPrompts().stream().map(Prompt::deadline).toList());
        nudges().stream()
                .filter(nudge -> nudge.state() == NudgeState.ASKED)
                .map(AskedNudge::expiresAt)
                .forEach(deadlines::add);
        heldUntil().forEach(deadlines::add);
        return deadlines.stream().min(Comparator.naturalOrder());
    }

    /** When quiet hours end for which a question is held. */
    private List<Instant> heldUntil() {
        return heard().stream()
                .filter(window -> window.decision() == Decision.WAITS_OUT_QUIET_HOURS)
                .flatMap(window -> window.decidedAt().stream())
                .flatMap(held -> life.plan().quietHours().flatMap(hours -> hours.endAt(held, zone())).stream())
                .toList();
    }

    private ZoneId zone() {
        return life.settings().zone();
    }

    List<UUID> shown() {
        return List.copyOf(shown);
    }

    List<AskedNudge> nudges() {
        return oldestFirst(house.room(Nudges.class).historyFor(life.mentee(), EVER), AskedNudge::askedAt);
    }

    List<Escalation> ladders() {
        return oldestFirst(house.room(Escalations.class).of(life.mentee(), EVER), Escalation::startedAt);
    }

    private List<HeardWindow> heard() {
        return oldestFirst(house.room(Nudges.class).windowsOf(life.mentee(), EVER), HeardWindow::heardAt);
    }

    private List<Lived.Window> windows() {
        var points = heard().stream()
                .filter(window -> window.decisionPoint().isPresent())
                .collect(toMap(HeardWindow::id, window -> window.decisionPoint().orElseThrow()));
        return house.room(AnalysisRecord.class).windowsOf(life.mentee(), EVER).stream()
                .map(window -> new Lived.Window(
                        window.id(),
                        window.start(),
                        window.openedAt(),
                        Optional.ofNullable(points.get(window.id())),
                        window.end(),
                        window.ending(),
                        Optional.ofNullable(endedAt.get(window.id()))))
                .toList();
    }

    /** Which windows are known to have ended by now. To be asked before time goes on. */
    void noteEndings(Instant now) {
        heard().stream()
                .filter(window -> window.ending().isPresent())
                .forEach(window -> endedAt.putIfAbsent(window.id(), now));
    }

    private List<Prompt> openPrompts() {
        return ladders().stream()
                .filter(ladder -> ladder.state().isOpen())
                .flatMap(ladder -> ladder.prompts().stream())
                .filter(prompt -> prompt.state().isOpen())
                .toList();
    }

    Lived lived(Instant over) {
        return new Lived(life, windows(), heard(), nudges(), ladders(), shown, over);
    }

    private static <T> List<T> oldestFirst(List<T> all, Function<T, Instant> when) {
        return all.stream().sorted(Comparator.comparing(when)).toList();
    }

    @Override
    public void close() {
        watch.close();
    }
}
