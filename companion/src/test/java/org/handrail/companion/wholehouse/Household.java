package org.handrail.companion.wholehouse;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.handrail.alerts.Mentorships;
import org.handrail.alerts.Mentorships.NewMentorship;
import org.handrail.alerts.Plan;
import org.handrail.alerts.SilenceMeans;
import org.handrail.analytics.FrameIntake;
import org.handrail.companion.consent.Consents;
import org.handrail.companion.consent.Scope;
import org.handrail.companion.house.House;
import org.handrail.companion.house.HouseSettings;
import org.handrail.companion.journey.Plans;
import org.handrail.companion.journey.WrittenPlan;
import org.handrail.companion.people.People;
import org.handrail.companion.people.Person;
import org.handrail.companion.people.Role;
import org.handrail.devicesim.publish.AnswerPolicy;
import org.handrail.devicesim.publish.Watch;
import org.handrail.devicesim.publish.WatchCredential;
import org.handrail.devicesim.publish.WatchSettings;
import org.handrail.ingest.DeviceCredential;
import org.handrail.ingest.FrameArchive;
import org.handrail.ingest.Pairings;
import org.handrail.signals.SignalFrame;

/** A house with one mentee, her mentor and a backup in it, and a watch that speaks MQTT. */
final class Household implements AutoCloseable {

    static final String PASSWORD = "a word for tests";

    private final House house;
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();

    final Person mentee;
    final Person mentor;
    final Person backup;
    final DeviceCredential paired;

    private Household(House house, Duration waitingTime) {
        this.house = house;
        var evening =
                InventedWearer.zoneOfEvening(clock().instant().truncatedTo(java.time.temporal.ChronoUnit.MINUTES));
        this.mentee = person(Role.MENTEE, "Maya", evening);
        this.mentor = person(Role.MENTOR, "Sam", ZoneOffset.UTC);
        this.backup = person(Role.MENTOR, "Noor", ZoneOffset.UTC);
        consent(Optional.empty(), Scope.COLLECTION);
        accompany(mentor, 1);
        accompany(backup, 2);
        room(Plans.class)
                .write(
                        mentee.asMentee(),
                        new WrittenPlan(new Plan(waitingTime, SilenceMeans.TELL_MENTOR), List.of("A walk")));
        this.paired = room(Pairings.class).pair(mentee.asMentee());
    }

    static Household open(Path directory, Duration waitingTime) {
        return open(HouseSettings.onFreePorts(directory), waitingTime);
    }

    static Household open(HouseSettings settings, Duration waitingTime) {
        return new Household(House.open(settings), waitingTime);
    }

    House house() {
        return house;
    }

    Clock clock() {
        return room(Clock.class);
    }

    <T> T room(Class<T> type) {
        return house.room(type);
    }

    Watch watch(AnswerPolicy policy) {
        var credential = new WatchCredential(house.brokerUrl(), paired.device(), paired.secret());
        var watch = new Watch(credential, WatchSettings.defaults(), policy, clock(), scheduler);
        watch.connect();
        return watch;
    }

    /** Sends the frames and waits until they are stored and analysed. */
    void send(Watch watch, List<SignalFrame> frames) throws InterruptedException {
        for (var frame : frames) {
            watch.publish(frame);
        }
        watch.awaitAcknowledged(Duration.ofMinutes(1));
        long different = frames.stream().map(SignalFrame::id).distinct().count();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> room(FrameArchive.class).count(paired.device()) >= different
                        && room(FrameIntake.class).undone() == 0);
    }

    void consent(Optional<UUID> recipient, Scope scope) {
        room(Consents.class).give(mentee.asMentee(), recipient, scope, "for a test");
    }

    private void accompany(Person who, int step) {
        room(Mentorships.class)
                .create(new NewMentorship(
                        mentee.asMentee(),
                        who.asMentor(),
                        step,
                        Optional.of(Duration.ofMinutes(5)),
                        Instant.EPOCH,
                        Optional.empty()));
        consent(Optional.of(who.id()), Scope.STRAINED_STRETCH);
    }

    private Person person(Role role, String name, java.time.ZoneId zone) {
        var person = new Person(UUID.randomUUID(), role, name, name + UUID.randomUUID(), zone, Optional.empty());
        room(People.class).add(person, PASSWORD);
        return person;
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
        house.close();
    }
}
