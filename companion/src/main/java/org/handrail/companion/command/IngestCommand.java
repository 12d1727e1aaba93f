package org.handrail.companion.command;

import java.util.concurrent.Callable;
import org.handrail.companion.house.IngestRoom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reads frames and stores them, beside others that do the same; analysis and pages are elsewhere. */
@Command(
        name = "ingest",
        description = "Run ingest alone: several such processes divide the frames of one broker between them.")
final class IngestCommand implements Callable<Integer> {

    @Mixin
    private OutsideOptions outside = new OutsideOptions();

    @Option(
            names = "--share",
            required = true,
            paramLabel = "GROUP",
            description = "The processes that say the same group divide the frames between them.")
    private String group = "";

    @Option(
            names = "--name",
            required = true,
            paramLabel = "NAME",
            description = "Tells this process from the others; the same at every start.")
    private String name = "";

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @Override
    public Integer call() throws InterruptedException {
        mustBeAWord("--share", group);
        mustBeAWord("--name", name);
        Logs.toConsole();
        try (var ending = Ending.onSignal();
                var room = IngestRoom.open(outside.broker(), outside.database(), group, name)) {
            System.out.println("Ingest: " + name + " of " + group + ", stores in " + room.database());
            ending.await();
        }
        return 0;
    }

    private static void mustBeAWord(String option, String word) {
        if (!word.matches("[A-Za-z0-9._-]{1,40}")) {
            throw new IllegalStateException(option + " takes up to 40 letters, digits, dots and dashes.");
        }
    }
}
