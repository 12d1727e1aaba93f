package org.handrail.devicesim.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** The scenarios that come with the house, and those that somebody writes. */
public final class Scenarios {

    static final String ENDING = ".yaml";

    private static final List<String> NAMES = List.of(
            "calm-week",
            "exam-week",
            "bad-nights",
            "craving-evenings",
            "lapse",
            "exercise-heavy",
            "shift-work",
            "travel-over-daylight-saving",
            "twelve-hour-outage",
            "bad-wrist");

    private Scenarios() {}

    /** Those that come with the house. */
    public static List<Scenario> all() {
        return NAMES.stream().map(Scenarios::shipped).toList();
    }

    /**
     * One that comes with the house, by its name, or else the one in that file.
     *
     * @throws ScenarioFault with a line for each thing that is wrong
     */
    public static Scenario find(String nameOrFile) {
        return NAMES.contains(nameOrFile) ? shipped(nameOrFile) : read(Path.of(nameOrFile));
    }

    private static Scenario shipped(String name) {
        try (InputStream file = Scenarios.class.getResourceAsStream(name + ENDING)) {
            if (file == null) {
                throw new IllegalStateException("The scenario " + name + " is missing from this build");
            }
            return ScenarioReader.read(name + ENDING, new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Scenario read(Path file) {
        try {
            return ScenarioReader.read(file.toString(), Files.readString(file));
        } catch (NoSuchFileException nothingThere) {
            String meant = Nearest.to(file.toString(), NAMES)
                    .map(near -> " Did you mean '" + near + "'?")
                    .orElse(" 'handrail sim list' shows the scenarios.");
            throw new ScenarioFault(file + ": there is no such scenario, and no such file." + meant, nothingThere);
        } catch (CharacterCodingException notText) {
            throw new ScenarioFault(
                    file + ": expected YAML in plain text (UTF-8), and this is something else.", notText);
        } catch (IOException unreadable) {
            throw new ScenarioFault(file + ": expected a file that can be read.", unreadable);
        }
    }
}
