package org.handrail.companion.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.handrail.companion.bench.SimLoad;
import org.handrail.companion.bench.SimLoadSettings;
import org.handrail.companion.house.HouseClock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Very many worn watches against a house of their own. */
@Command(
        name = "load",
        description = "Let many simulated watches send to a house of their own, and show how it bears them.")
final class SimLoadCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--wearers",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Watches, each with a connection of its own (default: ${DEFAULT-VALUE}).")
    private int wearers;

    @Option(
            names = "--minutes",
            paramLabel = "M",
            defaultValue = "3",
            description = "How long, once all are connected (default: ${DEFAULT-VALUE}).")
    private double minutes;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Of the wearers and of every chance.")
    private long seed;

    @Option(
            names = "--storm-every",
            paramLabel = "SECONDS",
            description = "Tear off a fifth of the connections at once this often.")
    private @Nullable Integer stormEvery;

    @Option(
            names = "--heap",
            paramLabel = "MB",
            description = "Most that the house may take; by the wearers otherwise.")
    private @Nullable Integer heap;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the result here as JSON too.")
    private @Nullable Path json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @Override
    public Integer call() throws Exception {
        if (json != null) {
            OutputFile.mustBeWritable(json);
        }
        try (var temporary = TemporaryDirectory.named("handrail-load")) {
            Logs.toFile(temporary.path().resolve("handrail.log"));
            var settings = new SimLoadSettings(
                    wearers,
                    Duration.ofMillis(Math.round(minutes * 60_000)),
                    seed,
                    Optional.ofNullable(stormEvery).map(Duration::ofSeconds),
                    heap == null ? SimLoadSettings.heapMbFor(wearers) : heap,
                    temporary.path());
            var text = new LoadText(spec.commandLine().getOut());
            text.announce(settings);
            var report = new SimLoad(settings, HouseClock.ofThisMachine(), text::show).run();
            text.print(report);
            if (json != null) {
                LoadJson.write(report, json);
            }
            return report.isWhole() ? 0 : 1;
        }
    }
}
