package org.handrail.analytics.detection;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.handrail.analytics.episode.MacdEpisodes;
import org.handrail.analytics.episode.StretchTracker;

/** The course of the likelihood and the stretch under way, as bytes. */
final class EpisodeBytes {

    private EpisodeBytes() {}

    static void write(DataOutputStream out, MacdEpisodes course) throws IOException {
        out.writeInt(course.minute());
        LearntBytes.writeDoubles(out, doubles(course.likelihoods()));
        out.writeBoolean(course.last().isPresent());
        if (course.last().isPresent()) {
            var last = course.last().get();
            out.writeDouble(last.smoothed());
            out.writeDouble(last.fast());
            out.writeDouble(last.slow());
            out.writeDouble(last.signal());
        }
        out.writeShort(course.curve().size());
        for (var point : course.curve()) {
            out.writeInt(point.minute());
            out.writeDouble(point.histogram());
            out.writeDouble(point.smoothed());
            out.writeBoolean(point.isKnown());
        }
        out.writeByte(course.peaks().size());
        for (var peak : course.peaks()) {
            out.writeInt(peak.minute());
            out.writeByte(peak.kind().ordinal());
        }
        out.writeInt(course.start());
    }

    static MacdEpisodes readCourse(DataInputStream in) throws IOException {
        int minute = in.readInt();
        var likelihoods = list(LearntBytes.readDoubles(in));
        Optional<MacdEpisodes.Averages> last = in.readBoolean()
                ? Optional.of(
                        new MacdEpisodes.Averages(in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble()))
                : Optional.empty();
        var curve = new ArrayList<MacdEpisodes.Point>();
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            curve.add(new MacdEpisodes.Point(in.readInt(), in.readDouble(), in.readDouble(), in.readBoolean()));
        }
        var peaks = new ArrayList<MacdEpisodes.Peak>();
        for (int left = in.readUnsignedByte(); left > 0; left--) {
            peaks.add(new MacdEpisodes.Peak(in.readInt(), MacdEpisodes.Kind.values()[in.readUnsignedByte()]));
        }
        return new MacdEpisodes(minute, likelihoods, last, curve, peaks, in.readInt());
    }

    static void write(DataOutputStream out, StretchTracker tracker) throws IOException {
        out.writeDouble(tracker.level());
        out.writeByte(tracker.recent().size());
        for (var known : tracker.recent()) {
            out.writeLong(known.minuteMs());
            out.writeDouble(known.likelihood());
        }
        out.writeLong(tracker.endedMs());
        out.writeBoolean(tracker.open().isPresent());
        if (tracker.open().isPresent()) {
            var stretch = tracker.open().get();
            out.writeLong(stretch.startMs());
            out.writeDouble(stretch.openedAtLevel());
            out.writeLong(stretch.peakMs());
            out.writeDouble(stretch.peak());
            out.writeInt(stretch.easedInARow());
            out.writeInt(stretch.unknownInARow());
            out.writeBoolean(stretch.silent());
        }
    }

    static StretchTracker readStretch(DataInputStream in) throws IOException {
        double level = in.readDouble();
        var recent = new ArrayList<StretchTracker.Known>();
        for (int left = in.readUnsignedByte(); left > 0; left--) {
            recent.add(new StretchTracker.Known(in.readLong(), in.readDouble()));
        }
        long ended = in.readLong();
        Optional<StretchTracker.Stretch> open = in.readBoolean()
                ? Optional.of(new StretchTracker.Stretch(
                        in.readLong(),
                        in.readDouble(),
                        in.readLong(),
                        in.readDouble(),
                        in.readInt(),
                        in.readInt(),
                        in.readBoolean()))
                : Optional.empty();
        return new StretchTracker(level, recent, ended, open);
    }

    private static double[] doubles(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static List<Double> list(double[] values) {
        var list = new ArrayList<Double>();
        for (double value : values) {
            list.add(value);
        }
        return list;
    }
}
