package org.handrail.devicesim.scenario;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a scenario from the text of its file. Nothing in the file is turned into an object but what is named here. */
final class ScenarioReader {

    private static final int MOST_DAYS = 28;
    private static final int MOST_PEOPLE = 100;
    private static final List<String> KEYS = List.of("title", "about", "seed", "starts", "days", "people");

    private final String file;
    private final Complaints complaints;

    private ScenarioReader(String file) {
        this.file = file;
        this.complaints = new Complaints(file);
    }

    /**
     * @param file its name, for complaints
     * @throws ScenarioFault with a line for each thing that is wrong
     */
    static Scenario read(String file, String text) {
        var reader = new ScenarioReader(file);
        var scenario = reader.scenario(reader.root(text));
        reader.complaints.throwIfAny();
        return scenario;
    }

    private Node root(String text) {
        @Nullable Node root;
        try {
            root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
        } catch (MarkedYAMLException notYaml) {
            var mark = notYaml.getProblemMark();
            throw new ScenarioFault(
                    Complaints.sentence(
                            file,
                            mark == null ? 1 : mark.getLine() + 1,
                            "this is not YAML (" + notYaml.getProblem() + ")"),
                    notYaml);
        } catch (YAMLException notText) {
            throw new ScenarioFault(file + ": expected YAML in plain text, and this is something else.", notText);
        }
        if (root == null) {
            throw new ScenarioFault(file + ": expected a scenario, and the file is empty.");
        }
        return root;
    }

    private Scenario scenario(Node root) {
        var section = Section.of(root, "a scenario", KEYS, complaints);
        var starts = section.needed("starts", Forms.DATE);
        var days = section.needed("days", Forms.wholeNumber(1, MOST_DAYS));
        var dates = starts.flatMap(first -> days.map(count -> new Dates(first, count)));
        return new Scenario(
                nameOf(file),
                section.needed("title", Forms.TEXT, ""),
                section.needed("about", Forms.TEXT, ""),
                section.needed("seed", Forms.SEED, 0L),
                dates.orElseGet(() -> new Dates(LocalDate.EPOCH, 1)),
                people(section, new PersonaReader(complaints, dates)));
    }

    private List<Persona> people(Section section, PersonaReader reader) {
        var people = new ArrayList<Persona>();
        Optional<Node> found = section.needed("people", "a list of who is in it");
        var nodes = section.nodes("people").orElse(List.of());
        if (found.isPresent() && (nodes.isEmpty() || nodes.size() > MOST_PEOPLE)) {
            complaints.at(found.get(), "expected 1 to " + MOST_PEOPLE + " people");
        }
        nodes.forEach(node -> people.add(reader.read(node)));
        return people;
    }

    private static String nameOf(String file) {
        String last = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        return last.endsWith(Scenarios.ENDING) ? last.substring(0, last.length() - Scenarios.ENDING.length()) : last;
    }
}
