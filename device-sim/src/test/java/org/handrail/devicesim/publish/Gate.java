package org.handrail.devicesim.publish;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands between a watch and its broker: can keep the broker's words to itself, and can cut every connection. */
public final class Gate implements AutoCloseable {

    private final ServerSocket server;
    private final int brokerPort;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private volatile boolean swallowsAnswers;

    public Gate(int brokerPort) throws IOException {
        this.server = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
        this.brokerPort = brokerPort;
        inBackground(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** What the watch says goes through; what the broker answers is lost. */
    public void swallowAnswers() {
        swallowsAnswers = true;
    }

    /** Cuts all connections; later ones go through both ways. */
    public void cut() {
        swallowsAnswers = false;
        sockets.forEach(Gate::quietly);
        sockets.clear();
    }

    @Override
    public void close() throws IOException {
        server.close();
        cut();
    }

    private void accept() throws IOException {
        while (!server.isClosed()) {
            Socket watch = server.accept();
            Socket broker = new Socket(InetAddress.getLoopbackAddress(), brokerPort);
            sockets.add(watch);
            sockets.add(broker);
            inBackground(() -> pipe(watch, broker, false));
            inBackground(() -> pipe(broker, watch, true));
        }
    }

    private void pipe(Socket from, Socket to, boolean isAnswer) throws IOException {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            var buffer = new byte[8_192];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (!isAnswer || !swallowsAnswers) {
                    out.write(buffer, 0, read);
                    out.flush();
                }
            }
        }
    }

    private interface Task {
        void run() throws IOException;
    }

    private static void inBackground(Task task) {
        var thread = new Thread(
                () -> {
                    try {
                        task.run();
                    } catch (IOException closed) {
                        // A gate that is shut says nothing.
                    }
                },
                "gate");
        thread.setDaemon(true);
        thread.start();
    }

    private static void quietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyClosed) {
            // That is what was wanted.
        }
    }
}
