package org.handrail.companion.house;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.handrail.companion.embedded.BrokerTls;

/**
 * Where a house lives, and what of it others run.
 *
 * @param data directory of the embedded database and broker; kept between starts
 * @param httpPort of the pages; 0 picks a free one, as for the others
 * @param broker instead of the embedded one
 * @param database instead of the embedded one
 * @param ingest where frames are read
 * @param brokerHost where the embedded broker listens; only loopback without TLS
 * @param brokerTls what the embedded broker proves its name with
 * @param setBack how far the house's clock is behind the wall, for a house that plays what is past; negative for ahead of it
 */
public record HouseSettings(
        Path data,
        int httpPort,
        int brokerPort,
        int databasePort,
        Optional<OtherBroker> broker,
        Optional<OtherDatabase> database,
        Ingest ingest,
        String brokerHost,
        Optional<BrokerTls> brokerTls,
        Duration setBack) {

    private static final String LOOPBACK = "127.0.0.1";

    /** Frames are read by the house itself, or by processes of their own that store them for it. */
    public enum Ingest {
        HERE,
        ELSEWHERE
    }

    public HouseSettings(Path data, int httpPort, int brokerPort, int databasePort) {
        this(
                data,
                httpPort,
                brokerPort,
                databasePort,
                Optional.empty(),
                Optional.empty(),
                Ingest.HERE,
                LOOPBACK,
                Optional.empty(),
                Duration.ZERO);
    }

    /** Free ports throughout. */
    public static HouseSettings onFreePorts(Path data) {
        return new HouseSettings(data, 0, 0, 0);
    }

    public HouseSettings with(OtherBroker other) {
        return new HouseSettings(
                data,
                httpPort,
                brokerPort,
                databasePort,
                Optional.of(other),
                database,
                ingest,
                brokerHost,
                brokerTls,
                setBack);
    }

    public HouseSettings with(OtherDatabase other) {
        return new HouseSettings(
                data,
                httpPort,
                brokerPort,
                databasePort,
                broker,
                Optional.of(other),
                ingest,
                brokerHost,
                brokerTls,
                setBack);
    }

    public HouseSettings with(Ingest where) {
        return new HouseSettings(
                data, httpPort, brokerPort, databasePort, broker, database, where, brokerHost, brokerTls, setBack);
    }

    /** The embedded broker speaks TLS, on this address. */
    public HouseSettings with(String host, BrokerTls tls) {
        return new HouseSettings(
                data, httpPort, brokerPort, databasePort, broker, database, ingest, host, Optional.of(tls), setBack);
    }

    /** The house lives that long ago. */
    public HouseSettings setBack(Duration by) {
        return new HouseSettings(
                data, httpPort, brokerPort, databasePort, broker, database, ingest, brokerHost, brokerTls, by);
    }
}
