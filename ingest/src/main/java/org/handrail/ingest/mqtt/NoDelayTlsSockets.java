package org.handrail.ingest.mqtt;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocketFactory;

/** As {@link NoDelaySockets}, with TLS. */
final class NoDelayTlsSockets extends SSLSocketFactory {

    private final SSLSocketFactory secure;

    NoDelayTlsSockets(SSLSocketFactory secure) {
        this.secure = secure;
    }

    @Override
    public Socket createSocket() throws IOException {
        return NoDelaySockets.noDelay(secure.createSocket());
    }

    @Override
    public Socket createSocket(Socket plain, String host, int port, boolean closesPlain) throws IOException {
        return NoDelaySockets.noDelay(secure.createSocket(plain, host, port, closesPlain));
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return NoDelaySockets.noDelay(secure.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return NoDelaySockets.noDelay(secure.createSocket(host, port, local, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return NoDelaySockets.noDelay(secure.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return NoDelaySockets.noDelay(secure.createSocket(host, port, local, localPort));
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return secure.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return secure.getSupportedCipherSuites();
    }
}
