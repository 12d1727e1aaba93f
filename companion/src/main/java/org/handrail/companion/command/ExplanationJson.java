package org.handrail.companion.command;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.handrail.analytics.DecisionPointReached;
import org.handrail.analytics.Why;
import org.handrail.companion.audit.Explanation;
import org.handrail.companion.audit.Recomputed;
import org.handrail.companion.audit.TermWords;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A risk window's explanation for machines; the fields are told in docs/audit.md. What is unknown is null. */
final class ExplanationJson {

    private ExplanationJson() {}

    static void write(Explanation explanation, Path file) {
        var root = JsonNodeFactory.instance.objectNode();
        var window = explanation.stored();
        root.put("id", window.id().toString());
        root.put("method", window.why().method());
        root.put("zone", explanation.zone().getId());
        root.put("start", window.start().toString());
        root.put("opened_at", window.openedAt().toString());
        put(
                root,
                "asked_from",
                explanation.recomputed().flatMap(Recomputed::point).map(DecisionPointReached::at));
        put(root, "silent_since", explanation.recomputed().flatMap(Recomputed::silentSince));
        put(root, "end", window.end());
        root.put("ending", window.ending().map(Enum::name).orElse(null));
        root.put("sentence", window.why().sentence());
        var missing = root.putArray("missing");
        window.why().missing().forEach(missing::add);
        var terms = root.putArray("terms");
        window.why().terms().forEach(term -> add(terms.addObject(), term, explanation));
        var minutes = root.putArray("minutes");
        explanation.minutes().forEach(line -> add(minutes.addObject(), line));
        root.put("same", explanation.isSame());
        var differences = root.putArray("differences");
        explanation.differences().forEach(differences::add);
        root.put("minutes_kept_without_evidence", explanation.keptWithoutEvidence());
        JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), root);
    }

    private static void put(ObjectNode root, String name, Optional<Instant> instant) {
        root.put(name, instant.map(Instant::toString).orElse(null));
    }

    private static void add(ObjectNode node, Why.Term term, Explanation explanation) {
        add(node, term);
        TermWords.unit(term.feature()).ifPresent(unit -> node.put("unit", unit));
        explanation
                .deciding()
                .ifPresent(minute ->
                        TermWords.measured(term.feature(), minute).ifPresent(value -> node.put("measured", value)));
        explanation
                .recomputed()
                .ifPresent(found ->
                        TermWords.usual(term.feature(), found.usual()).ifPresent(value -> node.put("usual", value)));
    }

    private static void add(ObjectNode node, Why.Term term) {
        node.put("feature", term.feature());
        node.put("deviation", term.deviation());
        node.put("log_odds", term.logOdds());
    }

    private static void add(ObjectNode node, Explanation.Line line) {
        var minute = line.minute();
        node.put("start", line.start().toString());
        node.put("state", minute.state().name());
        put(node, "likelihood", minute.likelihood());
        add(node.putArray("evidence"), minute.evidence());
        put(node, "risk", minute.risk().logOdds());
        add(node.putArray("risk_terms"), minute.risk().terms());
        node.put("same", line.isSame());
    }

    private static void put(ObjectNode node, String name, double figure) {
        if (Double.isNaN(figure)) {
            node.putNull(name);
        } else {
            node.put(name, figure);
        }
    }

    private static void add(ArrayNode array, List<Why.Term> terms) {
        terms.forEach(term -> add(array.addObject(), term));
    }
}
