package org.handrail.devicesim.recording;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.handrail.signals.TimeWindow;

/** The two tables beside a study's compact folders: which sessions there are, and what happened when. */
final class StudySessions {

    /** One session of one subject. */
    record Session(String subject, String session, String folder, Instant start) {}

    private static final String SESSIONS = "sessions.csv";
    private static final String LABELS = "labels.csv";
    private static final List<String> KNOWN_LABELS =
            List.of("rest", "stress", "exercise", "post_exercise_rest", "other");

    private final Path compact;

    StudySessions(Path compact) {
        this.compact = compact;
    }

    Optional<Session> find(Predicate<Session> wanted) {
        return all().stream().filter(wanted).findFirst();
    }

    List<Session> all() {
        Path file = compact.resolve(SESSIONS);
        return Files.isRegularFile(file)
                ? NumberTable.below(file, "subject", "session", "folder", "t0_unix").stream()
                        .map(StudySessions::session)
                        .toList()
                : List.of();
    }

    /** How many labelled stretches there are, each with a label that is known. */
    int checkedLabels() {
        var rows = labelRows();
        for (var row : rows) {
            String label = row.text(4, "a label");
            if (!KNOWN_LABELS.contains(label)) {
                throw RecordingFault.at(
                        row.file(),
                        row.line(),
                        "expected one of the labels " + String.join(", ", KNOWN_LABELS) + ", found \"" + label + "\"");
            }
        }
        return rows.size();
    }

    private List<NumberTable.Row> labelRows() {
        Path file = compact.resolve(LABELS);
        return Files.isRegularFile(file)
                ? NumberTable.below(file, "subject", "session", "start_s", "end_s", "label", "task")
                : List.of();
    }

    List<LabelledStretch> labels(Session session) {
        return labelRows().stream()
                .filter(row -> row.text(0, "a subject").equals(session.subject())
                        && row.text(1, "a session").equals(session.session()))
                .map(row -> label(row, session.start()))
                .toList();
    }

    private static Session session(NumberTable.Row row) {
        return new Session(
                row.text(0, "a subject"),
                row.text(1, "a session"),
                row.text(2, "a folder"),
                Instant.ofEpochMilli(Math.round(row.required(3, "the start in unix seconds") * 1_000)));
    }

    private static LabelledStretch label(NumberTable.Row row, Instant start) {
        Instant from = start.plusMillis(Math.round(row.required(2, "the start in seconds") * 1_000));
        Instant to = start.plusMillis(Math.round(row.required(3, "the end in seconds") * 1_000));
        if (to.isBefore(from)) {
            throw RecordingFault.at(row.file(), row.line(), "expected an end that is not before the start");
        }
        return new LabelledStretch(new TimeWindow(from, to), row.text(4, "a label"), row.text(5, "a task"));
    }
}
