package org.handrail.companion.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import org.handrail.companion.embedded.Certificates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/** Pages over HTTPS need nothing of ours: Spring's own properties do it. */
class SecurePagesTests {

    private static final Map<String, String> NONE =
            Map.of("server.ssl.certificate", "", "server.ssl.certificate-private-key", "");

    @TempDir
    private Path directory;

    @AfterEach
    void forget() {
        NONE.keySet().forEach(System::clearProperty);
    }

    @Test
    void pagesAnswerOverHttpsToWhoTrustsTheirAuthority() throws Exception {
        var authority = Certificates.authority(directory, "right");
        var files = authority.vouchFor("dns:localhost");
        System.setProperty("server.ssl.certificate", files.certificate().toUri().toString());
        System.setProperty(
                "server.ssl.certificate-private-key", files.key().toUri().toString());

        try (var house = House.open(HouseSettings.onFreePorts(directory.resolve("house")))) {
            assertThat(house.pagesUrl()).startsWith("https://localhost:");
            var request = HttpRequest.newBuilder(URI.create(house.pagesUrl() + "/sign-in"))
                    .build();

            var answer = HttpClient.newBuilder()
                    .sslContext(trusting(authority.certificate()))
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build()
                    .send(request, HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThatThrownBy(() -> HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding()))
                    .isInstanceOf(SSLHandshakeException.class);
        }
    }

    private static SSLContext trusting(Path authority) {
        var trusted = PemSslStoreDetails.forCertificate(authority.toUri().toString());
        return SslBundle.of(new PemSslStoreBundle(null, trusted)).createSslContext();
    }
}
