package org.handrail.devicesim.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.stream.Stream;
import org.handrail.devicesim.FrameSource;
import org.handrail.devicesim.publish.Wrapping;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.TimeWindow;

/**
 * A source with the faults of a plan. First those of the wrist change what is measured, then the watch's clock dates it, the
 * watch numbers it, and last the way out holds it up, loses it or doubles it:
 *
 * <pre>{@code
 * var wrist = FaultPlan.of(7, new Fault.NetworkLoss(new Span(Duration.ofHours(2), Duration.ofHours(3)))).over(wearer, start);
 * var watch = new Watch(credential, settings, wrist.wrapping(Wrapping.plain(Format.CBOR)), policy, clock, scheduler);
 * publisher.add(new Feed(wrist, watch), start);
 * }</pre>
 *
 * <p>Only payloads are spoilt later, where the watch {@linkplain #wrapping wraps} a frame. Any thread may ask.
 */
public final class FaultyWrist implements FrameSource {

    private static final Duration SLICE = Duration.ofHours(1);
    private static final Comparator<Outgoing> IN_ORDER =
            Comparator.<Outgoing, Instant>comparing(Outgoing::sentAt).thenComparing(Outgoing::order);

    private final FrameSource source;
    private final FaultPlan plan;
    private final Instant start;
    private final ToldAtOnce toldAtOnce;
    private final ContentFaults content;
    private final WatchTime time;
    private final Numbering numbering;
    private final Delivery delivery;

    FaultyWrist(FrameSource source, FaultPlan plan, Instant start) {
        this.source = source;
        this.plan = plan;
        this.start = start;
        this.toldAtOnce = new ToldAtOnce(source, plan, start);
        this.content = new ContentFaults(plan, start);
        this.time = new WatchTime(plan, start);
        this.numbering = new Numbering(plan, start, this::made);
        this.delivery = new Delivery(plan, start);
    }

    /**
     * The frames that go out within the window, in the order in which they do. Asking for {@code [a, b)} and then for
     * {@code [b, c)} gives what asking for {@code [a, c)} gives.
     */
    @Override
    public Stream<SignalFrame> frames(TimeWindow sentWithin, Duration frameLength) {
        return sent(sentWithin, frameLength)
                .filter(outgoing -> !outgoing.isGone())
                .map(Outgoing::frame);
    }

    /** What the faults do to the frames that go out within the window, or would have. */
    public FaultLog log(TimeWindow sentWithin, Duration frameLength) {
        var deeds = new ArrayList<FaultLog.Deed>();
        var spoiling = new Spoiling(plan, start, frame -> {
            throw new IllegalStateException("A log sends nothing");
        });
        sent(sentWithin, frameLength)
                .map(outgoing -> outgoing.isGone()
                        ? outgoing
                        : spoiling.striking(outgoing.frame())
                                .map(fault -> outgoing.marked(fault, FaultLog.Effect.CORRUPTED))
                                .orElse(outgoing))
                .forEach(outgoing -> outgoing.marks().forEach(mark -> deeds.add(deed(mark, outgoing))));
        return new FaultLog(deeds);
    }

    /** How a watch that has these faults writes frames down. */
    public Wrapping wrapping(Wrapping sound) {
        return new Spoiling(plan, start, sound);
    }

    private Stream<Outgoing> sent(TimeWindow window, Duration frameLength) {
        return Stream.iterate(window.start(), from -> from.isBefore(window.end()), from -> from.plus(SLICE))
                .flatMap(from -> {
                    var until = from.plus(SLICE).isBefore(window.end()) ? from.plus(SLICE) : window.end();
                    return sentInOrder(new TimeWindow(from, until), frameLength);
                });
    }

    private Stream<Outgoing> sentInOrder(TimeWindow slice, Duration frameLength) {
        var madeWithin = new TimeWindow(delivery.madeFrom(slice), slice.end());
        var made = plan.countsByOne() ? numbering.within(madeWithin, frameLength) : made(madeWithin, frameLength);
        return made.flatMap(delivery::send)
                .filter(outgoing -> slice.contains(outgoing.sentAt()))
                .sorted(IN_ORDER);
    }

    /** What the watch makes, dated but not yet numbered, in order. */
    private Stream<Outgoing> made(TimeWindow madeWithin, Duration frameLength) {
        return Stream.concat(
                        source.frames(madeWithin, frameLength).map(Outgoing::of),
                        toldAtOnce.within(madeWithin, frameLength))
                .sorted(Comparator.comparing(Outgoing::order))
                .map(outgoing -> outgoing.madeAt().isBefore(start) ? outgoing : time.on(content.on(outgoing)));
    }

    private static FaultLog.Deed deed(Outgoing.Mark mark, Outgoing outgoing) {
        var frame = outgoing.frame();
        return new FaultLog.Deed(mark.fault(), mark.effect(), frame.id(), frame.stream(), outgoing.sentAt());
    }
}
