package org.handrail.analytics.detection;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.analytics.Why.Term;
import org.handrail.analytics.baseline.Baselines;
import org.handrail.analytics.baseline.CircadianBaseline;
import org.handrail.analytics.episode.StretchTracker;
import org.handrail.analytics.feature.BeatTrack;
import org.handrail.analytics.feature.SkinTrack;
import org.handrail.analytics.risk.MotionGate;
import org.handrail.analytics.risk.StressEvidence;
import org.handrail.signals.Decoded;
import org.handrail.signals.DeviceId;
import org.handrail.signals.DeviceStatus.Contact;
import org.handrail.signals.FrameCodec;
import org.handrail.signals.FrameId;
import org.handrail.signals.MenteeId;
import org.handrail.signals.SignalFrame;

/**
 * The state as compact bytes, exact to the last bit. The first byte is the codec's version, the method's version follows;
 * bytes of another version are never misread.
 */
public final class StateCodec {

    private static final int CODEC = 1;

    private StateCodec() {}

    public static byte[] encode(MenteeState state) {
        var bytes = new ByteArrayOutputStream(4_096);
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(CODEC);
            out.writeUTF(RiskMethod.VERSION);
            write(out, state);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Whether this codec and this method wrote the bytes. */
    public static boolean isOfThisMethod(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return in.readUnsignedByte() == CODEC && in.readUTF().equals(RiskMethod.VERSION);
        } catch (IOException notOurs) {
            return false;
        }
    }

