package org.handrail.ingest;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who keeps the list of those who may sign in at the broker. The broker itself is the one of {@link MqttSettings}.
 *
 * @param keptBy {@code dynamic-security} for Mosquitto's plugin of that name; else somebody looks after the broker by hand
 * @param user may give commands to the plugin; not the user by which frames are read
 * @param secret the user's password
 * @param patience longest wait for the broker, for one call
 */
@ConfigurationProperties("handrail.ingest.rights")
public record RightsSettings(
        @DefaultValue("hand") KeptBy keptBy,
        @Nullable String user,
        @Nullable String secret,
        @DefaultValue("5s") Duration patience) {

    public enum KeptBy {
        HAND,
        DYNAMIC_SECURITY
    }

    /** A name and a password. */
    public record Account(String user, String secret) {

        /** Leaves the secret out, so that it cannot slip into a log. */
        @Override
        public String toString() {
            return "Account[user=" + user + "]";
        }
    }

    public RightsSettings {
        if (keptBy == KeptBy.DYNAMIC_SECURITY && (isAbsent(user) || isAbsent(secret))) {
            throw new IllegalArgumentException("The dynamic-security plugin is commanded by a user with a secret: set"
                    + " handrail.ingest.rights.user and handrail.ingest.rights.secret");
        }
    }

    /** Who gives the commands. */
    public Optional<Account> account() {
        return user == null || secret == null ? Optional.empty() : Optional.of(new Account(user, secret));
    }

    private static boolean isAbsent(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /** Leaves the secret out, so that it cannot slip into a log. */
    @Override
    public String toString() {
        return "RightsSettings[keptBy=" + keptBy + ", user=" + user + "]";
    }
}
