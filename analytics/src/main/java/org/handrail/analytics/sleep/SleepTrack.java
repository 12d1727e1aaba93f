package org.handrail.analytics.sleep;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.handrail.analytics.Night;
import org.handrail.analytics.Wear;
import org.handrail.signals.SignalFrame;
import org.jspecify.annotations.Nullable;

/**
 * Nights out of minutes, carried from minute to minute, and out of what devices say of sleep, whenever they say it. A value:
 * each step answers the track after it and the nights that are to be told.
 *
 * <p>A night from motion is told once nothing was slept for an hour after it; a device's as soon as it is heard, and once more
 * when the minutes have passed its end, for the heart's figures. Whatever a device says up to a day after the sleep's end
 * counts; a night that it changes is told again, under the same date. The nights told last depend only on the minutes and on
 * the set of frames: not on the frames' order, on doubles, or on how a sleep was cut into consecutive frames.
 *
 * <p>Minutes may lag a week behind what a device says, as after a week offline. A minute not worn, or of unknown wear, or with
 * unknown counts, is unknown, as is every minute of a pause. A sleep from motion in which the heart does not beat slower than
 * it does awake is no sleep.
 */
public final class SleepTrack {

    /** How long after its end a device's sleep may still come. */
    static final Duration OPEN = Duration.ofHours(24);

    /** How far what devices say may be ahead of the minutes before it alone tells the time. */
    static final Duration MOST_AHEAD = Duration.ofDays(7);

    private static final SleepTrack START =
            new SleepTrack(MotionSleep.NONE, WakingHeart.UNKNOWN, HeartCells.NONE, DeviceSleep.NONE, SleepHistory.NONE);

    private final MotionSleep motion;
    private final WakingHeart waking;
    private final HeartCells cells;
    private final DeviceSleep device;
    private final SleepHistory history;

    /** The track after a step, and the nights to be told, by date. */
    public record Advance(SleepTrack next, List<Night> nights) {
        public Advance {
            nights = List.copyOf(nights);
        }
    }

    private SleepTrack(
            MotionSleep motion, WakingHeart waking, HeartCells cells, DeviceSleep device, SleepHistory history) {
        this.motion = motion;
        this.waking = waking;
        this.cells = cells;
        this.device = device;
        this.history = history;
    }

    public static SleepTrack start() {
        return START;
    }

    /** Takes the next closed minute. One that is not after the last changes nothing. */
    public Advance over(SleepMinute minute, ZoneId zone) {
        if (!motion.isBefore(minute)) {
            return new Advance(this, List.of());
        }
        boolean isWorn = minute.wear() == Wear.WORN;
        double heartRate = isWorn ? minute.heartRate() : Double.NaN;
        double rmssd = isWorn ? minute.rmssd() : Double.NaN;
        var scored = motion.over(minute);
        var next = new SleepTrack(
                scored,
                scored.lastScored().isAwake() ? waking.learn(heartRate) : waking,
                cells.over(minute.index(), heartRate, rmssd),
                device,
                history);
        return motion.isEmpty()
                ? new Advance(next, List.of())
                : next.withoutOldFrames().completing(this, zone);
    }

    /**
     * Hears what a device says of a sleep, or of a part of one. What ended more than a day before the last minute, or was heard
     * before, changes nothing.
     */
    public Advance hear(SignalFrame sleepFrame, ZoneId zone) {
        var episode = DeviceEpisode.of(sleepFrame);
        boolean isTooLate = episode.endMs() <= openFromMs();
        var heard = isTooLate || episode.isReplaced() ? device : device.hear(episode);
        if (heard == device) {
            return new Advance(this, List.of());
        }
        long changedFromMs = heard.changedFromMs(device);
        return with(motion, heard, history).withoutOldFrames().telling(bout -> bout.reaches(changedFromMs), this, zone);
    }

    /** False where motion says that the wearer was awake just now. */
    public boolean mayBeAsleep() {
        return motion.lastScored() != SleepState.AWAKE;
    }

    /** True where motion says that the wearer was asleep just now; quiet sitting may look like that. */
    public boolean looksAsleep() {
        return motion.lastScored() == SleepState.ASLEEP;
    }

    /** What is held true of the minute that starts then, by motion and by what devices said of its middle. */
    public SleepState stateAt(long startMs) {
        long minute = SleepTimeline.minuteOf(startMs);
        return timeline().minutes(minute, minute + 1)[0];
    }

