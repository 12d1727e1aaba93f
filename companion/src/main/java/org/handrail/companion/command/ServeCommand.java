package org.handrail.companion.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.handrail.companion.embedded.BrokerTls;
import org.handrail.companion.house.House;
import org.handrail.companion.house.HouseSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Opens the house and keeps it open until it is told to stop. No demo people, no simulated wearers. */
@Command(name = "serve", description = "Run the house: database, broker, ingest, analysis, alerts and pages.")
final class ServeCommand implements Callable<Integer> {

    @Mixin
    private HouseOptions options = new HouseOptions();

    @Mixin
    private OutsideOptions outside = new OutsideOptions();

    private enum Ingest {
        here,
        elsewhere
    }

    @Option(
            names = "--ingest",
            defaultValue = "here",
            paramLabel = "here|elsewhere",
            description =
                    "Whether this process reads the frames, or others do by 'ingest' (default: ${DEFAULT-VALUE}).")
    private Ingest ingest = Ingest.here;

    @Option(
            names = "--broker-host",
            defaultValue = "127.0.0.1",
            description =
                    "Address of the embedded broker; another than loopback needs TLS (default: ${DEFAULT-VALUE}).")
    private String brokerHost = "127.0.0.1";

    @Option(
            names = "--broker-certificate",
            paramLabel = "FILE",
            description = "The embedded broker's certificate (PEM).")
    private @Nullable Path brokerCertificate;

    @Option(names = "--broker-key", paramLabel = "FILE", description = "The key of that certificate (PEM).")
    private @Nullable Path brokerKey;

    @Override
    public Integer call() throws InterruptedException {
        Logs.toConsole();
        try (var ending = Ending.onSignal();
                var house = House.open(settings())) {
            System.out.println("Pages:  " + house.pagesUrl());
            System.out.println("Broker: " + house.brokerUrl());
            ending.await();
        }
        return 0;
    }

    private HouseSettings settings() {
        var settings = options.settings(Path.of(".handrail", "house"))
                .with(ingest == Ingest.here ? HouseSettings.Ingest.HERE : HouseSettings.Ingest.ELSEWHERE);
        if ((brokerCertificate == null) != (brokerKey == null)) {
            throw new IllegalStateException("TLS needs both --broker-certificate FILE and --broker-key FILE.");
        }
        if (brokerCertificate != null && brokerKey != null) {
            settings = settings.with(brokerHost, new BrokerTls(brokerCertificate, brokerKey));
        } else if (!brokerHost.equals("127.0.0.1")) {
            throw new IllegalStateException("Without TLS the embedded broker listens on loopback only: say"
                    + " --broker-certificate FILE and --broker-key FILE.");
        }
        settings = outside.broker().map(settings::with).orElse(settings);
        return outside.database().map(settings::with).orElse(settings);
    }
}
