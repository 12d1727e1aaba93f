package org.handrail.ingest.mqtt;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.handrail.ingest.MqttSettings;

/**
 * Sockets to the broker, plain or with TLS as its address says. Paho compares the certificate with the host's name unless it is
 * told not to, and nobody here tells it.
 */
public final class BrokerSockets {

    private BrokerSockets() {}

    /** Throws an {@link IllegalStateException} with one sentence where the certificate authority cannot be read. */
    public static SocketFactory to(MqttSettings settings) {
        return "ssl".equals(settings.broker().getScheme())
                ? new NoDelayTlsSockets(settings.authority()
                        .map(BrokerSockets::trusting)
                        .orElseGet(BrokerSockets::trustingAsTheMachineDoes))
                : new NoDelaySockets();
    }

    private static SSLSocketFactory trustingAsTheMachineDoes() {
        return (SSLSocketFactory) SSLSocketFactory.getDefault();
    }

    /** Read anew for each connection, so a renewed authority needs no restart. */
    private static SSLSocketFactory trusting(Path authority) {
        try (InputStream pem = Files.newInputStream(authority)) {
            var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                trusted.setCertificateEntry("authority-" + trusted.size(), certificate);
            }
            if (trusted.size() == 0) {
                throw new IllegalStateException("There is no certificate in " + authority + ".");
            }
            var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(trusted);
            var context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new IllegalStateException(
                    "The broker's certificate authority " + authority + " cannot be read as PEM certificates.",
                    unreadable);
        }
    }
}
