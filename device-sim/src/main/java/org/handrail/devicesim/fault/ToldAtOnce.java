package org.handrail.devicesim.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.handrail.devicesim.FrameCutter;
import org.handrail.devicesim.FrameSource;
import org.handrail.signals.FrameId;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.StreamKind;
import org.handrail.signals.TimeWindow;

/** The status that a watch tells at once when it is taken off or put on: the last that the source told, dated anew. Pure. */
final class ToldAtOnce {

    /** What a watch has not said of itself within this time it does not say now. */
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private record Turn(Fault fault, Instant at) {}

    private final FrameSource source;
    private final List<Turn> turns;

    ToldAtOnce(FrameSource source, FaultPlan plan, Instant start) {
        this.source = source;
        this.turns = plan.faults().stream()
                .filter(fault -> fault instanceof Fault.OffWrist || fault instanceof Fault.Charging)
                .flatMap(fault -> {
                    var span = fault.when().after(start);
                    return Stream.of(new Turn(fault, span.start()), new Turn(fault, span.end()));
                })
                .toList();
    }

    Stream<Outgoing> within(TimeWindow window, Duration frameLength) {
        return IntStream.range(0, turns.size())
                .filter(i -> window.contains(turns.get(i).at()))
                .boxed()
                .flatMap(i -> told(turns.get(i), i, frameLength).stream());
    }

    private Optional<Outgoing> told(Turn turn, int place, Duration frameLength) {
        var before = new TimeWindow(turn.at().minus(REMEMBERED), turn.at());
        return source.frames(before, frameLength)
                .filter(frame -> frame.stream() == StreamKind.DEVICE_STATUS)
                .reduce((earlier, later) -> later)
                .map(last -> Outgoing.of(again(last, turn.at(), place)).marked(turn.fault(), FaultLog.Effect.ADDED));
    }

    /** Six in one millisecond would meet; no plan turns so often at once. */
    private static SignalFrame again(SignalFrame last, Instant at, int place) {
        var id = new FrameId(last.id().device(), FrameCutter.spareCounterOf(at, place % 6));
        return new SignalFrame(id, last.stream(), at, last.content());
    }
}