    /** @throws IllegalArgumentException where the bytes are of another codec or method, or no whole state */
    public static MenteeState decode(byte[] bytes) {
        if (!isOfThisMethod(bytes)) {
            throw new IllegalArgumentException(
                    "The stored state is not of codec " + CODEC + " and method " + RiskMethod.VERSION);
        }
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            in.readUnsignedByte();
            in.readUTF();
            return read(in);
        } catch (IOException e) {
            throw new IllegalArgumentException("The stored state ends too soon", e);
        }
    }

    private static void write(DataOutputStream out, MenteeState state) throws IOException {
        out.writeUTF(state.mentee().toString());
        out.writeUTF(state.zone().getId());
        out.writeLong(state.streamTimeMs());
        out.writeLong(state.nextMinuteMs());
        out.writeByte(state.contact().ordinal());
        out.writeShort(state.pending().size());
        for (var frame : state.pending()) {
            writeFrame(out, frame);
        }
        out.writeByte(state.heard().size());
        for (var id : state.heard()) {
            out.writeUTF(id.device().value());
            out.writeLong(id.counter());
        }
        out.writeInt(state.beats().referenceMs());
        out.writeInt(state.beats().excludedInARow());
        writeSkin(out, state.skin().stored());
        out.writeDouble(state.gate().lnLow());
        out.writeDouble(state.gate().lnHigh());
        out.writeInt(state.gate().activeMinutes());
        out.writeInt(state.gate().recoveryLeft());
        out.writeByte(state.baselines().byFeature().size());
        for (var baseline : state.baselines().byFeature()) {
            writeDoubles(out, baseline.numbers());
        }
        writeStretch(out, state.stretch());
        writeEvidence(out, state.recentEvidence());
    }

    private static MenteeState read(DataInputStream in) throws IOException {
        var mentee = new MenteeId(UUID.fromString(in.readUTF()));
        var zone = ZoneId.of(in.readUTF());
        long streamTime = in.readLong();
        long nextMinute = in.readLong();
        var contact = Contact.values()[in.readUnsignedByte()];
        var pending = new ArrayList<SignalFrame>();
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            pending.add(readFrame(in));
        }
        var heard = new ArrayList<FrameId>();
        for (int left = in.readUnsignedByte(); left > 0; left--) {
            heard.add(new FrameId(new DeviceId(in.readUTF()), in.readLong()));
        }
        var beats = new BeatTrack(in.readInt(), in.readInt());
        var skin = readSkin(in);
        var gate = new MotionGate(in.readDouble(), in.readDouble(), in.readInt(), in.readInt());
        var baselines = new ArrayList<CircadianBaseline>();
        for (int left = in.readUnsignedByte(); left > 0; left--) {
            baselines.add(CircadianBaseline.of(readDoubles(in)));
        }
        return new MenteeState(
                mentee,
                zone,
                streamTime,
                nextMinute,
                pending,
                heard,
                contact,
                beats,
                skin,
                gate,
                new Baselines(baselines),
                readStretch(in),
                readEvidence(in));
    }

    private static void writeFrame(DataOutputStream out, SignalFrame frame) throws IOException {
        out.writeUTF(frame.id().device().value());
        out.writeUTF(frame.stream().topicName());
        byte[] payload = FrameCodec.encode(frame, FrameCodec.Format.CBOR);
        out.writeInt(payload.length);
        out.write(payload);
    }

    private static SignalFrame readFrame(DataInputStream in) throws IOException {
        var device = new DeviceId(in.readUTF());
        String stream = in.readUTF();
        var decoded = FrameCodec.decode(device, stream, in.readNBytes(in.readInt()));
        if (decoded instanceof Decoded.Accepted accepted) {
            return accepted.frame();
        }
        throw new IllegalArgumentException("The stored state holds a frame that cannot be read");
    }

    private static void writeSkin(DataOutputStream out, SkinTrack.Stored skin) throws IOException {
        out.writeDouble(skin.spacingMs());
        out.writeLong(skin.lastMs());
        out.writeDouble(skin.last());
        out.writeDouble(skin.beforeLast());
        out.writeLong(skin.count());
        out.writeBoolean(skin.rising());
        out.writeDouble(skin.trough());
        out.writeLong(skin.troughAt());
        out.writeDouble(skin.peak());
        out.writeLong(skin.peakAt());
        out.writeDouble(skin.beforePeak());
        writeDoubles(out, skin.ring());
    }

    private static SkinTrack readSkin(DataInputStream in) throws IOException {
        return SkinTrack.of(new SkinTrack.Stored(
                in.readDouble(),
                in.readLong(),
                in.readDouble(),
                in.readDouble(),
                in.readLong(),
                in.readBoolean(),
                in.readDouble(),
                in.readLong(),
                in.readDouble(),
                in.readLong(),
                in.readDouble(),
                readDoubles(in)));
    }

    private static void writeStretch(DataOutputStream out, StretchTracker tracker) throws IOException {
        out.writeDouble(tracker.level());
        writeDoubles(
                out, tracker.recent().stream().mapToDouble(Double::doubleValue).toArray());
        out.writeBoolean(tracker.open().isPresent());
        if (tracker.open().isPresent()) {
            var stretch = tracker.open().get();
            out.writeLong(stretch.startMs());
            out.writeDouble(stretch.openedAtLevel());
            out.writeInt(stretch.easedInARow());
            out.writeInt(stretch.unknownInARow());
            out.writeBoolean(stretch.silent());
        }
    }

    private static StretchTracker readStretch(DataInputStream in) throws IOException {
        double level = in.readDouble();
        var recent = new ArrayList<Double>();
        for (double likelihood : readDoubles(in)) {
            recent.add(likelihood);
        }
        Optional<StretchTracker.Stretch> open = in.readBoolean()
                ? Optional.of(new StretchTracker.Stretch(
                        in.readLong(), in.readDouble(), in.readInt(), in.readInt(), in.readBoolean()))
                : Optional.empty();
        return new StretchTracker(level, recent, open);
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
                terms.add(new Term(in.readUTF(), in.readDouble(), in.readDouble()));
            }
            minutes.add(new StressEvidence(likelihood, terms));
        }
        return minutes;
    }

    private static void writeDoubles(DataOutputStream out, double[] values) throws IOException {
        out.writeShort(values.length);
        for (double value : values) {
            out.writeDouble(value);
        }
    }

    private static double[] readDoubles(DataInputStream in) throws IOException {
        var values = new double[in.readUnsignedShort()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readDouble();
        }
        return values;
    }
}
