package org.handrail.devicesim.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;

/** The few packets of MQTT 5 that a watch says. */
final class Packets {

    static final byte CONNACK = 2;
    static final byte PUBLISH = 3;
    static final byte PUBACK = 4;
    static final byte SUBACK = 9;
    static final byte DISCONNECT = 14;

    /** Of a PUBLISH before its topic, at most: its first byte and the length of the rest. */
    static final int LONGEST_HEAD = 5;

    private static final byte CONNECT = 0x10;
    private static final byte PUBLISH_AT_LEAST_ONCE = 0x32;
    private static final byte CONFIRM = 0x40;
    private static final byte SUBSCRIBE = (byte) 0x82;
    private static final byte AT_LEAST_ONCE = 1;
    private static final byte AGAIN = 0x08;
    private static final byte KEEP_SESSION_WITH_USER_AND_PASSWORD = (byte) 0xC0;
    private static final byte SESSION_EXPIRY = 0x11;
    private static final int SESSION_EXPIRY_SECONDS = 3_600;
    private static final byte[] PING = {(byte) 0xC0, 0};
    private static final byte[] LEAVE = {(byte) 0xE0, 0};

    private Packets() {}

    /** Signs in under one name for client and user. */
    static void connect(ByteBuffer out, String name, String secret, int keepAliveSeconds) {
        byte[] who = name.getBytes(UTF_8);
        byte[] password = secret.getBytes(UTF_8);
        out.put(CONNECT);
        length(out, 6 + 1 + 1 + 2 + 6 + 2 + who.length + 2 + who.length + 2 + password.length);
        text(out, "MQTT".getBytes(UTF_8));
        out.put((byte) 5).put(KEEP_SESSION_WITH_USER_AND_PASSWORD).putShort((short) keepAliveSeconds);
        out.put((byte) 5).put(SESSION_EXPIRY).putInt(SESSION_EXPIRY_SECONDS);
        text(out, who);
        text(out, who);
        text(out, password);
    }

    /** All of a PUBLISH but its payload, which has to follow. */
    static void publish(ByteBuffer out, boolean isAgain, byte[] topic, int packetId, int payloadBytes) {
        out.put((byte) (PUBLISH_AT_LEAST_ONCE | (isAgain ? AGAIN : 0)));
        length(out, 2 + topic.length + 2 + 1 + payloadBytes);
        text(out, topic);
        out.putShort((short) packetId).put((byte) 0);
    }

    /** Asks for what is published under this filter, each message at least once. */
    static void subscribe(ByteBuffer out, int packetId, byte[] filter) {
        out.put(SUBSCRIBE);
        length(out, 2 + 1 + 2 + filter.length + 1);
        out.putShort((short) packetId).put((byte) 0);
        text(out, filter);
        out.put(AT_LEAST_ONCE);
    }

    /** Confirms a message of the broker's. */
    static void confirm(ByteBuffer out, int packetId) {
        out.put(CONFIRM).put((byte) 2).putShort((short) packetId);
    }

    static void ping(ByteBuffer out) {
        out.put(PING);
    }

    static void leave(ByteBuffer out) {
        out.put(LEAVE);
    }

    private static void text(ByteBuffer out, byte[] utf8) {
        out.putShort((short) utf8.length).put(utf8);
    }

    private static void length(ByteBuffer out, int bytes) {
        int rest = bytes;
        while (rest > 0x7F) {
            out.put((byte) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        out.put((byte) rest);
    }
}
