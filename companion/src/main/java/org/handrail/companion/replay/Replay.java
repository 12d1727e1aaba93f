package org.handrail.companion.replay;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleConsumer;
import java.util.function.LongSupplier;
import org.handrail.alerts.Plan;
import org.handrail.alerts.SilenceMeans;
import org.handrail.analytics.AnalysisRecord;
import org.handrail.analytics.FrameIntake;
import org.handrail.analytics.RiskWindow;
import org.handrail.companion.consent.Consents;
import org.handrail.companion.consent.Scope;
import org.handrail.companion.house.House;
import org.handrail.companion.journey.Plans;
import org.handrail.companion.journey.WrittenPlan;
import org.handrail.companion.people.People;
import org.handrail.companion.people.Person;
import org.handrail.companion.people.Role;
import org.handrail.devicesim.FrameCutter;
import org.handrail.devicesim.FrameSource;
import org.handrail.devicesim.publish.AnswerPolicy;
import org.handrail.devicesim.publish.Watch;
import org.handrail.devicesim.publish.WatchCredential;
import org.handrail.devicesim.publish.WatchSettings;
import org.handrail.devicesim.recording.Recording;
import org.handrail.ingest.FrameArchive;
import org.handrail.ingest.Pairings;
import org.handrail.signals.MenteeId;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.TimeWindow;

/**
 * Plays one recording into the house: a new wearer with a new watch sends it over MQTT, moved in time so that it ends when the
 * playing ends. An hour comes in the frames of a live watch; days come in those of a backlog and keep their hours of the day.
 * Then waits until all is stored and analysed, and reads the risk windows.
 */
public final class Replay {

    /** What the house admits of the past, with some days to spare for the playing. */
    public static final Duration LONGEST = Duration.ofDays(56);

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration SLICE = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long LOOK_AGAIN_MS = 50;

    private final House house;
    private final Clock clock;

    public Replay(House house, Clock clock) {
        this.house = house;
        this.clock = clock;
    }

    /**
     * @param recording at most as long as {@link #LONGEST}
     * @param progress hears the share that was sent, 0 to 1
     * @throws IllegalStateException with one sentence where not everything arrived
     */
    public ReplayReport play(Recording recording, Pace pace, DoubleConsumer progress) throws InterruptedException {
        var began = clock.instant();
        var mentee = newWearer();
        var paired = house.room(Pairings.class).pair(mentee);
        var duration = pace.times().isPresent()
                ? recording.length().toMillis() / pace.times().getAsDouble()
                : 0;
        var moved = moved(recording, began.plusMillis(Math.round(duration)));
        var scheduler = Executors.newSingleThreadScheduledExecutor();
        long published;
        var credential = new WatchCredential(house.brokerUrl(), paired.device(), paired.secret());
        try (var watch = new Watch(credential, WatchSettings.defaults(), AnswerPolicy.ignore(), clock, scheduler)) {
            watch.connect();
            send(moved.frames(paired.device()), moved, watch, pace, progress);
            untilNone("the broker to confirm every frame", () -> watch.counts().kept());
            published = watch.counts().accepted();
        } finally {
            scheduler.shutdownNow();
        }
        var archive = house.room(FrameArchive.class);
        untilNone("the archive to hold every frame", () -> published - archive.count(paired.device()));
        untilNone("the lanes to finish", () -> house.room(FrameIntake.class).undone());
        progress.accept(1);
        var shift = Duration.between(moved.start(), recording.start());
        return new ReplayReport(
                recording.start(),
                recording.length(),
                published,
                archive.count(paired.device()),
                Duration.between(began, clock.instant()),
                windows(mentee, moved.window(), shift),
                recording.labels(),
                recording.provenance());
    }

    /** By whole minutes, so that every replay has the minutes that the recording had; by whole days where it has days. */
    private static Recording moved(Recording recording, Instant end) {
        var unit = isDays(recording) ? DAY : Duration.ofMinutes(1);
        var shift = Duration.between(recording.window().end(), end);
        return recording.shiftedBy(unit.multipliedBy(Math.floorDiv(shift.toMillis(), unit.toMillis())));
    }

