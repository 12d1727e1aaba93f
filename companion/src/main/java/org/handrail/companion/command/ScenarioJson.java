package org.handrail.companion.command;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.handrail.companion.replay.ScenarioReport;
import org.handrail.companion.replay.ScenarioReport.Life;
import org.handrail.signals.TimeWindow;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What came of a scenario, for machines: {@code {scenario, seed, published, stored, known, refused, seconds, people: [{name, published, stored,
 * known, refused: {reason: n}, stretches: [{about, start, end, strength, found, delay_s}], needless: [{start, end}], nights: [{date, asleep_min}],
 * faults: [{what, start, end, frames: {effect: n}}]}]}}. {@code known} were stored before. {@code delay_s} is absent where the stretch was not found.
 */
final class ScenarioJson {

    private ScenarioJson() {}

    static void write(ScenarioReport report, Path file) {
        var root = JsonNodeFactory.instance.objectNode();
        root.put("scenario", report.scenario().name());
        root.put("seed", report.scenario().seed());
        root.put("published", report.published());
        root.put("stored", report.stored());
        root.put("known", report.known());
        root.put("refused", report.refused());
        root.put("seconds", report.took().toMillis() / 1000.0);
        var people = root.putArray("people");
        report.lives().forEach(life -> write(life, people.addObject()));
        JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), root);
    }

    private static void write(Life life, ObjectNode person) {
        person.put("name", life.name()).put("published", life.published()).put("stored", life.stored());
        person.put("known", life.known());
        counts(person.putObject("refused"), life.refused());
        var stretches = person.putArray("stretches");
        life.stretches().forEach(stretch -> {
            var node = window(stretches.addObject(), stretch.truth().strain().window())
                    .put("about", stretch.truth().trouble().name().toLowerCase(Locale.ROOT))
                    .put("strength", stretch.truth().strain().strength())
                    .put("found", stretch.found().isPresent());
            stretch.delay().ifPresent(delay -> node.put("delay_s", delay.toSeconds()));
        });
        var needless = person.putArray("needless");
        life.needless().forEach(found -> window(needless.addObject(), found.span()));
        var nights = person.putArray("nights");
        life.nights()
                .forEach(night -> nights.addObject()
                        .put("date", night.date().toString())
                        .put("asleep_min", night.amounts().total()));
        var faults = person.putArray("faults");
        life.faults().forEach(damage -> {
            var fault = damage.fault();
            var node = window(faults.addObject(), fault.window())
                    .put("what", fault.kind().words());
            counts(node.putObject("frames"), damage.frames());
        });
    }

    private static <E extends Enum<E>> void counts(ObjectNode node, Map<E, Long> counts) {
        new TreeMap<>(counts).forEach((what, count) -> node.put(what.name().toLowerCase(Locale.ROOT), count));
    }

    private static ObjectNode window(ObjectNode node, TimeWindow window) {
        return node.put("start", window.start().toString())
                .put("end", window.end().toString());
    }
}
