package org.handrail.companion.command;

import org.handrail.devicesim.scenario.Scenario;
import org.handrail.devicesim.scenario.Scenarios;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the scenarios that come with the house. */
@Command(name = "list", description = "Show the scenarios that come with Handrail.")
final class SimListCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @Override
    public void run() {
        var out = spec.commandLine().getOut();
        var scenarios = Scenarios.all();
        int width = scenarios.stream()
                .mapToInt(scenario -> scenario.name().length())
                .max()
                .orElse(0);
        String line = "%-" + width + "s  %6s  %4s  %s%n";
        out.printf(line, "scenario", "people", "days", "what happens");
        for (Scenario scenario : scenarios) {
            out.printf(line, scenario.name(), scenario.people(), scenario.days(), scenario.about());
        }
        out.flush();
    }
}
