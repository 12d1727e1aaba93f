package org.handrail.companion.embedded;

import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/**
 * What the embedded broker proves its name with to watches: files in PEM, as the pages take them too.
 *
 * @param certificate the broker's own first, then those between it and the authority
 */
public record BrokerTls(Path certificate, Path key) {

    public BrokerTls {
        certificate = certificate.toAbsolutePath().normalize();
        key = key.toAbsolutePath().normalize();
    }

    /** Throws an {@link IllegalStateException} with one sentence where the files are no certificate and its key. */
    SSLContext context() {
        try {
            var details = PemSslStoreDetails.forCertificate(certificate.toUri().toString())
                    .withPrivateKey(key.toUri().toString());
            return SslBundle.of(new PemSslStoreBundle(details, null)).createSslContext();
        } catch (RuntimeException unreadable) {
            throw new IllegalStateException(
                    "The broker's certificate " + certificate + " and key " + key + " cannot be read as PEM.",
                    unreadable);
        }
    }
}
