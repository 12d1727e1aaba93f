package org.handrail.companion.replay;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleConsumer;
import org.handrail.analytics.AnalysisRecord;
import org.handrail.analytics.RiskWindow;
import org.handrail.companion.house.House;
import org.handrail.devicesim.FrameCutter;
import org.handrail.devicesim.FrameSource;
import org.handrail.devicesim.publish.AnswerPolicy;
import org.handrail.devicesim.publish.Watch;
import org.handrail.devicesim.publish.WatchCredential;
import org.handrail.devicesim.publish.WatchSettings;
import org.handrail.devicesim.recording.Recording;
import org.handrail.ingest.FrameArchive;
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

    private final House house;
    private final Clock clock;
    private final Settling settling;

    public Replay(House house, Clock clock) {
        this.house = house;
        this.clock = clock;
        this.settling = new Settling(house, clock);
    }

    /**
     * @param recording at most as long as {@link #LONGEST}
     * @param progress hears the share that was sent, 0 to 1
     * @throws IllegalStateException with one sentence where not everything arrived
     */
    public ReplayReport play(Recording recording, Pace pace, DoubleConsumer progress) throws InterruptedException {
        var began = clock.instant();
        var newcomer = new Newcomers(house).welcome("Recorded wearer", ZoneOffset.UTC, "to replay a recording");
        var paired = newcomer.paired();
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
            settling.confirmed(watch);
            published = watch.counts().accepted();
        } finally {
            scheduler.shutdownNow();
        }
        settling.stored(paired.device(), published);
        settling.analysed();
        progress.accept(1);
        var shift = Duration.between(moved.start(), recording.start());
        return new ReplayReport(
                recording.start(),
                recording.length(),
                published,
                house.room(FrameArchive.class).count(paired.device()),
                Duration.between(began, clock.instant()),
                windows(newcomer.mentee(), moved.window(), shift),
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
}
