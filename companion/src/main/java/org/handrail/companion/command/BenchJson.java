package org.handrail.companion.command;

import java.nio.file.Path;
import java.util.Locale;
import org.handrail.companion.bench.IngestReport;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** What the bench of ingest found, for machines. */
final class BenchJson {

    private BenchJson() {}

    static void write(IngestReport report, Path file) {
        var root = JsonNodeFactory.instance.objectNode();
        root.put("frames_per_second", rounded(report.framesPerSecond()));
        root.putObject("publish_to_commit_ms")
                .put("p50", report.latency().p50())
                .put("p99", report.latency().p99())
                .put("p999", report.latency().p999());
        root.putObject("ceiling")
                .put("broker_frames_per_second", rounded(report.brokerFramesPerSecond()))
                .put("archive_frames_per_second", rounded(report.archiveFramesPerSecond()));
        root.put("ratio_to_ceiling", Math.round(report.ratioToCeiling() * 1_000) / 1_000.0);
        root.put("cpu_seconds_per_million_frames", rounded(report.cpuSecondsPerMillionFrames()));
        root.put("bytes_per_wearer_day", report.bytesPerWearerDay());
        root.put("published", report.published());
        root.put("stored", report.stored());
        root.put("lost", report.lost());
        root.put("doubled", report.doubled());
        root.put("broker", report.settings().broker().name().toLowerCase(Locale.ROOT));
        root.put("devices", report.settings().devices());
        root.put("seconds", report.took().toMillis() / 1000.0);
        root.put("latency_at_frames_per_second", report.latencyRate());
        root.put("frames_per_wearer_day", report.framesOfWearerDay());
        root.put("checked", report.checked());
        var cpu = root.putObject("cpu_seconds_per_million_frames_of");
        report.cpuSecondsPerMillion().forEach((process, time) -> cpu.put(process.replace(' ', '_'), rounded(time)));
        JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), root);
    }

    private static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
