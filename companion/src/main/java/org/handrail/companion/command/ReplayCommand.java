package org.handrail.companion.command;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.handrail.companion.house.House;
import org.handrail.companion.house.HouseSettings;
import org.handrail.companion.replay.Pace;
import org.handrail.companion.replay.Replay;
import org.handrail.companion.replay.ReplayReport;
import org.handrail.devicesim.recording.Recordings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Plays a real recording into a house of its own, which is gone afterwards. */
@Command(
        name = "replay",
        description = "Play a real recording through MQTT into the house and show the risk windows beside its labels.")
final class ReplayCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "PATH",
            description = "A raw Empatica E4 folder, or one session's folder in the compact layout.")
    private Path path = Path.of(".");

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
        var recording = Recordings.read(path);
        var pace = Pace.of(speed);
        if (json != null) {
            OutputFile.mustBeWritable(json);
        }
        try (var temporary = TemporaryDirectory.named("handrail-replay")) {
            Logs.toFile(temporary.path().resolve("handrail.log"));
            System.out.printf(
                    "%s: %d min of %d streams, %d labelled stretches%n",
                    path,
                    recording.length().toMinutes(),
                    recording.channels().size(),
                    recording.labels().size());
            try (var house = House.open(HouseSettings.onFreePorts(temporary.path()))) {
                var bar = ProgressBar.onTerminal("Sending over MQTT");
                var report = new Replay(house, house.room(Clock.class)).play(recording, pace, bar::show);
                new ReplayText(System.out).print(report);
                if (json != null) {
                    ReplayJson.write(report, json);
                }
                return exitCode(report);
            }
        }
    }

    private static int exitCode(ReplayReport report) {
        return report.stored() == report.published() ? 0 : 1;
    }
}
