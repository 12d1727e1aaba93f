package org.handrail.devicesim.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads recordings from disk: an Empatica E4 export, or one session of the project's compact layout. */
public final class Recordings {

    private Recordings() {}

    /**
     * The recording in this folder. A raw folder under {@code raw/} takes its labels from the {@code compact/} folder beside
     * it when that knows the same session; otherwise it has none.
     *
     * @throws RecordingFault with one sentence on what is wrong where
     */
    public static Recording read(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        var names = names(absolute);
        if (names.contains("wrist4hz.csv") || !E4Folder.looksLikeOne(names) && CompactFolder.looksLikeOne(names)) {
            return new CompactFolder(absolute, names).read();
        }
        if (!E4Folder.looksLikeOne(names)) {
            throw new RecordingFault(absolute
                    + ": expected an Empatica E4 export (ACC, EDA, TEMP, HR or IBI.csv) or a compact session"
                    + " (wrist4hz, ibi or hr.csv)");
        }
        var recording = new E4Folder(absolute, names).read();
        return new Recording(
                recording.start(), recording.length(), recording.channels(), labelsBeside(absolute, recording));
    }

    private static Set<String> names(Path folder) {
        if (!Files.exists(folder)) {
            throw new RecordingFault(folder + ": expected a folder, and nothing is there");
        }
        if (!Files.isDirectory(folder)) {
            throw new RecordingFault(folder + ": expected a folder, and this is a file");
        }
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toUnmodifiableSet());
        } catch (IOException unreadable) {
            throw new RecordingFault(folder + ": expected a folder that can be listed", unreadable);
        }
    }

    /** {@code raw/S03} or {@code raw/STRESS/S04}: the subject is the folder's name, the session its start. */
    private static List<LabelledStretch> labelsBeside(Path folder, Recording recording) {
        Path raw = folder.getParent();
        for (int up = 0; up < 2 && raw != null; up++, raw = raw.getParent()) {
            if (raw.endsWith("raw")) {
                var sessions = new StudySessions(raw.resolveSibling("compact"));
                return sessions.find(session -> folder.endsWith(session.subject())
                                && session.start().getEpochSecond()
                                        == recording.start().getEpochSecond())
                        .map(sessions::labels)
                        .orElse(List.of());
            }
        }
        return List.of();
    }
}
