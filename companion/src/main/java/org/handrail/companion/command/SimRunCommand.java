package org.handrail.companion.command;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.handrail.companion.house.House;
import org.handrail.companion.house.HouseClock;
import org.handrail.companion.house.HouseSettings;
import org.handrail.companion.replay.Pace;
import org.handrail.companion.replay.ScenarioReport;
import org.handrail.companion.replay.ScenarioRun;
import org.handrail.devicesim.scenario.Scenarios;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Plays a scenario into a house of its own, which is gone afterwards. */
@Command(
        name = "run",
        description = "Play a scenario through MQTT into the house and show what it found beside what was true.")
final class SimRunCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "SCENARIO|FILE", description = "A name that 'sim list' shows, or a file of one's own.")
    private String scenario = "";

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Another seed than the file's: other chances, same truth.")
    private @Nullable Long seed;

    @Option(
            names = "--speed",
            defaultValue = "max",
            paramLabel = "N|max",
            description = "Times its own pace, or as fast as it goes (default: ${DEFAULT-VALUE}).")
    private String speed = "max";

    @Option(names = "--json", paramLabel = "FILE", description = "Write the result here as JSON too.")
    private @Nullable Path json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @Override
    public Integer call() throws Exception {
        var written = Scenarios.find(scenario);
        var played = seed == null ? written : written.withSeed(seed);
        var pace = Pace.of(speed);
        if (json != null) {
            OutputFile.mustBeWritable(json);
        }
        try (var temporary = TemporaryDirectory.named("handrail-sim")) {
            Logs.toFile(temporary.path().resolve("handrail.log"));
            var text = new ScenarioText(spec.commandLine().getOut());
            text.announce(played);
            var settings = HouseSettings.onFreePorts(temporary.path())
                    .setBack(ScenarioRun.setBack(
                            played, HouseClock.ofThisMachine().instant()));
            try (var house = House.open(settings)) {
                var bar = ProgressBar.onTerminal("Sending over MQTT");
                var report = new ScenarioRun(house, house.room(Clock.class)).play(played, pace, bar::show);
                text.print(report);
                if (json != null) {
                    ScenarioJson.write(report, json);
                }
                return exitCode(report);
            }
        }
    }

    private static int exitCode(ScenarioReport report) {
        return report.isWhole() ? 0 : 1;
    }
}
