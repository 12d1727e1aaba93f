package org.handrail.signals;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads the frames that nearly all are, runs of numbers in plain CBOR, straight from their bytes: at 20,000 frames a second
 * a tree of nodes for each number is most of what decoding costs. It knows the fields of a series and of beats in any
 * order and nothing else. Whatever it does not know or does not like, it leaves to {@link FrameReader}, which alone
 * refuses: so there is one place for every rule's sentence, and reading twice is paid for only by what is unusual.
 */
final class CborRun {

    /** Leaves the payload to the reader that knows everything. */
    private static final class NotPlain extends RuntimeException {
        private static final NotPlain HERE = new NotPlain();

        private NotPlain() {
            super(null, null, false, false);
        }
    }

    private static final int UNSIGNED = 0;
    private static final int NEGATIVE = 1;
    private static final int TEXT = 3;
    private static final int LIST = 4;
    private static final int MAP = 5;
    private static final int NULL = 0xF6;
    private static final int FLOAT = 0xFA;
    private static final int DOUBLE = 0xFB;
    private static final int BREAK = 0xFF;
    private static final int INDEFINITE = 31;
    private static final int UNTIL_BREAK = -1;

    /** In the order of the fields below. */
    private static final byte[][] NAMES = {
        name("v"),
        name("counter"),
        name("sampledAt"),
        name("spacingUs"),
        name("resolution"),
        name("values"),
        name("beats")
    };

    private static final int OF_SERIES = 0b0111111;
    private static final int OF_BEATS = 0b1000111;

    private final byte[] bytes;
    private int at;

    private int seen;
    private long counter;
    private long sampledAt;
    private long spacingUs;
    private double resolution;
    private int[] numbers = {};

    private CborRun(byte[] bytes) {
        this.bytes = bytes;
    }

    private static byte[] name(String name) {
        return name.getBytes(StandardCharsets.US_ASCII);
    }

    /** The frame, or null where the payload has to be read by {@link FrameReader}. */
    static @Nullable SignalFrame read(DeviceId device, StreamKind stream, byte[] payload) {
        boolean isBeats = stream.contentType() == Beats.class;
        if (!isBeats && stream.contentType() != Series.class) {
            return null;
        }
        try {
            var run = new CborRun(payload);
            run.readMap();
            if (run.seen != (isBeats ? OF_BEATS : OF_SERIES)) {
                return null;
            }
            var values = IntList.of(run.numbers);
            FrameContent content = isBeats
                    ? new Beats(values)
                    : new Series(Duration.ofNanos(run.spacingUs * 1_000), run.resolution, values);
            return new SignalFrame(
                    new FrameId(device, run.counter), stream, Instant.ofEpochMilli(run.sampledAt), content);
        } catch (NotPlain | IndexOutOfBoundsException unusual) {
            return null;
        }
    }

    private void readMap() {
        int fields = begin(MAP);
        for (int i = 0; fields == UNTIL_BREAK ? !atBreak() : i < fields; i++) {
            readField();
        }
        if (at != bytes.length) {
            throw NotPlain.HERE;
        }
    }

    private void readField() {
        int field = readName();
        if ((seen & 1 << field) != 0) {
            throw NotPlain.HERE;
        }
        seen |= 1 << field;
        switch (field) {
            case 0 -> wholeNumber(FrameCodec.VERSION, FrameCodec.VERSION);
            case 1 -> counter = wholeNumber(0, Long.MAX_VALUE);
            case 2 -> sampledAt = wholeNumber(0, FrameReader.LAST_MILLI);
            case 3 -> spacingUs = wholeNumber(1, FrameReader.LONGEST_SPACING_US);
            case 4 -> resolution = readResolution();
            case 5 -> numbers = readNumbers(Series.MAX_SAMPLES, true);
            default -> numbers = readNumbers(Beats.MAX_ENTRIES, false);
        }
    }

    private int readName() {
        int length = begin(TEXT);
        for (int field = 0; field < NAMES.length; field++) {
            byte[] name = NAMES[field];
            if (length == name.length && Arrays.equals(bytes, at, at + length, name, 0, length)) {
                at += length;
                return field;
            }
        }
        throw NotPlain.HERE;
    }

    private double readResolution() {
        int head = bytes[at++] & 0xFF;
        double value = switch (head) {
            case DOUBLE -> Double.longBitsToDouble(bigEndian(8));
            case FLOAT -> Float.intBitsToFloat((int) bigEndian(4));
            default -> throw NotPlain.HERE;
        };
        if (!(value > 0) || Double.isInfinite(value)) {
            throw NotPlain.HERE;
        }
        return value;
    }

    private int[] readNumbers(int most, boolean isSeries) {
        int length = begin(LIST);
        var read = new int[length == UNTIL_BREAK ? 64 : Math.min(length, most)];
        int count = 0;
        while (length == UNTIL_BREAK ? !atBreak() : count < length) {
            if (count == most) {
                throw NotPlain.HERE;
            }
            if (count == read.length) {
                read = Arrays.copyOf(read, Math.min(2 * count, most));
            }
            read[count++] = isSeries ? readTick() : readEntry();
        }
        if (count == 0) {
            throw NotPlain.HERE;
        }
        return count == read.length ? read : Arrays.copyOf(read, count);
    }

    private int readTick() {
        if ((bytes[at] & 0xFF) == NULL) {
            at++;
            return Series.MISSING;
        }
        int tick = (int) wholeNumber(Integer.MIN_VALUE, Integer.MAX_VALUE);
        if (tick == Series.MISSING) {
            throw NotPlain.HERE;
        }
        return tick;
    }

    private int readEntry() {
        int entry = (int) wholeNumber(-Beats.MAX_ENTRY_MS, Beats.MAX_ENTRY_MS);
        if (entry == 0) {
            throw NotPlain.HERE;
        }
        return entry;
    }

    private long wholeNumber(long least, long most) {
        int head = bytes[at++] & 0xFF;
        int type = head >> 5;
        if (type != UNSIGNED && type != NEGATIVE) {
            throw NotPlain.HERE;
        }
        long magnitude = argument(head & 0x1F);
        long value = type == UNSIGNED ? magnitude : -1 - magnitude;
        if (value < least || value > most) {
            throw NotPlain.HERE;
        }
        return value;
    }

    /** How many follow, in something of this type that begins here. */
    private int begin(int type) {
        int head = bytes[at++] & 0xFF;
        if (head >> 5 != type) {
            throw NotPlain.HERE;
        }
        int info = head & 0x1F;
        if (info == INDEFINITE && type != TEXT) {
            return UNTIL_BREAK;
        }
        long count = argument(info);
        if (count > bytes.length) {
            throw NotPlain.HERE;
        }
        return (int) count;
    }

    private boolean atBreak() {
        boolean isBreak = (bytes[at] & 0xFF) == BREAK;
        at += isBreak ? 1 : 0;
        return isBreak;
    }

    private long argument(int info) {
        if (info < 24) {
            return info;
        }
        long value = switch (info) {
            case 24 -> bytes[at++] & 0xFF;
            case 25 -> bigEndian(2);
            case 26 -> bigEndian(4);
            case 27 -> bigEndian(8);
            default -> throw NotPlain.HERE;
        };
        if (value < 0) {
            throw NotPlain.HERE;
        }
        return value;
    }

    private long bigEndian(int length) {
        long value = 0;
        for (int i = 0; i < length; i++) {
            value = value << 8 | bytes[at++] & 0xFF;
        }
        return value;
    }
}
