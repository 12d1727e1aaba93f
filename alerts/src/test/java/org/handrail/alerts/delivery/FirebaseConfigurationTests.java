package org.handrail.alerts.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import org.handrail.alerts.AlertsSettings;
import org.handrail.alerts.SampleSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

class FirebaseConfigurationTests {

    private static final String ACCOUNT = "handrail.alerts.firebase.service-account";

    @Test
    void pushIsOffUntilAServiceAccountIsNamed() {
        try (var context = context(Map.of(), SampleSettings.defaults())) {
            assertThat(context.getBeanProvider(PromptCourier.class).stream()).isEmpty();
        }
    }

    @Test
    void aServiceAccountTurnsPushOn(@TempDir Path directory) throws Exception {
        byte[] key = KeyPairGenerator.getInstance("RSA")
                .generateKeyPair()
                .getPrivate()
                .getEncoded();
        String pem = "-----BEGIN PRIVATE KEY-----\\n" + Base64.getEncoder().encodeToString(key)
                + "\\n-----END PRIVATE KEY-----\\n";
        Path account = directory.resolve("account.json");
        Files.writeString(account, """
                {"type": "service_account", "project_id": "a-programme", "private_key_id": "1", "private_key": "%s",
                 "client_email": "push@a-programme.example", "client_id": "1",
                 "token_uri": "https://token.example/token"}
                """.formatted(pem));
        Map<String, Object> properties = Map.of(ACCOUNT, account.toString());
        AlertsSettings settings = new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("handrail.alerts", AlertsSettings.class);
        try (var context = context(properties, settings)) {
            assertThat(context.getBean(PromptCourier.class).channel()).isEqualTo(Channel.FIREBASE);
        }
    }

    private static AnnotationConfigApplicationContext context(Map<String, Object> properties, AlertsSettings settings) {
        var context = new AnnotationConfigApplicationContext();
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", properties));
        context.registerBean(Clock.class, Clock::systemUTC);
        context.registerBean(AlertsSettings.class, () -> settings);
        context.register(FirebaseConfiguration.class);
        context.refresh();
        return context;
    }
}
