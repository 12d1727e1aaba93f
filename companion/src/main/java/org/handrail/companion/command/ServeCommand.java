package org.handrail.companion.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.handrail.companion.house.House;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Opens the house and keeps it open until it is told to stop. No demo people, no simulated wearers. */
@Command(name = "serve", description = "Run the house: database, broker, ingest, analysis, alerts and pages.")
final class ServeCommand implements Callable<Integer> {

    @Mixin
    private HouseOptions options = new HouseOptions();

    @Override
    public Integer call() throws InterruptedException {
        Logs.toConsole();
        try (var ending = Ending.onSignal();
                var house = House.open(options.settings(Path.of(".handrail", "house")))) {
            System.out.println("Pages:  " + house.pagesUrl());
            System.out.println("Broker: " + house.brokerUrl());
            ending.await();
        }
        return 0;
    }
}
