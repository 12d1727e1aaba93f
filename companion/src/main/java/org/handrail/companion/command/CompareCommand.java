package org.handrail.companion.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.handrail.analytics.EvidenceWeights;
import org.handrail.companion.audit.AuditFault;
import org.handrail.companion.audit.Comparing;
import org.handrail.companion.audit.Comparing.Compared;
import org.handrail.companion.house.HouseClock;
import org.handrail.devicesim.recording.Recording;
import org.handrail.devicesim.recording.RecordingChoice;
import org.handrail.devicesim.recording.Recordings;
import org.handrail.devicesim.recording.Study;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The shipped weights against others, on the same frames. */
@Command(
        name = "compare",
        description = "Lay the method as it is shipped beside the same method with other weights, on the same frames.",
        footer = "What each figure means: docs/audit.md.")
final class CompareCommand implements Callable<Integer> {

    private static final int MOST_WEEKS = 52;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "WEIGHTS", description = "File with the other weights, as 'fit' writes it.")
    private Path weights = Path.of("");

    @Mixin
    private StoredHouseOptions options = new StoredHouseOptions();

    @Option(
            names = "--study",
            paramLabel = "DIR",
            description = "Recordings instead of a house: a study with sessions.csv, or one recording.")
    private @Nullable Path study;

    @Option(names = "--sim", paramLabel = "WEEKS", description = "Invented people instead of a house.")
    private @Nullable Integer weeks;

    @Option(
            names = "--wearers",
            defaultValue = "3",
            paramLabel = "N",
            description = "How many invented people (default: ${DEFAULT-VALUE}).")
    private int wearers;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures here as JSON too.")
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
        if ((study != null ? 1 : 0) + (weeks != null ? 1 : 0) + (options.isSaid() ? 1 : 0) > 1) {
            throw new AuditFault("Two methods are compared on a house, on --study or on --sim, one at a time.");
        }
        var other = readWeights();
        try (var temporary = TemporaryDirectory.named("handrail-compare")) {
            Logs.toFile(temporary.path().resolve("handrail.log"));
            var comparing = new Comparing(EvidenceWeights.SHIPPED, other, ProgressBar.onErrors("Comparing")::show);
            var compared = compare(comparing);
            var figures = new ComparisonFigures(compared);
            figures.print(spec.commandLine().getOut());
            if (json != null) {
                figures.write(json);
            }
            return 0;
        }
    }

    private Compared compare(Comparing comparing) {
        if (study != null) {
            return comparing.on(recordings(study));
        }
        if (weeks != null) {
            if (weeks < 1 || weeks > MOST_WEEKS || wearers < 1) {
                throw new AuditFault("Invented people are at least one, for 1 to " + MOST_WEEKS + " weeks.");
            }
            return comparing.onInvented(wearers, weeks);
        }
        try (var house = options.open()) {
            return comparing.on(house, HouseClock.ofThisMachine().instant());
        }
    }

    private static List<Supplier<Recording>> recordings(Path path) {
        if (Files.exists(path.resolve("sessions.csv"))) {
            return Study.at(path).sessions().stream()
                    .map(Study.Session::recording)
                    .toList();
        }
        return List.of(() -> Recordings.read(path, new RecordingChoice(Optional.empty(), ZoneOffset.UTC)));
    }

    private EvidenceWeights readWeights() {
        try (var file = Files.newBufferedReader(weights)) {
            return EvidenceWeights.read(file);
        } catch (IOException unreadable) {
            throw new AuditFault("The weights in " + weights + " cannot be read; is it a file that 'fit' wrote?");
        } catch (IllegalArgumentException noWeights) {
            throw new AuditFault(weights + " is no file of weights: " + noWeights.getMessage() + ".");
        }
    }
}
