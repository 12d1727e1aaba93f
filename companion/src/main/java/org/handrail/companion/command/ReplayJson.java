package org.handrail.companion.command;

import java.nio.file.Path;
import org.handrail.companion.replay.ReplayReport;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** A replay's report for machines: {@code {source, assumed, left_out, published, stored, windows: [{start, end, overlaps_label}]}}. */
final class ReplayJson {

    private ReplayJson() {}

    static void write(ReplayReport report, Path file) {
        var root = JsonNodeFactory.instance.objectNode();
        root.put("source", report.provenance().source());
        var assumed = root.putArray("assumed");
        report.provenance().assumptions().forEach(assumed::add);
        var leftOut = root.putArray("left_out");
        report.provenance()
                .leftOut()
                .forEach(part -> leftOut.addObject().put("count", part.count()).put("what", part.what()));
        root.put("published", report.published());
        root.put("stored", report.stored());
        root.put("seconds", report.took().toMillis() / 1000.0);
        var windows = root.putArray("windows");
        for (var window : report.windows()) {
            windows.addObject()
                    .put("start", window.span().start().toString())
                    .put("end", window.span().end().toString())
                    .put("overlaps_label", report.overlapsStress(window));
        }
        JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), root);
    }
}
