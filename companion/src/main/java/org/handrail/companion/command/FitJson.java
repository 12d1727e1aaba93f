package org.handrail.companion.command;

import java.nio.file.Path;
import java.util.TreeMap;
import org.handrail.companion.evaluation.FittedWeights;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Fitted weights for machines. */
final class FitJson {

    private FitJson() {}

    static void write(FittedWeights fitted, Path file) {
        var root = JsonNodeFactory.instance.objectNode();
        root.put("lambda", fitted.lambda());
        root.put("rounds", fitted.rounds());
        root.put("settled", fitted.isSettled());
        root.put("intercept", fitted.weights().intercept());
        var weights = root.putObject("weights");
        new TreeMap<>(fitted.weights().byFeature()).forEach(weights::put);
        var studies = root.putArray("studies");
        for (var used : fitted.studies()) {
            studies.addObject()
                    .put("study", used.study())
                    .put("subjects", used.subjects())
                    .put("windows", used.windows())
                    .put("stress_windows", used.stressWindows());
        }
        JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), root);
    }
}
