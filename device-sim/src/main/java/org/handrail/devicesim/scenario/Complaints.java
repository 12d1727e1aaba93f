package org.handrail.devicesim.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.Node;

/** What is wrong with a scenario file, gathered so that its writer hears all of it at once. */
final class Complaints {

    private record Complaint(int line, String sentence) {}

    private final String file;
    private final List<Complaint> complaints = new ArrayList<>();

    Complaints(String file) {
        this.file = file;
    }

    /** @param sentence without the full stop */
    void at(Node node, String sentence) {
        complaints.add(new Complaint(node.getStartMark().getLine() + 1, sentence));
    }

    /** @throws ScenarioFault where there is any complaint */
    void throwIfAny() {
        if (!complaints.isEmpty()) {
            throw new ScenarioFault(complaints.stream()
                    .sorted(Comparator.comparingInt(Complaint::line))
                    .distinct()
                    .map(complaint -> sentence(file, complaint.line(), complaint.sentence()))
                    .collect(Collectors.joining("\n")));
        }
    }

    static String sentence(String file, int line, String sentence) {
        return file + ", line " + line + ": " + sentence + ".";
    }
}
