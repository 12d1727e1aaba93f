package org.handrail.companion.command;

import java.nio.file.Path;
import org.handrail.companion.bench.LoadFigures;
import org.handrail.companion.bench.LoadReport;
import org.handrail.companion.bench.Percentiles;
import org.handrail.companion.bench.Tally;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a load came to, for machines. */
final class LoadJson {

    private LoadJson() {}

    static void write(LoadReport report, Path file) {
        var root = JsonNodeFactory.instance.objectNode();
        write(report.figures(), root);
        root.put("seed", report.settings().seed());
        root.put("connecting_s", report.connecting().toMillis() / 1000.0);
        root.put("storms", report.storms());
        write(report.tally(), root);
        JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), root);
    }

    static void write(LoadFigures figures, ObjectNode node) {
        node.put("wearers", figures.wearers());
        node.put("connected", figures.connected());
        node.put("seconds", figures.length().toMillis() / 1000.0);
        node.put("frames_per_s", Math.round(figures.framesPerSecond() * 10) / 10.0);
        write(figures.strainToNudge(), node.putObject("strain_to_nudge_s"));
        write(figures.publishToCommit(), node.putObject("publish_to_commit_s"));
        node.put("undone", figures.undone());
        node.put("most_undone", figures.mostUndone());
        node.put("windows_in_all", figures.windows());
        node.put("nudges_sent_in_all", figures.sent());
        node.put("nudges_arrived_in_all", figures.arrived());
        node.put("breaks_in_all", figures.breaks());
        node.put("heap_mb", figures.heapBytes() >> 20);
        var cpu = node.putObject("cpu_share");
        figures.cpu().forEach((process, share) -> cpu.put(process, Math.round(share * 1_000) / 1_000.0));
    }

    /** What was never measured is null. */
    static void write(Percentiles percentiles, ObjectNode node) {
        put(node, "p50", percentiles.p50());
        put(node, "p99", percentiles.p99());
        node.put("n", percentiles.n());
    }

    static void write(Tally tally, ObjectNode node) {
        node.put("published", tally.confirmed());
        node.put("stored", tally.stored());
        node.put("lost", tally.lost());
        node.put("doubled", tally.doubled());
    }

    private static void put(ObjectNode node, String name, double seconds) {
        if (Double.isNaN(seconds)) {
            node.putNull(name);
        } else {
            node.put(name, Math.round(seconds * 10_000) / 10_000.0);
        }
    }
}
