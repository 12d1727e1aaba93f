package org.handrail.companion.command;

import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands of the terminal. Whatever goes wrong is one clear line and an exit code that is not zero. */
@Command(
        name = "handrail",
        description = "A smartwatch companion for recovery mentorship.",
        subcommands = {
            DemoCommand.class,
            ReplayCommand.class,
            ImportCommand.class,
            SimCommand.class,
            RefereeCommand.class,
            EvaluateCommand.class,
            ExplainCommand.class,
            CompareCommand.class,
            FitCommand.class,
            ServeCommand.class,
            IngestCommand.class,
            BenchCommand.class
        },
        synopsisSubcommandLabel = "COMMAND")
public final class Terminal {

    private static final int FAULT = 1;

    private Terminal() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** @return the exit code */
    static int run(String... arguments) {
        return line().execute(arguments);
    }

    static CommandLine line() {
        var line = new CommandLine(new Terminal());
        line.setParameterExceptionHandler(Terminal::misunderstood);
        line.setExecutionExceptionHandler((fault, command, parsed) -> failed(command, fault));
        return line;
    }

    private static int misunderstood(CommandLine.ParameterException fault, String[] arguments) {
        var err = fault.getCommandLine().getErr();
        String message = Objects.requireNonNullElse(fault.getMessage(), "that was not understood");
        err.println("handrail: " + message.lines().findFirst().orElse(message));
        err.println("Try '" + fault.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
        return CommandLine.ExitCode.USAGE;
    }

    private static int failed(CommandLine command, Exception fault) {
        String sentence = fault.getMessage();
        command.getErr()
                .println("handrail: " + (sentence == null ? fault.getClass().getSimpleName() : sentence));
        return FAULT;
    }
}