    /** Tells the nights of which nothing more can be learnt since that earlier track. */
    private Advance completing(SleepTrack before, ZoneId zone) {
        long over = motion.overAt();
        boolean motionEnded = before.motion.scoredTo() < over && over <= motion.scoredTo();
        if (!motionEnded && !device.endsBetween(before.motion.endMs(), motion.endMs())) {
            return new Advance(this, List.of());
        }
        Predicate<SleepBout> isComplete = bout -> switch (bout.source()) {
            case DEVICE -> before.motion.endMs() < bout.completeMs() && bout.completeMs() <= motion.endMs();
            case MOTION -> motionEnded && bout.completeMs() == over * SleepMinute.LENGTH_MS;
        };
        var stillAwake = motionEnded ? lastBoutWithWakingHeart() : Optional.<long[]>empty();
        if (stillAwake.isEmpty()) {
            return telling(isComplete, this, zone);
        }
        long[] bout = stillAwake.get();
        long changedFromMs = bout[0] * SleepMinute.LENGTH_MS;
        return with(motion.awakeIn(bout), device, history)
                .telling(isComplete.or(other -> other.reaches(changedFromMs)), this, zone);
    }

    /** Tells such nights, and remembers the nights that are open in the place of those of that earlier track. */
    private Advance telling(Predicate<SleepBout> isToBeTold, SleepTrack before, ZoneId zone) {
        var now = mains(openFromMs(), zone);
        var earlier = before == this ? now : before.mains(openFromMs(), zone);
        var next = with(
                motion,
                device,
                history.with(
                        earlier.stream().map(bout -> bout.date(zone)).toList(),
                        now.stream().map(bout -> NightFigures.brief(bout, zone)).toList()));
        var figures = new NightFigures(timeline(), cells, next.history);
        return new Advance(
                next,
                now.stream()
                        .filter(isToBeTold)
                        .map(bout -> figures.of(bout, zone))
                        .toList());
    }

    /** The last sleep of motion's, if the heart went on in it as if awake; it is none then. */
    private Optional<long[]> lastBoutWithWakingHeart() {
        return motion.lastBout().filter(bout -> {
            var stretches = new SleepTimeline(motion.minutes(), DeviceSleep.NONE)
                    .between(bout[0] * SleepMinute.LENGTH_MS, bout[1] * SleepMinute.LENGTH_MS);
            return waking.rulesOutSleep(NightFigures.cellsAsleep(stretches)
                    .mapToDouble(cells::heartRate)
                    .toArray());
        });
    }

    /** Keeps of what devices said long ago only what each minute was. */
    private SleepTrack withoutOldFrames() {
        long beforeMs = nowMs() - MotionSleep.REACH * SleepMinute.LENGTH_MS;
        var open = device;
        var minutes = motion.minutes();
        for (var old = open.oldest(beforeMs); old.isPresent(); old = open.oldest(beforeMs)) {
            for (var stretch : old.get().stretches()) {
                minutes = minutes.changed(
                        SleepTimeline.firstMiddleFrom(stretch.startMs()),
                        SleepTimeline.firstMiddleFrom(stretch.endMs()),
                        (minute, now) -> stretch.state());
            }
            open = open.without(old.get());
        }
        return open == device ? this : with(motion.with(minutes), open, history);
    }

    /** The main sleeps that ended after that time. */
    private List<SleepBout> mains(long fromMs, ZoneId zone) {
        return new SleepBouts(timeline(), zone)
                .mains(motion.bouts(), motion.scoredTo()).stream()
                        .filter(bout -> bout.asleep().end().toEpochMilli() > fromMs)
                        .toList();
    }

    private SleepTrack with(MotionSleep nowMotion, DeviceSleep nowDevice, SleepHistory nowHistory) {
        return new SleepTrack(nowMotion, waking, cells, nowDevice, nowHistory);
    }

    private SleepTimeline timeline() {
        return new SleepTimeline(motion.minutes(), device);
    }

    /** Sleep that ended before is no longer open to a device's word. */
    private long openFromMs() {
        return nowMs() - OPEN.toMillis();
    }

    private long nowMs() {
        return Math.max(motion.endMs(), device.endMs() - MOST_AHEAD.toMillis());
    }

    /** Writes the track exactly, to the last bit. */
    public void write(DataOutput out) throws IOException {
        motion.write(out);
        waking.write(out);
        cells.write(out);
        device.write(out);
        history.write(out);
    }

    /** @throws IOException where the input ends too soon */
    public static SleepTrack read(DataInput in) throws IOException {
        return new SleepTrack(
                MotionSleep.read(in),
                WakingHeart.read(in),
                HeartCells.read(in),
                DeviceSleep.read(in),
                SleepHistory.read(in));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SleepTrack that
                && motion.equals(that.motion)
                && waking.equals(that.waking)
                && cells.equals(that.cells)
                && device.equals(that.device)
                && history.equals(that.history);
    }

    @Override
    public int hashCode() {
        return 31 * motion.hashCode() + device.hashCode();
    }
}
