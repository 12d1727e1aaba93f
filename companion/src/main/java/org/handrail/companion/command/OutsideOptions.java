package org.handrail.companion.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.handrail.companion.house.Doorkeeper;
import org.handrail.companion.house.OtherBroker;
import org.handrail.companion.house.OtherDatabase;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Broker and database that somebody runs beside Handrail. A secret stands in a file or in the environment, since everybody on
 * the machine may read a command line.
 */
final class OutsideOptions {

    private static final String BROKER_SECRET = "HANDRAIL_BROKER_SECRET";
    private static final String DOORKEEPER_SECRET = "HANDRAIL_DOORKEEPER_SECRET";
    private static final String DATABASE_PASSWORD = "HANDRAIL_DATABASE_PASSWORD";

    @Option(
            names = "--broker",
            paramLabel = "URL",
            description = "tcp://host:port or ssl://host:port of an MQTT broker.")
    private @Nullable String broker;

    @Option(names = "--broker-user", paramLabel = "NAME", description = "Who signs in at the broker.")
    private @Nullable String brokerUser;

    @Option(
            names = "--broker-secret-file",
            paramLabel = "FILE",
            description = "File with the user's secret (or in the environment: " + BROKER_SECRET + ").")
    private @Nullable Path brokerSecret;

    @Option(
            names = "--broker-doorkeeper",
            paramLabel = "NAME",
            description = "Who changes the list of devices in Mosquitto's dynamic-security plugin"
                    + " (default: somebody keeps the broker's list by hand).")
    private @Nullable String doorkeeper;

    @Option(
            names = "--broker-doorkeeper-secret-file",
            paramLabel = "FILE",
            description = "File with the doorkeeper's secret (or in the environment: " + DOORKEEPER_SECRET + ").")
    private @Nullable Path doorkeeperSecret;

    @Option(
            names = "--broker-ca",
            paramLabel = "FILE",
            description = "Certificates (PEM) that vouch for the broker (default: those of the machine).")
    private @Nullable Path brokerAuthority;

    @Option(
            names = "--database",
            paramLabel = "JDBC-URL",
            description = "jdbc:postgresql://host:port/name of a PostgreSQL or TimescaleDB.")
    private @Nullable String database;

    @Option(names = "--database-user", paramLabel = "NAME", description = "Who signs in at the database.")
    private @Nullable String databaseUser;

    @Option(
            names = "--database-password-file",
            paramLabel = "FILE",
            description = "File with the user's password (or in the environment: " + DATABASE_PASSWORD + ").")
    private @Nullable Path databasePassword;

    Optional<OtherBroker> broker() {
        if (broker == null && (brokerUser != null || brokerSecret != null || brokerAuthority != null)) {
            throw new IllegalStateException(
                    "--broker-user and its like say something of a broker: say --broker URL too.");
        }
        return Optional.ofNullable(broker)
                .map(url -> new OtherBroker(
                        url,
                        Optional.ofNullable(brokerUser),
                        secret(brokerSecret, BROKER_SECRET, System.getenv()),
                        Optional.ofNullable(brokerAuthority),
                        Optional.ofNullable(doorkeeper).map(this::doorkeeper)));
    }

    private Doorkeeper doorkeeper(String name) {
        return secret(doorkeeperSecret, DOORKEEPER_SECRET, System.getenv())
                .map(secret -> new Doorkeeper(name, secret))
                .orElseThrow(() -> new IllegalStateException("The doorkeeper needs a secret: say"
                        + " --broker-doorkeeper-secret-file FILE or set " + DOORKEEPER_SECRET + "."));
    }

    Optional<OtherDatabase> database() {
        if (database == null && (databaseUser != null || databasePassword != null)) {
            throw new IllegalStateException(
                    "--database-user and its like say something of a database: say --database JDBC-URL too.");
        }
        return Optional.ofNullable(database)
                .map(url -> new OtherDatabase(
                        url,
                        Optional.ofNullable(databaseUser),
                        secret(databasePassword, DATABASE_PASSWORD, System.getenv())));
    }

    static Optional<String> secret(@Nullable Path file, String variable, Map<String, String> environment) {
        if (file == null) {
            return Optional.ofNullable(environment.get(variable)).filter(word -> !word.isBlank());
        }
        try {
            String word = Files.readString(file).strip();
            if (word.isEmpty()) {
                throw new IllegalStateException("The file " + file + " holds no secret.");
            }
            return Optional.of(word);
        } catch (IOException unreadable) {
            throw new IllegalStateException("The secret in " + file + " cannot be read.", unreadable);
        }
    }
}
