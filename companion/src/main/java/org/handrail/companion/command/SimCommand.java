package org.handrail.companion.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What can be done with scenarios. */
@Command(
        name = "sim",
        description = "Scenarios: invented people whose truth is known.",
        subcommands = {SimListCommand.class, SimRunCommand.class},
        synopsisSubcommandLabel = "list|run")
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
        throw new ParameterException(spec.commandLine(), "say what to do: sim list or sim run SCENARIO");
    }
}
