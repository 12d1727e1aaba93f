package org.handrail.devicesim.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.handrail.signals.TimeWindow;

/**
 * The counter of a watch that counts by one and may lose its count in a restart. Frames are counted slice by slice from the
 * start on, and how many each slice held is remembered; so the number of a frame is the same whoever asks first. Frames of
 * one length and of another are counted apart. Any thread may ask.
 */
final class Numbering {

    private static final Duration SLICE = Duration.ofMinutes(10);
    private static final long FIRST_START = 1L << 32;

    /** From one start of the firmware to the next. */
    private record Run(Instant from, Fault.Restart after, long base) {}

    private final Instant start;
    private final BiFunction<TimeWindow, Duration, Stream<Outgoing>> made;
    private final List<Run> restarts;

    /** By the length of frames and the number of a slice: how many frames each run had made before it. Guarded by this. */
    private final Map<Duration, NavigableMap<Long, long[]>> before = new HashMap<>();

    /** @param made what the watch makes within a window, in order */
    Numbering(FaultPlan plan, Instant start, BiFunction<TimeWindow, Duration, Stream<Outgoing>> made) {
        this.start = start;
        this.made = made;
        this.restarts = restarts(plan, start);
    }

    private static List<Run> restarts(FaultPlan plan, Instant start) {
        var runs = new ArrayList<Run>();
        long base = 0;
        var losing = plan.faults().stream()
                .filter(Fault.Restart.class::isInstance)
                .map(Fault.Restart.class::cast)
                .filter(restart -> restart.counter() != Fault.CounterAfter.GOES_ON)
                .sorted(Comparator.comparing(restart -> restart.when().until()))
                .toList();
        for (var restart : losing) {
            base += restart.counter() == Fault.CounterAfter.COUNTS_STARTS ? FIRST_START : 0;
            runs.add(new Run(restart.when().after(start).end(), restart, base));
        }
        return List.copyOf(runs);
    }

    Stream<Outgoing> within(TimeWindow window, Duration frameLength) {
        if (window.end().compareTo(start) <= 0) {
            return made.apply(window, frameLength);
        }
        var ahead = window.start().isBefore(start)
                ? made.apply(new TimeWindow(window.start(), start), frameLength)
                : Stream.<Outgoing>empty();
        var from = window.start().isBefore(start) ? start : window.start();
        return Stream.concat(
                ahead,
                Stream.iterate(sliceOf(from), slice -> startOf(slice).isBefore(window.end()), slice -> slice + 1)
                        .flatMap(slice -> numbered(slice, frameLength).stream())
                        .filter(outgoing -> window.contains(outgoing.madeAt())));
    }

    private List<Outgoing> numbered(long slice, Duration frameLength) {
        var counts = countsBefore(slice, frameLength).clone();
        var numbered = madeIn(slice, frameLength)
                .map(outgoing -> outgoing.isGone() ? outgoing : next(outgoing, counts))
                .toList();
        remember(slice + 1, frameLength, counts);
        return numbered;
    }

    private synchronized void remember(long slice, Duration frameLength, long[] counts) {
        known(frameLength).put(slice, counts);
    }

    private NavigableMap<Long, long[]> known(Duration frameLength) {
        return before.computeIfAbsent(frameLength, first -> new TreeMap<>(Map.of(0L, new long[restarts.size() + 1])));
    }

    private Outgoing next(Outgoing outgoing, long[] counts) {
        int run = runOf(outgoing.madeAt());
        long number = counts[run]++;
        var numbered = outgoing.numbered(baseOf(run) + number);
        boolean isUsed = false;
        for (int earlier = 0; earlier < run; earlier++) {
            isUsed |= baseOf(earlier) == baseOf(run) && counts[earlier] > number;
        }
        return isUsed ? numbered.marked(restarts.get(run - 1).after(), FaultLog.Effect.COUNTER_USED_TWICE) : numbered;
    }

    private synchronized long[] countsBefore(long slice, Duration frameLength) {
        var known = known(frameLength);
        var last = known.floorEntry(slice);
        long[] counts = last.getValue();
        for (long next = last.getKey(); next < slice; next++) {
            long[] counted = Arrays.copyOf(counts, counts.length);
            madeIn(next, frameLength)
                    .filter(outgoing -> !outgoing.isGone())
                    .forEach(outgoing -> counted[runOf(outgoing.madeAt())]++);
            counts = counted;
            known.put(next + 1, counts);
        }
        return counts;
    }

    private Stream<Outgoing> madeIn(long slice, Duration frameLength) {
        return made.apply(new TimeWindow(startOf(slice), startOf(slice + 1)), frameLength);
    }

    private int runOf(Instant madeAt) {
        int run = 0;
        while (run < restarts.size() && !restarts.get(run).from().isAfter(madeAt)) {
            run++;
        }
        return run;
    }

    private long baseOf(int run) {
        return run == 0 ? 0 : restarts.get(run - 1).base();
    }

    private long sliceOf(Instant instant) {
        return Duration.between(start, instant).dividedBy(SLICE);
    }

    private Instant startOf(long slice) {
        return start.plus(SLICE.multipliedBy(slice));
    }
}