    private static boolean isDays(Recording recording) {
        return recording.length().compareTo(DAY) > 0;
    }

    private MenteeId newWearer() {
        var person = new Person(
                UUID.randomUUID(),
                Role.MENTEE,
                "Recorded wearer",
                "recording-" + UUID.randomUUID(),
                ZoneOffset.UTC,
                Optional.empty());
        house.room(People.class).add(person, UUID.randomUUID().toString());
        house.room(Consents.class).give(person.asMentee(), Optional.empty(), Scope.COLLECTION, "to replay a recording");
        // Nobody is to be asked about a recording.
        var leaveIt = new Plan(Duration.ofMinutes(3), SilenceMeans.LEAVE_IT);
        house.room(Plans.class).write(person.asMentee(), new WrittenPlan(leaveIt, List.of()));
        return person.asMentee();
    }

    private void send(FrameSource source, Recording recording, Watch watch, Pace pace, DoubleConsumer progress)
            throws InterruptedException {
        var began = clock.instant();
        var end = recording.window().end().plusSeconds(1);
        var frameLength = isDays(recording) ? FrameCutter.BACKLOG : FrameCutter.LIVE;
        for (var from = recording.start(); from.isBefore(end); from = from.plus(SLICE)) {
            var slice = new TimeWindow(from, end.isBefore(from.plus(SLICE)) ? end : from.plus(SLICE));
            for (SignalFrame frame : source.frames(slice, frameLength).toList()) {
                if (pace.times().isPresent()) {
                    waitUntil(dueAt(frame, recording, began, pace.times().getAsDouble()));
                }
                watch.publish(frame);
                progress.accept(shareSent(frame, recording));
            }
        }
    }

    /** Below one: there is something to wait for when all is sent. */
    private static double shareSent(SignalFrame frame, Recording recording) {
        var sent = Duration.between(recording.start(), FrameCutter.completeAt(frame));
        return Math.min(0.99, (double) sent.toMillis() / recording.length().toMillis());
    }

    /** When the frame would be complete if the recording had begun with the playing and ran at that pace. */
    private static Instant dueAt(SignalFrame frame, Recording recording, Instant began, double times) {
        var sinceTheStart = Duration.between(recording.start(), FrameCutter.completeAt(frame));
        return began.plusMillis(Math.round(sinceTheStart.toMillis() / times));
    }

    private void waitUntil(Instant due) throws InterruptedException {
        long ms = Duration.between(clock.instant(), due).toMillis();
        if (ms > 0) {
            TimeUnit.MILLISECONDS.sleep(ms);
        }
    }

    private List<ReplayReport.Found> windows(MenteeId mentee, TimeWindow span, Duration shift) {
        return house.room(AnalysisRecord.class).windowsOf(mentee, span).stream()
                .map(window -> found(window, span, shift))
                .toList();
    }

    private static ReplayReport.Found found(RiskWindow window, TimeWindow span, Duration shift) {
        var end = window.end().orElse(span.end());
        var moved = new TimeWindow(window.start().plus(shift), end.plus(shift));
        return new ReplayReport.Found(
                moved, window.openedAt().plus(shift), window.why().sentence());
    }

    /** Waits as long as it gets less. */
    private void untilNone(String what, LongSupplier count) throws InterruptedException {
        long least = Long.MAX_VALUE;
        var deadline = Instant.MAX;
        for (long left = count.getAsLong(); left > 0; left = count.getAsLong()) {
            if (left < least) {
                least = left;
                deadline = clock.instant().plus(PATIENCE);
            } else if (clock.instant().isAfter(deadline)) {
                throw new IllegalStateException(
                        "Waited " + PATIENCE.toMinutes() + " minutes in vain for " + what + ".");
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MS);
        }
    }
}
