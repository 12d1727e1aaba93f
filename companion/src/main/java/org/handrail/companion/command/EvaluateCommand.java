package org.handrail.companion.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.handrail.companion.evaluation.Evaluation;
import org.handrail.devicesim.recording.Study;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Scores the shipped method on labelled recordings of real people. */
@Command(
        name = "evaluate",
        description = "Score the detection, as it is shipped, on a study of labelled recordings.",
        footer = "What each figure means: docs/evaluation.md.")
final class EvaluateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "DIR",
            description = "Folder with sessions.csv, labels.csv and one folder for each session.")
    private Path folder = Path.of("");

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures here as JSON too.")
    private @Nullable Path json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @Override
    public Integer call() {
        if (json != null) {
            OutputFile.mustBeWritable(json);
        }
        var study = Study.at(folder);
        var report = Evaluation.of(study, ProgressBar.onTerminal("Judging")::show);
        var figures = new EvaluationFigures(report);
        figures.print(spec.commandLine().getOut());
        if (json != null) {
            figures.write(json);
        }
        return 0;
    }
}
