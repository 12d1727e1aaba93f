package org.handrail.devicesim.fault;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.handrail.devicesim.FrameCutter;
import org.handrail.devicesim.FrameSource;
import org.handrail.devicesim.physiology.Activity;
import org.handrail.devicesim.physiology.Stretch;
import org.handrail.devicesim.physiology.Wearer;
import org.handrail.devicesim.physiology.WearerSettings;
import org.handrail.signals.DeviceId;
import org.handrail.signals.FrameContent;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.StreamKind;
import org.handrail.signals.TimeWindow;

/** Somebody who sits with a watch on for eight hours, and what a watch with faults makes of it. */
final class Worn {

    static final Instant START = Instant.parse("2026-05-12T12:00:00Z");
    static final TimeWindow DAY = new TimeWindow(START, START.plus(Duration.ofHours(8)));
    static final Duration LENGTH = FrameCutter.BACKLOG;

    private static final TimeWindow SEATED =
            new TimeWindow(DAY.start().minusSeconds(7_200), DAY.end().plusSeconds(7_200));
    private static final List<SignalFrame> ALL = new Wearer(
                    WearerSettings.quiet(new DeviceId("wrist-0001"), 5, ZoneOffset.UTC)
                            .withFixed(List.of(new Stretch(SEATED, Activity.SEATED))))
            .frames(SEATED, LENGTH)
            .toList();

    /** Has its frames ready, since it is asked very often. */
    static final FrameSource WEARER =
            (window, length) -> ALL.stream().filter(frame -> window.contains(FrameCutter.completeAt(frame)));

    private static final List<SignalFrame> SOUND = WEARER.frames(DAY, LENGTH).toList();

    private Worn() {}

    static List<SignalFrame> sound() {
        return SOUND;
    }

    static FaultyWrist with(Fault... faults) {
        return FaultPlan.of(11, faults).over(WEARER, START);
    }

    static List<SignalFrame> frames(FaultyWrist wrist) {
        return wrist.frames(DAY, LENGTH).toList();
    }

    /** Minutes from the start. */
    static Span span(long from, long until) {
        return new Span(Duration.ofMinutes(from), Duration.ofMinutes(until));
    }

    static Instant minute(long minute) {
        return START.plus(Duration.ofMinutes(minute));
    }

    static <C extends FrameContent> Stream<C> contents(List<SignalFrame> frames, StreamKind stream, Class<C> shape) {
        return frames.stream()
                .filter(frame -> frame.stream() == stream)
                .map(SignalFrame::content)
                .map(shape::cast);
    }
}
