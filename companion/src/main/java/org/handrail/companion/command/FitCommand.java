package org.handrail.companion.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.handrail.companion.evaluation.WeightFit;
import org.handrail.devicesim.recording.Study;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Finds what the evidence is worth from labelled recordings of real people. */
@Command(
        name = "fit",
        description = "Fit the weights of the evidence to studies of labelled recordings.",
        footer = "How, and what came of it: docs/evaluation.md.")
final class FitCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "DIR",
            arity = "1..*",
            description = "Folders with sessions.csv, labels.csv and one folder for each session.")
    private List<Path> folders = List.of();

    @Option(
            names = "--lambda",
            defaultValue = "400",
            paramLabel = "N",
            description = "How strongly weights are drawn to those of the literature (default: ${DEFAULT-VALUE}).")
    private double lambda;

    @Option(names = "--out", paramLabel = "FILE", description = "Write the weights here (default: print them).")
    private @Nullable Path out;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Write weights and what they rest on here as JSON too.")
    private @Nullable Path json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @Override
    public Integer call() throws IOException {
        var fit = new WeightFit(lambda);
        if (out != null) {
            OutputFile.mustBeWritable(out);
        }
        if (json != null) {
            OutputFile.mustBeWritable(json);
        }
        var fitted = fit.to(folders.stream().map(Study::at).toList(), ProgressBar.onErrors("Fitting")::show);
        if (out != null) {
            Files.writeString(out, fitted.text());
        } else {
            spec.commandLine().getOut().print(fitted.text());
            spec.commandLine().getOut().flush();
        }
        if (json != null) {
            FitJson.write(fitted, json);
        }
        return 0;
    }
}
