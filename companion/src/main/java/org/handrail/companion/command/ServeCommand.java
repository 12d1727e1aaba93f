package org.handrail.companion.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.handrail.companion.house.House;
import org.handrail.companion.house.HouseSettings;
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
        if (ingest == Ingest.elsewhere && outside.broker().isEmpty()) {
            throw new IllegalStateException("Ingest elsewhere needs a broker that both can reach: say --broker URL.");
        }
        settings = outside.broker().map(settings::with).orElse(settings);
        return outside.database().map(settings::with).orElse(settings);
    }
}
