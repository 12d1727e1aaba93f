package org.handrail.companion.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.handrail.companion.house.House;
import org.handrail.companion.house.HouseSettings;
import org.handrail.companion.past.ImportFault;
import org.handrail.companion.past.Owners;
import org.handrail.companion.past.PastImport;
import org.handrail.companion.past.PastReport;
import org.handrail.companion.people.Person;
import org.handrail.devicesim.recording.Recording;
import org.handrail.devicesim.recording.RecordingChoice;
import org.handrail.devicesim.recording.RecordingFault;
import org.handrail.devicesim.recording.Recordings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes a mentee's own past into a house that is not open meanwhile. */
@Command(
        name = "import",
        description =
                "Take a mentee's own past out of an export into the house: analysed and shown, never asked about.")
final class ImportCommand implements Callable<Integer> {

    private static final int BAD_INPUT = 2;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "PATH",
            description = "An Empatica E4 folder, a Fitabase export, a Garmin stream or Apple Health's export.xml;"
                    + " which it is shows by itself.")
    private Path path = Path.of(".");

    @Option(names = "--person", required = true, paramLabel = "USERNAME", description = "Whose past it is.")
    private String person = "";

    @Option(
            names = "--export-person",
            paramLabel = "ID",
            description = "Whose part of the export, where it holds several people.")
    private @Nullable String exportPerson;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "Of local times that come without one (default: the person's own).")
    private @Nullable String zone;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = ".handrail/house",
            description = "Directory of the house, which must not be open (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of(".handrail", "house");

    @Option(names = "--dry-run", description = "Say what would be taken in, and take nothing in.")
    private boolean isDry;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @Override
    public Integer call() throws InterruptedException {
        try {
            mustBeThere();
            Logs.toFile(data.resolve("handrail-import.log"));
            try (var ending = Ending.onSignal();
                    var house = open()) {
                return take(house, ending);
            }
        } catch (ImportFault | RecordingFault badInput) {
            spec.commandLine().getErr().println("handrail: " + badInput.getMessage());
            return BAD_INPUT;
        }
    }

    private void mustBeThere() {
        if (!Files.exists(path)) {
            throw new ImportFault(path + ": expected a folder or a file, and nothing is there.");
        }
        if (!Files.isDirectory(data.resolve("database"))) {
            throw new ImportFault("There is no house in " + data + "; say --data DIR.");
        }
    }

    /** On ports of its own, so that no watch comes meanwhile. */
    private House open() {
        try {
            return House.open(HouseSettings.onFreePorts(data));
        } catch (IllegalStateException inTheWay) {
            throw new ImportFault(
                    inTheWay.getMessage() + " An import needs the house for itself: end it, import, and open it again.",
                    inTheWay);
        }
    }

    private int take(House house, Ending ending) throws InterruptedException {
        var owner = new Owners(house).find(person);
        var recording = read(owner);
        var text = new PastText(spec.commandLine().getOut(), owner.zone());
        text.print(path, recording);
        var past = new PastImport(house, house.room(Clock.class));
        if (isDry) {
            text.printDry(past.look(owner, recording));
            return 0;
        }
        var bar = ProgressBar.onTerminal("Taking in");
        var report = past.take(owner, recording, ending::isWanted, bar::show);
        text.print(report);
        return exitCode(report);
    }

    private Recording read(Person owner) {
        var choice = new RecordingChoice(Optional.ofNullable(exportPerson), zoneOf(owner));
        return Recordings.read(path, choice);
    }

    private ZoneId zoneOf(Person owner) {
        try {
            return zone == null ? owner.zone() : ZoneId.of(zone);
        } catch (DateTimeException noZone) {
            throw new ImportFault("The zone is one such as Europe/Berlin, not '" + zone + "'.", noZone);
        }
    }

    private static int exitCode(PastReport report) {
        return report.isWhole() && report.refusals() == 0 ? 0 : 1;
    }
}
