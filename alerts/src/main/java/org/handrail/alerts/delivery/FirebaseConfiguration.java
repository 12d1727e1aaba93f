package org.handrail.alerts.delivery;

import com.google.auth.oauth2.GoogleCredentials;
import com.google.firebase.FirebaseApp;
import com.google.firebase.FirebaseOptions;
import com.google.firebase.messaging.FirebaseMessaging;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.handrail.alerts.AlertsSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Push by Firebase, where a service account is configured. */
@Configuration(proxyBeanMethods = false)
@Conditional(FirebaseConfigured.class)
class FirebaseConfiguration {

    private static final String APP = "handrail";

    @Bean(destroyMethod = "delete")
    FirebaseApp firebaseApp(AlertsSettings settings) throws IOException {
        AlertsSettings.Firebase firebase = settings.firebase();
        try (InputStream account = Files.newInputStream(Path.of(firebase.serviceAccount()))) {
            return FirebaseApp.initializeApp(
                    timed(FirebaseOptions.builder().setCredentials(GoogleCredentials.fromStream(account)), firebase)
                            .build(),
                    APP);
        }
    }

    @Bean
    FirebaseCourier firebaseCourier(FirebaseApp app, Clock clock) {
        return new FirebaseCourier(FirebaseMessaging.getInstance(app), clock);
    }

    /** The SDK waits for ever unless told otherwise. */
    static FirebaseOptions.Builder timed(FirebaseOptions.Builder options, AlertsSettings.Firebase settings) {
        return options.setConnectTimeout((int) settings.connectTimeout().toMillis())
                .setReadTimeout((int) settings.readTimeout().toMillis())
                .setWriteTimeout((int) settings.readTimeout().toMillis());
    }
}
