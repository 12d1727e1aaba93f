package org.handrail.companion.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Tries a port before a server is started on it, because both servers report a taken port late and in many lines. */
final class LoopbackPort {

    private LoopbackPort() {}

    /** The given port, or a free one for 0; throws with one sentence when it is taken. */
    static int free(String host, int port, String part) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The embedded " + part + " cannot listen on " + host + ":" + port + " because that port is in use.",
                    e);
        }
    }
}
