package org.handrail.companion.wristfault;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.handrail.devicesim.FrameCutter;
import org.handrail.devicesim.FrameSource;
import org.handrail.devicesim.fault.FaultLog;
import org.handrail.devicesim.fault.FaultPlan;
import org.handrail.devicesim.fault.FaultyWrist;
import org.handrail.devicesim.physiology.Activity;
import org.handrail.devicesim.physiology.Stretch;
import org.handrail.devicesim.physiology.Wearer;
import org.handrail.devicesim.physiology.WearerSettings;
import org.handrail.devicesim.publish.Watch;
import org.handrail.devicesim.publish.Wrapping;
import org.handrail.ingest.DeviceOverview;
import org.handrail.ingest.StreamFellSilent;
import org.handrail.ingest.StreamResumed;
import org.handrail.signals.DeviceId;
import org.handrail.signals.FrameCodec.Format;
import org.handrail.signals.MenteeId;
import org.handrail.signals.StreamKind;
import org.handrail.signals.TimeWindow;

/** A seated wearer with a faulty watch, whose frames go through the way in minute by minute. */
final class Wrist implements AutoCloseable {

    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final Duration ON_THE_WAY = Duration.ofMillis(200);

    private final WayIn wayIn;
    private final Instant start;
    private final FaultyWrist frames;
    private final Watch watch;

    final MenteeId mentee;
    final DeviceId device;

    private Instant playedUntil;
    private long sent;

    Wrist(WayIn wayIn, FaultPlan plan) {
        this.wayIn = wayIn;
        this.start = wayIn.clock.instant();
        this.playedUntil = start;
        this.mentee = wayIn.someMentee();
        var paired = wayIn.pair(mentee);
        this.device = paired.device();
        var seated =
                new Stretch(new TimeWindow(start.minusSeconds(7_200), start.plusSeconds(172_800)), Activity.SEATED);
        var wearer = new Wearer(WearerSettings.quiet(device, 5, ZoneOffset.UTC).withFixed(List.of(seated)));
        FrameSource putOnAtTheStart = (within, length) ->
                wearer.frames(within, length).filter(frame -> !frame.sampledAt().isBefore(start));
        this.frames = plan.over(putOnAtTheStart, start);
        this.watch = wayIn.watch(paired, frames.wrapping(Wrapping.plain(Format.CBOR)));
    }

    /** Until so many minutes after the start; each minute's frames have been dealt with before the next minute comes. */
    Wrist playUntil(long minute) throws InterruptedException {
        while (playedUntil.isBefore(minute(minute))) {
            var next = playedUntil.plus(A_MINUTE);
            // What is complete at the turn of the minute goes out with it.
            var from = playedUntil.equals(start) ? start : playedUntil.plusMillis(1);
            var due = new TimeWindow(from, next.plusMillis(1));
            var going = frames.frames(due, FrameCutter.BACKLOG).toList();
            wayIn.clock.set(next.plus(ON_THE_WAY));
            long dealtWith = wayIn.dealtWith();
            for (var frame : going) {
                watch.publish(frame);
            }
            wayIn.awaitDealtWith(dealtWith + going.size());
            sent += going.size();
            playedUntil = next;
        }
        return this;
    }

    Instant minute(long minute) {
        return start.plus(A_MINUTE.multipliedBy(minute));
    }

    long sent() {
        return sent;
    }

    /** The truth, as far as it was played. */
    FaultLog log() {
        return frames.log(new TimeWindow(start, playedUntil.plusMillis(1)), FrameCutter.BACKLOG);
    }

    DeviceOverview overview() {
        return wayIn.overview(mentee);
    }

    /** The streams that fell silent after they were last heard in that minute or later. */
    List<StreamKind> fellSilent(long minute) {
        return wayIn.told(StreamFellSilent.class).stream()
                .filter(silent -> silent.device().equals(device))
                .filter(silent -> !silent.since().isBefore(minute(minute)))
                .map(StreamFellSilent::stream)
                .toList();
    }

    /** The streams that were heard again in that minute or later. */
    List<StreamKind> resumed(long minute) {
        return wayIn.told(StreamResumed.class).stream()
                .filter(resumed -> resumed.device().equals(device))
                .filter(resumed -> !resumed.at().isBefore(minute(minute)))
                .map(StreamResumed::stream)
                .toList();
    }

    void awaitTold(Runnable assertion) {
        await().atMost(Duration.ofSeconds(10)).untilAsserted(assertion::run);
    }

    @Override
    public void close() {
        watch.close();
    }
}
