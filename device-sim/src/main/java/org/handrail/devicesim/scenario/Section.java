package org.handrail.devicesim.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A part of a scenario file that has keys, of which it knows all that may stand there. Whatever is amiss becomes a complaint,
 * and the reading goes on with a stand-in that nobody sees: a file with complaints is never used.
 */
final class Section {

    private final Node node;
    private final Complaints complaints;
    private final Map<String, Node> values = new LinkedHashMap<>();

    private Section(Node node, Complaints complaints) {
        this.node = node;
        this.complaints = complaints;
    }

    static Section of(Node node, String what, List<String> keys, Complaints complaints) {
        var section = keyed(node, what, complaints);
        section.entries().forEach((key, value) -> {
            if (!keys.contains(key.getValue())) {
                complaints.at(key, what + " has no '" + key.getValue() + "'" + Nearest.insteadOf(key.getValue(), keys));
            }
        });
        return section;
    }

    /** A part whose keys are for the caller to judge. */
    static Section keyed(Node node, String what, Complaints complaints) {
        var section = new Section(node, complaints);
        if (!(node instanceof MappingNode)) {
            complaints.at(node, what + " is written as keys with values");
            return section;
        }
        section.entries().forEach((key, value) -> {
            if (section.values.put(key.getValue(), value) != null) {
                complaints.at(key, "'" + key.getValue() + "' stands here twice");
            }
        });
        return section;
    }

    /** Each key as it stands in the file, with its value. */
    Map<ScalarNode, Node> entries() {
        var entries = new LinkedHashMap<ScalarNode, Node>();
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode key) {
                    entries.put(key, tuple.getValueNode());
                } else {
                    complaints.at(tuple.getKeyNode(), "a key is a word");
                }
            }
        }
        return entries;
    }

    Optional<Node> find(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** What stands under a key that must be there. */
    Optional<Node> needed(String key, String expected) {
        var found = find(key);
        if (found.isEmpty() && node instanceof MappingNode) {
            complaints.at(node, "'" + key + "' is missing; expected " + expected);
        }
        return found;
    }

    <T> Optional<T> find(String key, Form<T> form) {
        return find(key).flatMap(value -> read(key, value, form));
    }

    <T> Optional<T> needed(String key, Form<T> form) {
        return needed(key, form.expected()).flatMap(value -> read(key, value, form));
    }

    /** @param standIn where the value is missing or wrong */
    <T> T needed(String key, Form<T> form, T standIn) {
        return needed(key, form).orElse(standIn);
    }

    /** A length that goes one way or the other: one of two keys must be there, and the second makes it negative. */
    Duration either(String forward, String backward, Form<Duration> form) {
        var ahead = find(forward);
        var behind = find(backward);
        if (ahead.isPresent() == behind.isPresent() && node instanceof MappingNode) {
            complaints.at(
                    behind.orElse(node),
                    "either '" + forward + "' or '" + backward + "' is expected to be " + form.expected());
        }
        return find(forward, form)
                .or(() -> find(backward, form).map(Duration::negated))
                .orElse(Duration.ZERO);
    }

    /** One value, or a list of them; empty where the key is not there. */
    <T> Optional<List<T>> several(String key, Form<T> form) {
        return nodes(key).map(nodes -> {
            var values = new ArrayList<T>();
            nodes.forEach(each -> read(key, each, form).ifPresent(values::add));
            return List.copyOf(values);
        });
    }

    Optional<List<Node>> nodes(String key) {
        return find(key).map(found -> found instanceof SequenceNode list ? list.getValue() : List.of(found));
    }

    private <T> Optional<T> read(String key, Node value, Form<T> form) {
        if (!(value instanceof ScalarNode scalar)) {
            complaints.at(value, "'" + key + "' is expected to be " + form.expected());
            return Optional.empty();
        }
        var read = form.read(scalar.getValue());
        if (read.isEmpty()) {
            complaints.at(value, "'" + key + "' is '" + scalar.getValue() + "'; expected " + form.expected());
        }
        return read;
    }
}
