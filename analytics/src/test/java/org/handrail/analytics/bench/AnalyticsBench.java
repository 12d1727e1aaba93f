package org.handrail.analytics.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command behind {@code ./handrail bench analytics}. */
@Command(
        name = "handrail bench analytics",
        description = "Measure what a beat, a minute, a window and a wearer cost. Takes about three minutes.",
        sortOptions = false)
public final class AnalyticsBench implements Callable<Integer> {

    @Option(names = "--quick", description = "Less exact, in half a minute.")
    private boolean quick;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the result here as JSON too.")
    private @Nullable Path json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    public static void main(String[] arguments) {
        System.exit(line().execute(arguments));
    }

    /** Ends with 0 where it measured, 1 where it could not, 2 where it was not understood. */
    static CommandLine line() {
        return new CommandLine(new AnalyticsBench())
                .setParameterExceptionHandler(AnalyticsBench::misunderstood)
                .setExecutionExceptionHandler(AnalyticsBench::failed);
    }

    @Override
    public Integer call() throws IOException {
        if (json != null) {
            mustBeWritable(json);
        }
        Path log = Files.createTempFile("handrail-bench", ".log");
        var report = measure(quick ? Pace.QUICK : Pace.FULL, log);
        Files.delete(log);
        report.print(System.out);
        if (json != null) {
            report.write(json);
        }
        return CommandLine.ExitCode.OK;
    }

    private static BenchReport measure(Pace pace, Path log) {
        try {
            var figures =
                    new Measuring(pace, log).run(Measuring.all(), name -> System.err.println("Measuring " + name));
            return new BenchReport(pace, figures, DetectionMinute.mostStateBytes());
        } catch (RunnerException e) {
            String fault = Objects.requireNonNullElse(e.getMessage(), "it ended early");
            throw new IllegalStateException(
                    fault.contains("the JMH lock")
                            ? "Another measurement is running on this machine; try again when it is through."
                            : "Could not measure: " + fault + ". " + log + " says more.",
                    e);
        }
    }

    private static void mustBeWritable(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        boolean isWritable = Files.exists(file)
                ? Files.isRegularFile(file) && Files.isWritable(file)
                : folder != null && Files.isWritable(folder);
        if (!isWritable) {
            throw new IllegalStateException("Cannot write " + file + "; choose another file.");
        }
    }

    private static int misunderstood(CommandLine.ParameterException fault, String[] arguments) {
        var err = fault.getCommandLine().getErr();
        err.println("handrail: " + fault.getMessage());
        err.println("Try './handrail bench analytics --help'.");
        return CommandLine.ExitCode.USAGE;
    }

    private static int failed(Exception fault, CommandLine command, CommandLine.ParseResult parsed) {
        var sentence =
                Objects.requireNonNullElse(fault.getMessage(), fault.getClass().getSimpleName());
        command.getErr().println("handrail: " + sentence);
        return CommandLine.ExitCode.SOFTWARE;
    }
}
