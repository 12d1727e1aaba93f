package org.handrail.companion.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.handrail.companion.bench.BenchSettings;
import org.handrail.companion.bench.BrokerKind;
import org.handrail.companion.bench.IngestBench;
import org.handrail.companion.bench.IngestReport;
import org.handrail.companion.house.HouseClock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How fast frames go from many watches to the archive. */
@Command(
        name = "ingest",
        description = "Measure how fast frames go from many watches through the broker into the archive.")
final class BenchIngestCommand implements Callable<Integer> {

    @Option(names = "--frames", paramLabel = "N", description = "End the sustained load after so many frames.")
    private @Nullable Long frames;

    @Option(
            names = "--devices",
            paramLabel = "N",
            defaultValue = "200",
            description = "Watches, each with its own connection (default: ${DEFAULT-VALUE}).")
    private int devices;

    @Option(
            names = "--broker",
            paramLabel = "embedded|mosquitto",
            defaultValue = "embedded",
            converter = BrokerName.class,
            description = "The broker between them (default: ${DEFAULT-VALUE}).")
    private BrokerKind broker = BrokerKind.EMBEDDED;

    @Option(
            names = "--rate",
            paramLabel = "R",
            description = "Frames a second; as fast as they are committed without it.")
    private @Nullable Double rate;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "60",
            description = "Length of the sustained load (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "A setting of ingest, for instance handrail.ingest.archive.batch-size=500.")
    private List<String> properties = List.of();

    @Option(names = "--json", paramLabel = "FILE", description = "Write the result here as JSON too.")
    private @Nullable Path json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    static final class BrokerName implements ITypeConverter<BrokerKind> {
        @Override
        public BrokerKind convert(String name) {
            return switch (name) {
                case "embedded" -> BrokerKind.EMBEDDED;
                case "mosquitto" -> BrokerKind.MOSQUITTO;
                default -> throw new TypeConversionException("the broker is embedded or mosquitto, not " + name);
            };
        }
    }

    @Override
    public Integer call() throws Exception {
        if (json != null) {
            OutputFile.mustBeWritable(json);
        }
        try (var temporary = TemporaryDirectory.named("handrail-bench")) {
            Logs.toFile(temporary.path().resolve("handrail.log"));
            var settings = new BenchSettings(
                    broker,
                    devices,
                    frames == null ? OptionalLong.empty() : OptionalLong.of(frames),
                    rate == null ? OptionalDouble.empty() : OptionalDouble.of(rate),
                    Duration.ofSeconds(seconds),
                    temporary.path(),
                    properties);
            var bar = ProgressBar.onErrors("Measuring with " + broker.name().toLowerCase(Locale.ROOT));
            var report = new IngestBench(settings, HouseClock.ofThisMachine(), bar::show).run();
            new BenchText(System.out).print(report);
            if (json != null) {
                BenchJson.write(report, json);
            }
            return exitCode(report);
        }
    }

    private static int exitCode(IngestReport report) {
        return report.lost() == 0 && report.doubled() == 0 ? 0 : 1;
    }
}
