package org.handrail.devicesim.recording;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * Labelled recordings of several people in the project's compact layout: {@code sessions.csv}, {@code labels.csv} and one
 * folder for each session. Recordings are read when they are asked for, one at a time.
 *
 * @param name of the folder, or of the one above where the folder is just called "compact"
 */
public record Study(String name, List<Session> sessions) {

    /**
     * One sitting of one person.
     *
     * @param subject the study's own name for the person
     * @param recording reads it
     */
    public record Session(String subject, String name, Supplier<Recording> recording) {}

    private static final String LAYOUT = "compact";

    public Study {
        sessions = List.copyOf(sessions);
    }

    /** @throws RecordingFault with one sentence where the folder is no study, or a label none of those that are known */
    public static Study at(Path folder) {
        Path compact = folder.toAbsolutePath().normalize();
        if (!Files.isDirectory(compact)) {
            throw new RecordingFault(compact + ": expected a folder with sessions.csv and labels.csv");
        }
        var tables = new StudySessions(compact);
        var sessions = tables.all();
        if (sessions.isEmpty()) {
            throw new RecordingFault(compact + ": expected sessions.csv with at least one session");
        }
        if (tables.checkedLabels() == 0) {
            throw new RecordingFault(compact + ": expected labels.csv with at least one labelled stretch");
        }
        return new Study(
                name(compact),
                sessions.stream()
                        .map(session -> new Session(
                                session.subject(),
                                session.session(),
                                () -> Recordings.read(compact.resolve(session.folder()))))
                        .toList());
    }

    private static String name(Path compact) {
        Path last = compact.endsWith(LAYOUT) && compact.getParent() != null ? compact.getParent() : compact;
        return last.getFileName() == null ? last.toString() : last.getFileName().toString();
    }
}
