package org.handrail.companion.command;

import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.handrail.companion.house.House;
import org.handrail.companion.house.HouseSettings;
import org.handrail.companion.replay.Pace;
import org.handrail.companion.replay.Replay;
import org.handrail.companion.replay.ReplayReport;
import org.handrail.devicesim.recording.RecordingChoice;
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
            description = "An Empatica E4 folder, a session's folder in the compact layout, a Fitabase export,"
                    + " a Garmin stream or Apple Health's export.xml; which it is shows by itself.")
    private Path path = Path.of(".");

    @Option(
            names = "--person",
            paramLabel = "ID",
            description = "Whose recording, where an export holds several people.")
    private @Nullable String person;

    @Option(
            names = "--zone",
            defaultValue = "UTC",
            paramLabel = "ZONE",
            description = "Of local times that come without one, such as Europe/Berlin (default: ${DEFAULT-VALUE}).")
    private String zone = "UTC";

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
        var whole = Recordings.read(path, new RecordingChoice(Optional.ofNullable(person), zoneOf(zone)));
        var recording = whole.last(Replay.LONGEST);
        var pace = Pace.of(speed);
        if (json != null) {
            OutputFile.mustBeWritable(json);
        }
        try (var temporary = TemporaryDirectory.named("handrail-replay")) {
            Logs.toFile(temporary.path().resolve("handrail.log"));
            var text = new ReplayText(System.out);
            text.print(path, whole);
            if (recording != whole) {
                System.out.printf("  Played    the last %d days%n", Replay.LONGEST.toDays());
            }
            try (var house = House.open(HouseSettings.onFreePorts(temporary.path()))) {
                var bar = ProgressBar.onTerminal("Sending over MQTT");
                var report = new Replay(house, house.room(Clock.class)).play(recording, pace, bar::show);
                text.print(report);
                if (json != null) {
                    ReplayJson.write(report, json);
                }
                return exitCode(report);
            }
        }
    }

    private static ZoneId zoneOf(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException noZone) {
            throw new IllegalArgumentException("The zone is one such as Europe/Berlin, not '" + name + "'.", noZone);
        }
    }

    private static int exitCode(ReplayReport report) {
        return report.stored() == report.published() ? 0 : 1;
    }
}
