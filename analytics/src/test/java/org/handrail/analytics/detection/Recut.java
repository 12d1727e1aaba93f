package org.handrail.analytics.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.handrail.signals.Beats;
import org.handrail.signals.FrameContent;
import org.handrail.signals.FrameId;
import org.handrail.signals.Series;
import org.handrail.signals.SignalFrame;

/** The same samples in other frames: each frame is cut in two at a random place. */
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
