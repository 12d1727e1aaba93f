package org.handrail.companion.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.DoubleConsumer;
import org.handrail.analytics.EvidenceWeights;
import org.handrail.companion.evaluation.Evaluation;
import org.handrail.companion.evaluation.EvaluationReport;
import org.handrail.companion.evaluation.WeightFit;
import org.handrail.devicesim.recording.Study;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Scores the method on labelled recordings of real people. */
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

    @Option(
            names = "--loso",
            description = "Leave one subject out: judge each person with weights fitted to the others of DIR.")
    private boolean leavesOneOut;

    @Option(names = "--lambda", paramLabel = "N", description = "For --loso: as for fit (default: 400).")
    private @Nullable Double lambda;

    @Option(names = "--weights", paramLabel = "FILE", description = "Use these weights, as fit writes them.")
    private @Nullable Path weights;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures here as JSON too.")
    private @Nullable Path json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @Override
    public Integer call() throws IOException {
        if (leavesOneOut && weights != null) {
            throw new ParameterException(spec.commandLine(), "--loso fits its own weights; leave out --weights.");
        }
        if (!leavesOneOut && lambda != null) {
            throw new ParameterException(spec.commandLine(), "--lambda goes with --loso.");
        }
        if (json != null) {
            OutputFile.mustBeWritable(json);
        }
        var figures = figures(Study.at(folder), ProgressBar.onErrors("Judging")::show);
        figures.print(spec.commandLine().getOut());
        if (json != null) {
            figures.write(json);
        }
        return 0;
    }

    private EvaluationFigures figures(Study study, DoubleConsumer progress) throws IOException {
        if (leavesOneOut) {
            var fit = lambda == null ? WeightFit.SHIPPED : new WeightFit(lambda);
            return new EvaluationFigures(
                    Evaluation.leavingOneOut(study, fit, progress), "each person by weights fitted to the others");
        }
        if (weights != null) {
            return new EvaluationFigures(
                    Evaluation.of(study, read(weights), progress), "weights of " + weights.getFileName());
        }
        EvaluationReport report = Evaluation.of(study, EvidenceWeights.SHIPPED, progress);
        return new EvaluationFigures(report, "weights as shipped");
    }

    private static EvidenceWeights read(Path file) {
        try (var reader = Files.newBufferedReader(file)) {
            return EvidenceWeights.read(reader);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("Cannot read weights from " + file + ".", unreadable);
        } catch (IllegalArgumentException noWeights) {
            throw new IllegalArgumentException(file + ": " + noWeights.getMessage() + ".", noWeights);
        }
    }
}
