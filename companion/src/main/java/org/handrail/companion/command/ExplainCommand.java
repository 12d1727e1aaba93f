package org.handrail.companion.command;

import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.handrail.analytics.RiskWindowId;
import org.handrail.companion.audit.Explaining;
import org.handrail.companion.house.HouseClock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Why a risk window was opened, from the frames themselves. */
@Command(
        name = "explain",
        description =
                "Recompute a stored risk window from the archive: why it was opened, and whether what is stored is"
                        + " what the frames give, bit for bit.",
        footer =
                "What it says and how to read it: docs/audit.md. Exit code 1 where it differs or cannot be recomputed.")
final class ExplainCommand implements Callable<Integer> {

    private static final int LISTED = 20;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "0..1",
            paramLabel = "RISK_WINDOW_ID",
            description = "Which; without it the last ones are listed.")
    private @Nullable UUID id;

    @Mixin
    private StoredHouseOptions options = new StoredHouseOptions();

    @Option(names = "--json", paramLabel = "FILE", description = "Write the explanation here as JSON too.")
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
        try (var temporary = TemporaryDirectory.named("handrail-explain")) {
            Logs.toFile(temporary.path().resolve("handrail.log"));
            try (var house = options.open()) {
                var explaining = new Explaining(house);
                var text = new ExplanationText(spec.commandLine().getOut());
                if (id == null) {
                    text.list(explaining.latestWindows(LISTED));
                    return 0;
                }
                var now = HouseClock.ofThisMachine().instant();
                var explanation = explaining.explain(new RiskWindowId(id), now);
                text.print(explanation);
                if (json != null) {
                    ExplanationJson.write(explanation, json);
                }
                return explanation.isSame() ? 0 : 1;
            }
        }
    }
}
