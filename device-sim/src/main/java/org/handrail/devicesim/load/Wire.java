package org.handrail.devicesim.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Arrays;

/**
 * One end of a connection: keeps what came and is not a whole packet yet, and what could not be written yet, which is mostly
 * nothing. The buffers are lent by whoever reads and writes. Belongs to the crowd's thread.
 */
final class Wire {

    private static final byte[] NOTHING = new byte[0];

    private final SelectionKey key;
    private byte[] unread = NOTHING;
    private byte[] unwritten = NOTHING;

    Wire(SelectionKey key) {
        this.key = key;
    }

    private SocketChannel channel() {
        return (SocketChannel) key.channel();
    }

    /** Whether everything was written. */
    boolean isClear() {
        return unwritten.length == 0;
    }

    /** @param in empty; whole packets are told to the ear */
    void read(ByteBuffer in, Heard.Ear ear) throws IOException {
        in.put(unread);
        if (channel().read(in) < 0) {
            throw new IOException("The broker closed the connection");
        }
        in.flip();
        Heard.read(in, ear);
        unread = restOf(in);
    }

    /** What the connection does not take now is written when it takes more. */
    void write(ByteBuffer fresh) throws IOException {
        fresh.flip();
        if (unwritten.length > 0) {
            var late = ByteBuffer.wrap(unwritten);
            channel().write(late);
            unwritten = restOf(late);
        }
        if (unwritten.length == 0 && fresh.hasRemaining()) {
            channel().write(fresh);
        }
        if (fresh.hasRemaining()) {
            byte[] rest = restOf(fresh);
            int before = unwritten.length;
            unwritten = Arrays.copyOf(unwritten, before + rest.length);
            System.arraycopy(rest, 0, unwritten, before, rest.length);
        }
        int interest = SelectionKey.OP_READ | (unwritten.length > 0 ? SelectionKey.OP_WRITE : 0);
        if (key.interestOps() != interest) {
            key.interestOps(interest);
        }
    }

    void close() {
        try {
            channel().close();
        } catch (IOException gone) {
            // It is given up in any case.
        }
    }

    private static byte[] restOf(ByteBuffer buffer) {
        if (!buffer.hasRemaining()) {
            return NOTHING;
        }
        var bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
