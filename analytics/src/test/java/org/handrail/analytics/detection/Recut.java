package org.handrail.analytics.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.handrail.signals.Beats;
import org.handrail.signals.FrameContent;
import org.handrail.signals.FrameId;
import org.handrail.signals.IntList;
import org.handrail.signals.Series;
import org.handrail.signals.SignalFrame;

/** The same samples in other frames: cut in two at random places, or several as one. */
final class Recut {

    private final SplittableRandom random;
    private long counter;

    Recut(long seed) {
        random = new SplittableRandom(seed);
    }

    List<SignalFrame> cut(List<SignalFrame> frames) {
        var pieces = new ArrayList<SignalFrame>();
        for (var frame : frames) {
            if (frame.content() instanceof Series series && series.size() > 1) {
                int at = 1 + random.nextInt(series.size() - 1);
                var first = Series.of(series.spacing(), series.resolution(), values(series, 0, at));
                pieces.add(piece(frame, first, 0));
                pieces.add(piece(
                        frame,
                        Series.of(series.spacing(), series.resolution(), values(series, at, series.size())),
                        first.span().toMillis()));
            } else if (frame.content() instanceof Beats beats && beats.entries().size() > 1) {
                int[] entries = beats.entries().stream().toArray();
                int at = 1 + random.nextInt(entries.length - 1);
                var first = Beats.of(Arrays.copyOfRange(entries, 0, at));
                pieces.add(piece(frame, first, 0));
                pieces.add(piece(
                        frame,
                        Beats.of(Arrays.copyOfRange(entries, at, entries.length)),
                        first.span().toMillis()));
            } else {
                pieces.add(piece(frame, frame.content(), 0));
            }
        }
        return pieces;
    }

    /** Runs of so many frames of a stream as one frame each, in the order of their ends. */
    static List<SignalFrame> joined(List<SignalFrame> frames, int count) {
        var byStream = frames.stream().collect(Collectors.groupingBy(SignalFrame::stream));
        var joined = new ArrayList<SignalFrame>();
        for (var ofStream : byStream.values()) {
            for (int from = 0; from + count <= ofStream.size(); from += count) {
                joined.add(join(ofStream.subList(from, from + count)));
            }
        }
        joined.sort(Comparator.comparing(SignalFrame::endsAt).thenComparing(SignalFrame::stream));
        return joined;
    }

    private static SignalFrame join(List<SignalFrame> run) {
        var first = run.get(0);
        FrameContent content = first.content() instanceof Series series
                ? new Series(
                        series.spacing(),
                        series.resolution(),
                        IntList.of(run.stream()
                                .flatMapToInt(frame -> ((Series) frame.content()).ticks().stream())
                                .toArray()))
                : new Beats(IntList.of(run.stream()
                        .flatMapToInt(frame -> ((Beats) frame.content()).entries().stream())
                        .toArray()));
        return new SignalFrame(first.id(), first.stream(), first.sampledAt(), content);
    }

    private SignalFrame piece(SignalFrame whole, FrameContent content, long laterMs) {
        return new SignalFrame(
                new FrameId(whole.id().device(), counter++),
                whole.stream(),
                whole.sampledAt().plusMillis(laterMs),
                content);
    }

    private static double[] values(Series series, int from, int to) {
        var values = new double[to - from];
        Arrays.setAll(values, i -> series.valueAt(from + i));
        return values;
    }
}
