package org.handrail.companion.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.handrail.companion.house.HouseClock;
import org.handrail.companion.referee.HouseReferee;
import org.handrail.companion.referee.HouseVerdict;
import org.handrail.companion.referee.Referee;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Weeks of invented people with known truth: what the detection finds, and whether alerts keep their promises. */
@Command(
        name = "referee",
        description = "Judge detection and alerts by invented people whose truth is known.",
        footer = "What each figure means: docs/referee.md. Exit code 1 where a promise was broken.")
final class RefereeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--wearers",
            defaultValue = "25",
            paramLabel = "N",
            description = "How many people (default: ${DEFAULT-VALUE}).")
    private int wearers;

    @Option(
            names = "--weeks",
            defaultValue = "4",
            paramLabel = "N",
            description = "How many weeks of each (default: ${DEFAULT-VALUE}).")
    private int weeks;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "S",
            description = "Other people, other chances (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--threads", paramLabel = "N", description = "Lives at once (default: as many as there are cores).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--event-time-only", description = "Leave out the evening in a real house.")
    private boolean eventTimeOnly;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the scoreboard here as JSON too.")
    private @Nullable Path json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @Override
    public Integer call() throws Exception {
        var settings = new Referee.Settings(wearers, weeks, seed, threads);
        if (json != null) {
            OutputFile.mustBeWritable(json);
        }
        try (var temporary = TemporaryDirectory.named("handrail-referee")) {
            Logs.toFile(temporary.path().resolve("handrail.log"));
            var text = new RefereeText(spec.commandLine().getOut());
            var clock = HouseClock.ofThisMachine();
            var began = clock.instant();
            var scores = Referee.judge(settings, ProgressBar.onTerminal("Living in event time")::show);
            text.print(scores, Duration.between(began, clock.instant()));
            Optional<HouseVerdict> house = Optional.empty();
            if (!eventTimeOnly) {
                var bar = ProgressBar.onTerminal("Living in a real house");
                house = Optional.of(HouseReferee.judge(temporary.path().resolve("house"), seed, bar::show));
                house.ifPresent(text::print);
            }
            if (json != null) {
                RefereeJson.write(scores, house, json);
            }
            boolean isKept = scores.total().keepsPromises()
                    && house.map(HouseVerdict::isKept).orElse(true);
            return isKept ? 0 : 1;
        }
    }
}
