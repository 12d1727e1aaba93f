package org.handrail.companion.command;

import java.nio.file.Path;
import org.handrail.companion.house.HouseSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a house lives, as said on the command line. */
final class HouseOptions {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Directory of database and broker (default: ${DEFAULT-VALUE}).")
    private @Nullable Path data;

    @Option(
            names = "--port",
            defaultValue = "8080",
            description = "Port of the pages (default: ${DEFAULT-VALUE}; 0 picks a free one).")
    private int port;

    @Option(
            names = "--broker-port",
            defaultValue = "1883",
            description = "Port of the MQTT broker (default: ${DEFAULT-VALUE}).")
    private int brokerPort;

    @Option(names = "--database-port", defaultValue = "0", description = "Port of the database (default: a free one).")
    private int databasePort;

    HouseSettings settings(Path defaultData) {
        return new HouseSettings(data == null ? defaultData : data, port, brokerPort, databasePort);
    }

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;
}
