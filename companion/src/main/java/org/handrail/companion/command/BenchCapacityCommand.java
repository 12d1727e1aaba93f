package org.handrail.companion.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.handrail.companion.bench.CapacityBench;
import org.handrail.companion.bench.CapacitySettings;
import org.handrail.companion.bench.SimLoadSettings;
import org.handrail.companion.house.HouseClock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How many live wearers this machine carries. */
@Command(
        name = "capacity",
        description = "Find how many live wearers this machine carries with 99 of 100 nudges within a second.")
final class BenchCapacityCommand implements Callable<Integer> {

    private static final int LEAST_NUDGES = 100;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--quick", description = "At most two minutes: one number of wearers, held for 20 seconds.")
    private boolean quick;

    @Option(names = "--at-most", paramLabel = "N", description = "Try no more wearers than these.")
    private @Nullable Integer atMost;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Of the wearers and of every chance.")
    private long seed;

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
        try (var temporary = TemporaryDirectory.named("handrail-capacity")) {
            Logs.toFile(temporary.path().resolve("handrail.log"));
            int most = atMost != null ? atMost : quick ? 2_000 : 60_000;
            var settings = new CapacitySettings(
                    Duration.ofSeconds(quick ? 20 : 60),
                    most,
                    quick ? Duration.ofSeconds(30) : Duration.ofMinutes(6),
                    LEAST_NUDGES,
                    seed,
                    SimLoadSettings.heapMbFor(Math.min(most, 30_000)),
                    temporary.path());
            var text = new CapacityText(spec.commandLine().getOut());
            text.announce(settings);
            var report = new CapacityBench(settings, HouseClock.ofThisMachine(), text::show).run();
            text.print(report);
            if (json != null) {
                CapacityJson.write(report, json);
            }
            return report.isWhole() ? 0 : 1;
        }
    }
}
