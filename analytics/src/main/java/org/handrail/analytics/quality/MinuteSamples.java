package org.handrail.analytics.quality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.handrail.signals.Beats;
import org.handrail.signals.Series;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.StreamKind;

/**
 * What is believable of one minute, gathered from frames in any order: series samples by the time they were taken, beats by
 * the time they ended. Two samples of one stream at the same instant count once.
 */
public final class MinuteSamples {

    private static final long MINUTE_MS = 60_000;

    private final long startMs;
    private final Map<StreamKind, List<Sample>> series = new EnumMap<>(StreamKind.class);
    private final List<Beat> beats = new ArrayList<>();

    private record Sample(long timeMs, double value, double spacingMs) {}

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
        minute.beats.sort(Comparator.comparingLong(Beat::endMs).thenComparingInt(Beat::rrMs));
        return minute;
    }

    public long startMs() {
        return startMs;
    }

    public List<Beat> beats() {
        return beats;
    }

    public Samples of(StreamKind stream) {
        List<Sample> samples = series.getOrDefault(stream, List.of());
        if (samples.isEmpty()) {
            return Samples.NONE;
        }
        samples.sort(Comparator.comparingLong(Sample::timeMs).thenComparingDouble(Sample::value));
        var once = new ArrayList<Sample>(samples.size());
        double coveredMs = 0;
        for (var sample : samples) {
            if (once.isEmpty() || once.get(once.size() - 1).timeMs < sample.timeMs) {
                once.add(sample);
                coveredMs += sample.spacingMs;
            }
        }
        return new Samples(
                once.stream().mapToLong(Sample::timeMs).toArray(),
                once.stream().mapToDouble(Sample::value).toArray(),
                once.get(once.size() - 1).spacingMs,
                Math.min(1, coveredMs / MINUTE_MS));
    }

    private boolean holds(long timeMs) {
        return timeMs >= startMs && timeMs < startMs + MINUTE_MS;
    }

    private void addSeries(SignalFrame frame, Series content) {
        double spacingMs = content.spacing().toNanos() / 1e6;
        long first = frame.sampledAt().toEpochMilli();
        var samples = series.computeIfAbsent(frame.stream(), stream -> new ArrayList<>());
        for (int i = 0; i < content.size(); i++) {
            long timeMs = first + Math.round(i * spacingMs);
            double value = content.valueAt(i);
            if (holds(timeMs) && Believable.isBelievable(frame.stream(), value)) {
                samples.add(new Sample(timeMs, value, spacingMs));
            }
        }
    }

    private void addBeats(SignalFrame frame, Beats content) {
        long endMs = frame.sampledAt().toEpochMilli();
        for (int i = 0; i < content.entries().size(); i++) {
            int entry = content.entries().at(i);
            endMs += Math.abs(entry);
            if (entry > 0 && holds(endMs)) {
                beats.add(new Beat(endMs, entry));
            }
        }
    }
}
