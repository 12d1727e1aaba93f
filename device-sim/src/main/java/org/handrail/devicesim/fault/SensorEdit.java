package org.handrail.devicesim.fault;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.handrail.signals.Beats;
import org.handrail.signals.FrameContent;
import org.handrail.signals.IntList;
import org.handrail.signals.Series;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.TimeWindow;

/** Changes what lies within some windows of a sensor's frame, and nothing beside it. */
final class SensorEdit {

    /** Another sample for that at this instant; NaN for none. */
    @FunctionalInterface
    interface Sample {
        double at(Instant instant, double value);
    }

    private SensorEdit() {}

    static SignalFrame with(SignalFrame frame, FrameContent content) {
        return new SignalFrame(frame.id(), frame.stream(), frame.sampledAt(), content);
    }

    /** Missing samples stay missing. */
    static Series samples(Series series, Instant start, List<TimeWindow> windows, Sample edit) {
        int[] ticks = series.ticks().toArray();
        long spacingNs = series.spacing().toNanos();
        for (int i = 0; i < ticks.length; i++) {
            var at = start.plusNanos(spacingNs * i);
            if (ticks[i] != Series.MISSING && windows.stream().anyMatch(window -> window.contains(at))) {
                double value = edit.at(at, series.valueAt(i));
                ticks[i] =
                        Double.isNaN(value) ? Series.MISSING : Math.toIntExact(Math.round(value / series.resolution()));
            }
        }
        return new Series(series.spacing(), series.resolution(), IntList.of(ticks));
    }

    static Series blank(Series series, Instant start, List<TimeWindow> windows) {
        return samples(series, start, windows, (at, value) -> Double.NaN);
    }

    /** Intervals that touch a window become a gap; the span stays what it was. */
    static Beats without(Beats beats, Instant start, List<TimeWindow> windows) {
        var entries = new ArrayList<Integer>();
        long at = start.toEpochMilli();
        int lost = 0;
        for (int entry : beats.entries().toArray()) {
            var span = new TimeWindow(Instant.ofEpochMilli(at), Instant.ofEpochMilli(at + Math.abs(entry)));
            at += Math.abs(entry);
            if (entry > 0 && windows.stream().anyMatch(window -> window.overlaps(span))) {
                lost += entry;
            } else {
                if (lost > 0) {
                    entries.add(-lost);
                    lost = 0;
                }
                entries.add(entry);
            }
        }
        if (lost > 0) {
            entries.add(-lost);
        }
        return Beats.of(entries.stream().mapToInt(Integer::intValue).toArray());
    }

    static boolean isEmpty(FrameContent content) {
        return content instanceof Series series && series.ticks().stream().allMatch(tick -> tick == Series.MISSING)
                || content instanceof Beats beats && beats.entries().stream().allMatch(entry -> entry < 0);
    }
}
