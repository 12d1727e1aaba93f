package org.handrail.companion.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What can be done with invented people. */
@Command(
        name = "sim",
        description = "Invented people: scenarios whose truth is known, and many at once.",
        subcommands = {SimListCommand.class, SimRunCommand.class, SimLoadCommand.class},
        synopsisSubcommandLabel = "list|run|load")
final class SimCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do: sim list, sim run SCENARIO or sim load");
    }
}
