package org.handrail.ingest.mqtt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A way to the broker that can go quiet without closing, as a stalled proxy does. */
final class StallingLine implements AutoCloseable {

    private final ServerSocket door = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
    private final int broker;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private volatile boolean stalled;

    StallingLine(String broker) throws IOException {
        this.broker = URI.create(broker).getPort();
        background(this::accept);
    }

    String uri() {
        return "tcp://127.0.0.1:" + door.getLocalPort();
    }

    /** What is on the line from now on gets lost, either way; a new connection goes through. */
    void stall() {
        stalled = true;
    }

    private void accept() throws IOException {
        while (true) {
            var client = door.accept();
            stalled = false;
            var server = new Socket(InetAddress.getLoopbackAddress(), broker);
            sockets.addAll(List.of(client, server));
            background(() -> carry(client, server));
            background(() -> carry(server, client));
        }
    }

    private void carry(Socket from, Socket to) throws IOException {
        var buffer = new byte[8_192];
        boolean quiet = false;
        for (int n = from.getInputStream().read(buffer);
                n >= 0;
                n = from.getInputStream().read(buffer)) {
            quiet |= stalled;
            if (!quiet) {
                to.getOutputStream().write(buffer, 0, n);
            }
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void background(Work work) {
        var thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException closed) {
                // The line has served.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            door.close();
            for (var socket : sockets) {
                socket.close();
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
