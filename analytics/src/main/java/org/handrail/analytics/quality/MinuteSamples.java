package org.handrail.analytics.quality;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.handrail.signals.Beats;
import org.handrail.signals.Series;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.StreamKind;

/**
 * One minute's samples, gathered from frames in any order: series samples by the time they were taken, in [start, end), beats
 * by the time they ended, in (start, end]. Two samples of one stream at the same instant count once.
 */
public final class MinuteSamples {

    private static final long MINUTE_MS = 60_000;

    private final long startMs;
    private final Map<StreamKind, SampleColumn> series = new EnumMap<>(StreamKind.class);
    private final MinuteBeats beats = new MinuteBeats();

    private MinuteSamples(long startMs) {
        this.startMs = startMs;
    }

    /** Gathers the minute that starts at {@code startMs} from the frames that touch it. */
    public static MinuteSamples gather(long startMs, List<SignalFrame> frames) {
        var minute = new MinuteSamples(startMs);
        for (var frame : frames) {
            if (frame.content() instanceof Series content) {
                minute.addSeries(frame, content);
            } else if (frame.content() instanceof Beats content) {
                minute.addBeats(frame, content);
            }
        }
        return minute;
    }

    public long startMs() {
        return startMs;
    }

    public MinuteBeats beats() {
        return beats;
    }

    /**
     * What can be believed of a stream; of skin conductance, which has rules of its own, all that the device sent, NaN where it
     * says that it has none.
     */
    public Samples of(StreamKind stream) {
        var column = series.get(stream);
        return column == null ? Samples.NONE : column.samples(MINUTE_MS);
    }

    private void addSeries(SignalFrame frame, Series content) {
        double spacingMs = content.spacing().toNanos() / 1e6;
        long first = frame.sampledAt().toEpochMilli();
        var range = Believable.of(frame.stream());
        long endMs = startMs + MINUTE_MS;
        var column = series.computeIfAbsent(
                frame.stream(), stream -> new SampleColumn((int) Math.min(4_096, MINUTE_MS / spacingMs) + 1));
        for (int i = 0; i < content.size(); i++) {
            long timeMs = first + Math.round(i * spacingMs);
            if (timeMs >= startMs && timeMs < endMs) {
                double value = content.valueAt(i);
                if (range.holds(value)) {
                    column.add(timeMs, value, spacingMs);
                }
            }
        }
    }

    private void addBeats(SignalFrame frame, Beats content) {
        long endMs = frame.sampledAt().toEpochMilli();
        for (int i = 0; i < content.entries().size(); i++) {
            int entry = content.entries().at(i);
            endMs += Math.abs(entry);
            if (entry > 0 && endMs > startMs && endMs <= startMs + MINUTE_MS) {
                beats.add(endMs, entry);
            }
        }
    }
}
