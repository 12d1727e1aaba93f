package org.handrail.devicesim.load;

import java.nio.ByteBuffer;

/**
 * Takes apart what the broker says to a watch. A packet that is not all there yet is left in the buffer, as is what
 * follows it. Whatever breaks MQTT's rules throws, and the connection is given up.
 */
final class Heard {

    /** Codes below this mean that it went well. */
    private static final int FIRST_REFUSING_CODE = 0x80;

    /** "No matching subscribers": the broker took the frame and threw it away. */
    private static final int NOBODY_LISTENS = 0x10;

    private static final int RECEIVE_MAXIMUM = 0x21;

    /** What a line makes of it. */
    interface Ear {
        void signedIn(int receiveMaximum);

        void confirmed(int packetId);

        void refused(int packetId);

        /** What was asked for will come from now on. */
        default void subscribed() {}

        /** A message from the broker. @param packetId to confirm it by; 0 where the broker wants no answer */
        default void told(int packetId, byte[] payload) {}
    }

    private Heard() {}

    /** @param in ready for reading; read as far as packets are whole */
    static void read(ByteBuffer in, Ear ear) {
        while (in.remaining() >= 2) {
            int start = in.position();
            int type = in.get() >> 4 & 0x0F;
            int length = length(in);
            if (length < 0 || in.remaining() < length) {
                in.position(start);
                return;
            }
            int end = in.position() + length;
            if (type == Packets.PUBACK) {
                puback(in, length, ear);
            } else if (type == Packets.CONNACK) {
                connack(in, ear);
            } else if (type == Packets.PUBLISH) {
                publish(in, in.get(start) >> 1 & 3, end, ear);
            } else if (type == Packets.SUBACK) {
                suback(in, end, ear);
            } else if (type == Packets.DISCONNECT) {
                throw new IllegalStateException("The broker ended the connection");
            }
            in.position(end);
        }
    }

    private static void puback(ByteBuffer in, int length, Ear ear) {
        int id = in.getShort() & 0xFFFF;
        int code = length > 2 ? in.get() & 0xFF : 0;
        if (code == NOBODY_LISTENS) {
            throw new IllegalStateException("Nobody took the frame; it is sent again");
        } else if (code >= FIRST_REFUSING_CODE) {
            ear.refused(id);
        } else {
            ear.confirmed(id);
        }
    }

    private static void publish(ByteBuffer in, int quality, int end, Ear ear) {
        int topic = in.getShort() & 0xFFFF;
        in.position(in.position() + topic);
        int id = quality > 0 ? in.getShort() & 0xFFFF : 0;
        int properties = length(in);
        in.position(in.position() + properties);
        var payload = new byte[end - in.position()];
        in.get(payload);
        ear.told(id, payload);
    }

    private static void suback(ByteBuffer in, int end, Ear ear) {
        int code = in.get(end - 1) & 0xFF;
        if (code >= FIRST_REFUSING_CODE) {
            throw new IllegalStateException("The broker refused to tell, code " + code);
        }
        ear.subscribed();
    }

    private static void connack(ByteBuffer in, Ear ear) {
        in.get();
        int code = in.get() & 0xFF;
        if (code >= FIRST_REFUSING_CODE) {
            throw new IllegalStateException("The broker refused to sign in, code " + code);
        }
        int end = length(in) + in.position();
        int receiveMaximum = 65_535;
        while (in.position() < end) {
            int property = in.get();
            if (property == RECEIVE_MAXIMUM) {
                receiveMaximum = in.getShort() & 0xFFFF;
            } else {
                skip(in, property);
            }
        }
        ear.signedIn(receiveMaximum);
    }

    private static void skip(ByteBuffer in, int property) {
        int bytes = switch (property) {
            case 0x24, 0x25, 0x28, 0x29, 0x2A -> 1;
            case 0x13, 0x22 -> 2;
            case 0x11, 0x27 -> 4;
            case 0x12, 0x15, 0x16, 0x1A, 0x1C, 0x1F -> in.getShort() & 0xFFFF;
            default -> throw new IllegalStateException("The broker said property " + property);
        };
        in.position(in.position() + bytes);
    }

    /** A length of up to four bytes, or -1 where it is not all there. */
    private static int length(ByteBuffer in) {
        int length = 0;
        for (int shift = 0; shift < 28 && in.hasRemaining(); shift += 7) {
            int next = in.get();
            length |= (next & 0x7F) << shift;
            if (next >= 0) {
                return length;
            }
        }
        return -1;
    }
}
