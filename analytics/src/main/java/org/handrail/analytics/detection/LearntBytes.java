package org.handrail.analytics.detection;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.handrail.analytics.Why.Term;
import org.handrail.analytics.baseline.Baselines;
import org.handrail.analytics.baseline.CircadianBaseline;
import org.handrail.analytics.detection.MenteeState.Learnt;
import org.handrail.analytics.feature.MinuteFeatures.Tracks;
import org.handrail.analytics.feature.heart.BeatTrack;
import org.handrail.analytics.feature.skin.ResponseSettings;
import org.handrail.analytics.feature.skin.SkinRise;
import org.handrail.analytics.feature.skin.SkinTrack;
import org.handrail.analytics.quality.WearTrack;
import org.handrail.analytics.risk.MotionGate;
import org.handrail.analytics.risk.StressEvidence;
import org.handrail.analytics.risk.UsualEvidence;
import org.handrail.analytics.sleep.SleepTrack;

/** What closed minutes have left behind, as bytes. */
final class LearntBytes {

    private LearntBytes() {}

    static void write(DataOutputStream out, Learnt learnt) throws IOException {
        writeBeats(out, learnt.tracks().beats().stored());
        writeDoubles(out, learnt.tracks().skin().numbers());
        out.writeDouble(learnt.tracks().rise().minutes());
        out.writeDouble(learnt.tracks().rise().lately());
        out.writeLong(learnt.tracks().wear().wornSinceMs());
        out.writeDouble(learnt.gate().lnLow());
        out.writeDouble(learnt.gate().lnHigh());
        out.writeInt(learnt.gate().restlessMinutes());
        out.writeInt(learnt.gate().activeMinutes());
        out.writeInt(learnt.gate().hardMinutes());
        out.writeInt(learnt.gate().recoveryLeft());
        learnt.sleep().write(out);
        out.writeByte(learnt.baselines().byFeature().size());
        for (var baseline : learnt.baselines().byFeature()) {
            writeDoubles(out, baseline.numbers());
        }
        out.writeDouble(learnt.usual().minutes());
        out.writeDouble(learnt.usual().mean());
        EpisodeBytes.write(out, learnt.course());
        EpisodeBytes.write(out, learnt.stretch());
        RiskMemoryBytes.write(out, learnt.risk());
        writeEvidence(out, learnt.recentEvidence());
    }

    static Learnt read(DataInputStream in) throws IOException {
        var beats = BeatTrack.of(readBeats(in));
        var skin = SkinTrack.of(ResponseSettings.STANDARD, readDoubles(in));
        var rise = new SkinRise(in.readDouble(), in.readDouble());
        var tracks = new Tracks(beats, skin, rise, new WearTrack(in.readLong()));
        var gate = new MotionGate(
                in.readDouble(), in.readDouble(), in.readInt(), in.readInt(), in.readInt(), in.readInt());
        var sleep = SleepTrack.read(in);
        var baselines = new ArrayList<CircadianBaseline>();
        for (int left = in.readUnsignedByte(); left > 0; left--) {
            baselines.add(CircadianBaseline.of(readDoubles(in)));
        }
        var usual = new UsualEvidence(in.readDouble(), in.readDouble());
        return new Learnt(
                tracks,
                gate,
                sleep,
                new Baselines(baselines),
                usual,
                EpisodeBytes.readCourse(in),
                EpisodeBytes.readStretch(in),
                RiskMemoryBytes.read(in),
                readEvidence(in));
    }

    /** Each beat as its interval and how much later it ended than the one before; two bytes each where they adjoin. */
    private static void writeBeats(DataOutputStream out, BeatTrack.Stored stored) throws IOException {
        out.writeInt(stored.reference());
        out.writeByte(stored.excludedInARow());
        out.writeByte(stored.stillMinutes());
        out.writeShort(stored.beats().size());
        long last = 0;
        for (var beat : stored.beats()) {
            long pause = beat.endTicks() - last - beat.rrTicks();
            int flags = (beat.isAccepted() ? 1 : 0) | (pause != 0 ? 2 : 0);
            writeVarint(out, (long) beat.rrTicks() << 2 | flags);
            if (pause != 0) {
                writeVarint(out, pause << 1 ^ pause >> 63);
            }
            last = beat.endTicks();
        }
    }

    private static BeatTrack.Stored readBeats(DataInputStream in) throws IOException {
        int reference = in.readInt();
        int excludedInARow = in.readUnsignedByte();
        int stillMinutes = in.readUnsignedByte();
        var beats = new ArrayList<BeatTrack.StoredBeat>();
        long last = 0;
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            long head = readVarint(in);
            int rr = (int) (head >> 2);
            long zigzag = (head & 2) != 0 ? readVarint(in) : 0;
            last += rr + (zigzag >>> 1 ^ -(zigzag & 1));
            beats.add(new BeatTrack.StoredBeat(last, rr, (head & 1) != 0));
        }
        return new BeatTrack.Stored(reference, excludedInARow, stillMinutes, beats);
    }

    private static void writeEvidence(DataOutputStream out, List<StressEvidence> minutes) throws IOException {
        out.writeByte(minutes.size());
        for (var minute : minutes) {
            out.writeDouble(minute.likelihood());
            out.writeByte(minute.terms().size());
            for (var term : minute.terms()) {
                out.writeUTF(term.feature());
                out.writeDouble(term.deviation());
                out.writeDouble(term.logOdds());
            }
        }
    }

    private static List<StressEvidence> readEvidence(DataInputStream in) throws IOException {
        var minutes = new ArrayList<StressEvidence>();
        for (int left = in.readUnsignedByte(); left > 0; left--) {
            double likelihood = in.readDouble();
            var terms = new ArrayList<Term>();
            for (int more = in.readUnsignedByte(); more > 0; more--) {
                terms.add(new Term(in.readUTF().intern(), in.readDouble(), in.readDouble()));
            }
            minutes.add(new StressEvidence(likelihood, terms));
        }
        return minutes;
    }

    static void writeDoubles(DataOutputStream out, double[] values) throws IOException {
        out.writeShort(values.length);
        for (double value : values) {
            out.writeDouble(value);
        }
    }

    static double[] readDoubles(DataInputStream in) throws IOException {
        var values = new double[in.readUnsignedShort()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readDouble();
        }
        return values;
    }

    private static void writeVarint(DataOutputStream out, long value) throws IOException {
        long left = value;
        while ((left & ~0x7FL) != 0) {
            out.writeByte((int) (left & 0x7F | 0x80));
            left >>>= 7;
        }
        out.writeByte((int) left);
    }

    private static long readVarint(DataInputStream in) throws IOException {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int part = in.readUnsignedByte();
            value |= (part & 0x7FL) << shift;
            if (part < 0x80) {
                return value;
            }
        }
        throw new IOException("A number in the stored state is too long");
    }
}
