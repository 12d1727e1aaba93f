package org.handrail.companion.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.handrail.companion.bench.BenchPart;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What can be measured. */
@Command(
        name = "bench",
        description = "Measure how fast the house is.",
        subcommands = {BenchIngestCommand.class, BenchCapacityCommand.class, BenchCommand.Part.class},
        synopsisSubcommandLabel = "ingest|capacity|analytics",
        footer =
                "bench analytics is no part of this jar: the script ./handrail builds it from the sources and runs it.")
final class BenchCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "say what to measure: bench ingest, bench capacity or bench analytics");
    }

    /** The measured process, started by the measuring one and told by it what to be. */
    @Command(name = "part", hidden = true)
    static final class Part implements Callable<Integer> {

        @Option(names = "--log", required = true)
        private Path log = Path.of("part.log");

        @Override
        public Integer call() throws IOException {
            Logs.toFile(log);
            BenchPart.run(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)), System.out);
            return 0;
        }
    }
}
