package org.handrail.analytics.detection;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.handrail.signals.Decoded;
import org.handrail.signals.DeviceId;
import org.handrail.signals.DeviceStatus.Contact;
import org.handrail.signals.FrameCodec;
import org.handrail.signals.FrameId;
import org.handrail.signals.MenteeId;
import org.handrail.signals.SignalFrame;

/**
 * The state as compact bytes, exact to the last bit. The first byte is the codec's version, the method's version follows;
 * bytes of another version are never misread. What follows is deflated: the waiting frames repeat themselves.
 */
public final class StateCodec {

    private static final int CODEC = 3;

    private StateCodec() {}

    public static byte[] encode(MenteeState state) {
        var bytes = new ByteArrayOutputStream(8_192);
        var fast = new Deflater(Deflater.BEST_SPEED);
        try (var out = new DataOutputStream(bytes);
                var body = new DataOutputStream(new DeflaterOutputStream(bytes, fast))) {
            out.writeByte(CODEC);
            out.writeUTF(RiskMethod.VERSION);
            write(body, state);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            fast.end();
        }
        return bytes.toByteArray();
    }

    /** What this build writes, and all that it reads. */
    public static StateVersion version() {
        return new StateVersion(CODEC, RiskMethod.VERSION);
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
            return read(new DataInputStream(new InflaterInputStream(in)));
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
        out.writeShort(state.words().size());
        for (var frame : state.words()) {
            writeFrame(out, frame);
        }
        out.writeByte(state.heard().size());
        for (var id : state.heard()) {
            out.writeUTF(id.device().value());
            out.writeLong(id.counter());
        }
        LearntBytes.write(out, state.learnt());
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
        var words = new ArrayList<SignalFrame>();
        for (int left = in.readUnsignedShort(); left > 0; left--) {
            words.add(readFrame(in));
        }
        var heard = new ArrayList<FrameId>();
        for (int left = in.readUnsignedByte(); left > 0; left--) {
            heard.add(new FrameId(new DeviceId(in.readUTF()), in.readLong()));
        }
        return new MenteeState(
                mentee, zone, streamTime, nextMinute, pending, words, heard, contact, LearntBytes.read(in));
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
}
