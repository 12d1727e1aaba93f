package org.handrail.devicesim.physiology;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.handrail.devicesim.Channel;
import org.handrail.devicesim.FrameCutter;
import org.handrail.devicesim.FrameSource;
import org.handrail.signals.SignalFrame;
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

    public Wearer(WearerSettings settings) {
        this.settings = settings;
        var draws = new Draws(settings.seed());
        this.days = new Days(settings, draws);
        this.strain = new StrainCourse(settings.strains());
        this.heartRate = new HeartRate(settings.traits(), days, strain, draws);
        this.beats = new BeatTrain(settings.traits(), heartRate, strain, draws);
        this.notices = new Notices(days);
        this.wrist = new Wrist(
                heartRate,
                beats,
                new BeatLoss(days, draws),
                new SkinConductance(settings.traits(), days, strain, heartRate, draws),
                new SkinTemperature(settings.traits(), days, strain, draws),
                new Motion(days, strain, draws),
                draws);
    }

    public WearerSettings settings() {
        return settings;
    }

    /** What is so in the minute that holds this instant. */
    public Truth truth(Instant instant) {
        long minute = Math.floorDiv(instant.getEpochSecond(), 60);
        return new Truth(
                days.activityAt(minute),
                days.isWornAt(minute),
                Arrays.stream(heartRate.perSecond(minute)).average().orElseThrow(),
                beats.rmssdMs(minute),
                strain.heart(minute * 60.0 + 30));
    }

    /** Every interval between beats in these whole minutes, none lost, in ms. */
    public int[] trueIntervalsMs(TimeWindow minutes) {
        return minutesOf(minutes)
                .mapToObj(beats::intervalsMs)
                .flatMapToInt(Arrays::stream)
                .toArray();
    }

    /** What the device senses and notes in these whole minutes. While it is off the wrist, its sensors are silent. */
    public List<Channel> channels(TimeWindow minutes) {
        var channels = new ArrayList<Channel>();
        var worn = new ArrayList<Long>();
        minutesOf(minutes).forEach(minute -> {
            channels.addAll(notices.at(minute));
            if (days.isWornAt(minute)) {
                worn.add(minute);
            } else {
                channels.addAll(wrist.channels(worn));
                worn.clear();
            }
        });
        channels.addAll(wrist.channels(worn));
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
