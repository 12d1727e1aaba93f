package org.handrail.devicesim.physiology;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.handrail.devicesim.Channel;
import org.handrail.devicesim.FrameCutter;
import org.handrail.devicesim.FrameSource;
import org.handrail.devicesim.Occurrence;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.Sleep;
import org.handrail.signals.TimeWindow;

/**
 * A person who does not exist, with a watch on. Everything is a pure function of the settings and of time: asking twice, in
 * another order or in other pieces changes no byte. Any thread may ask.
 */
public final class Wearer implements FrameSource {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final WearerSettings settings;
    private final Days days;
    private final StrainCourse strain;
    private final HeartRate heartRate;
    private final BeatTrain beats;
    private final Wrist wrist;
    private final Notices notices;
    private final CravingCourse craving;
    private final SkinConductance conductance;
    private final Steps steps;
    private final SelfReports reports;
    private final Replies replies;

    public Wearer(WearerSettings settings) {
        this.settings = settings;
        var draws = new Draws(settings.seed());
        this.days = new Days(settings, draws);
        this.strain = new StrainCourse(settings.strains());
        this.craving = new CravingCourse(settings.traits(), settings.cravings(), draws);
        this.heartRate = new HeartRate(settings.traits(), days, strain, craving, draws);
        this.beats = new BeatTrain(settings.traits(), heartRate, strain, draws);
        this.notices = new Notices(days);
        this.conductance = new SkinConductance(settings.traits(), days, strain, craving, heartRate, draws);
        this.reports = new SelfReports(settings, days, strain, craving, draws);
        this.replies = new Replies(days, strain, craving, draws);
        this.steps = new Steps(days, draws);
        this.wrist = new Wrist(
                heartRate,
                beats,
                new BeatLoss(days, draws),
                conductance,
                new SkinTemperature(settings.traits(), days, strain, craving, draws),
                new Motion(days, strain, draws),
                steps,
                draws);
    }

    public WearerSettings settings() {
        return settings;
    }

    /** What is so in the minute that holds this instant. */
    public Truth truth(Instant instant) {
        long minute = Math.floorDiv(instant.getEpochSecond(), 60);
        var activity = days.activityAt(minute);
        return new Truth(
                activity,
                Optional.of(days.stageAt(minute)).filter(stage -> activity == Activity.SLEEP),
                days.isWornAt(minute),
                heartRate.mean(minute),
                beats.rmssdMs(minute),
                beats.hfMs2(minute),
                strain.heart(minute * 60.0 + 30),
                craving.level(minute * 60.0 + 30),
                steps.count(minute));
    }

    /** Every skin response that begins in these whole minutes, too small ones included. */
    public List<SkinResponse> trueResponses(TimeWindow minutes) {
        return minutesOf(minutes)
                .mapToObj(conductance::responses)
                .flatMap(List::stream)
                .map(response -> new SkinResponse(
                        Instant.ofEpochMilli(Math.round(response.atSecond() * 1_000)), response.microsiemens()))
                .toList();
    }

    /** Minutes truly slept in these whole minutes. */
    public int trueMinutesAsleep(TimeWindow minutes) {
        return (int) minutesOf(minutes)
                .filter(minute -> days.stageAt(minute) != Sleep.Stage.AWAKE)
                .count();
    }

    /** What the wearer does when the watch asks that at that instant; empty where the wearer lets it pass. */
    public Optional<Reply> replyTo(UUID nudge, Instant at) {
        return replies.to(nudge, at);
    }

    /** Every interval between beats in these whole minutes, none lost, in ms. */
    public int[] trueIntervalsMs(TimeWindow minutes) {
        return minutesOf(minutes)
                .mapToObj(beats::intervalsMs)
                .flatMapToInt(Arrays::stream)
                .toArray();
    }

    /** What the wearer says of the moment in these whole minutes, with the watch on. */
    List<Occurrence> saidIn(TimeWindow minutes) {
        return minutesOf(minutes)
                .filter(days::isWornAt)
                .mapToObj(reports::at)
                .flatMap(List::stream)
                .toList();
    }

    /** What the device senses and notes in these whole minutes. While it is off the wrist, its sensors are silent. */
    public List<Channel> channels(TimeWindow minutes) {
        var channels = new ArrayList<Channel>();
        var asked = minutesOf(minutes).iterator();
        long wornFrom = Hours.minute(minutes.start());
        while (asked.hasNext()) {
            long minute = asked.nextLong();
            channels.addAll(notices.at(minute));
            if (days.isWornAt(minute)) {
                channels.addAll(reports.at(minute));
            } else {
                channels.addAll(wrist.channels(wornFrom, minute));
                wornFrom = minute + 1;
            }
        }
        channels.addAll(wrist.channels(wornFrom, Hours.minute(minutes.end())));
        return channels;
    }

    /** @param frameLength a divisor of a minute, or whole minutes, at most 15 */
    @Override
    public Stream<SignalFrame> frames(TimeWindow completeWithin, Duration frameLength) {
        boolean divides = frameLength.compareTo(MINUTE) <= 0
                ? MINUTE.toMillis() % frameLength.toMillis() == 0
                : frameLength.toMillis() % MINUTE.toMillis() == 0;
        if (!divides) {
            throw new IllegalArgumentException("A wearer's frames divide a minute or last whole minutes");
        }
        var cutter = new FrameCutter(settings.device(), frameLength);
        long block = Math.max(MINUTE.toSeconds(), frameLength.toSeconds());
        // A frame is complete at the latest when its block ends, which may be where the window begins.
        long first = Math.floorDiv(completeWithin.start().getEpochSecond(), block) - 1;
        long last = Math.floorDiv(completeWithin.end().getEpochSecond(), block);
        return LongStream.rangeClosed(first, last)
                .mapToObj(index -> Instant.ofEpochSecond(index * block))
                .flatMap(start -> cutter.cut(start, channels(new TimeWindow(start, start.plusSeconds(block)))).stream())
                .filter(frame -> completeWithin.contains(FrameCutter.completeAt(frame)));
    }

    private static LongStream minutesOf(TimeWindow window) {
        if (window.start().toEpochMilli() % 60_000 != 0 || window.end().toEpochMilli() % 60_000 != 0) {
            throw new IllegalArgumentException("A wearer is asked for whole minutes");
        }
        return LongStream.range(
                window.start().getEpochSecond() / 60, window.end().getEpochSecond() / 60);
    }
}
