package org.handrail.companion.command;

import java.nio.file.Path;
import java.util.Locale;
import org.handrail.companion.bench.CapacityReport;
import org.handrail.companion.bench.CapacityStop;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The capacity that was found, for machines: the figures of the step with the most wearers that was carried, why there were
 * not more, and all steps. Where none was carried {@code wearers} is 0 and the other figures are absent.
 */
final class CapacityJson {

    private CapacityJson() {}

    static void write(CapacityReport report, Path file) {
        var root = JsonNodeFactory.instance.objectNode();
        root.put("wearers", 0);
        report.carried().ifPresent(step -> LoadJson.write(step.figures(), root));
        root.put("stopped_by", name(report.stop()))
                .put("stopped_by_words", report.stop().words());
        LoadJson.write(report.tally(), root);
        var steps = root.putArray("steps");
        report.steps().forEach(step -> {
            var node = steps.addObject();
            LoadJson.write(step.figures(), node);
            node.put("carried", step.isCarried());
            step.stop().ifPresent(stop -> node.put("stopped_by", name(stop)));
        });
        JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), root);
    }

    private static String name(CapacityStop stop) {
        return stop.name().toLowerCase(Locale.ROOT);
    }
}
