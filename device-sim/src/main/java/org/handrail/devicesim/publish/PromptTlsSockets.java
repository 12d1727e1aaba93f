package org.handrail.devicesim.publish;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** As {@link PromptSockets}, with TLS; Paho compares the certificate with the name of the host. */
final class PromptTlsSockets extends SSLSocketFactory {

    private final SSLSocketFactory secure;

    private PromptTlsSockets(SSLSocketFactory secure) {
        this.secure = secure;
    }

    /** Trusts these certificates, or those that the machine trusts. */
    static PromptTlsSockets trusting(Optional<Path> authority) {
        return new PromptTlsSockets(authority.map(PromptTlsSockets::factory).orElseGet(() ->
                (SSLSocketFactory) SSLSocketFactory.getDefault()));
    }

    private static SSLSocketFactory factory(Path authority) {
        try (var pem = Files.newInputStream(authority)) {
            var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                trusted.setCertificateEntry("authority-" + trusted.size(), certificate);
            }
            var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(trusted);
            var context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new IllegalStateException("No certificates can be read from " + authority + ".", unreadable);
        }
    }

    @Override
    public Socket createSocket() throws IOException {
        return PromptSockets.prompt(secure.createSocket());
    }

    @Override
    public Socket createSocket(Socket plain, String host, int port, boolean closesPlain) throws IOException {
        return PromptSockets.prompt(secure.createSocket(plain, host, port, closesPlain));
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return PromptSockets.prompt(secure.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return PromptSockets.prompt(secure.createSocket(host, port, local, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return PromptSockets.prompt(secure.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return PromptSockets.prompt(secure.createSocket(host, port, local, localPort));
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
