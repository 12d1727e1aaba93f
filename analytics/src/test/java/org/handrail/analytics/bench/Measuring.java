package org.handrail.analytics.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the benchmarks one after the other, in processes with the collector of the house and a small heap. */
final class Measuring {

    private final Pace pace;
    private final Path log;

    /** @param log where JMH tells of the last benchmark */
    Measuring(Pace pace, Path log) {
        this.pace = pace;
        this.log = log;
    }

    /** Full names of all benchmarks. */
    static List<String> all() {
        var silent = OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT);
        return BenchmarkList.defaultList().getAll(silent, List.of()).stream()
                .map(BenchmarkListEntry::getUsername)
                .sorted()
                .toList();
    }

    /** @param begins hears the name of each before it runs */
    List<Measured> run(List<String> benchmarks, Consumer<String> begins) throws RunnerException {
        var found = new ArrayList<Measured>();
        for (var benchmark : benchmarks) {
            begins.accept(benchmark);
            var options = new OptionsBuilder()
                    .include("^" + Pattern.quote(benchmark) + "$")
                    .mode(Mode.AverageTime)
                    .jvmArgs("-Xmx256m", "-XX:+UseSerialGC")
                    .addProfiler(GCProfiler.class)
                    .shouldFailOnError(true)
                    .output(log.toString());
            found.add(Measured.of(new Runner(pace.applyTo(options).build()).runSingle()));
        }
        return found;
    }
}
