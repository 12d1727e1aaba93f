package org.handrail.devicesim.recording;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads recordings from disk: an Empatica E4 export, one session of the project's compact layout, a Fitabase export, a Garmin
 * stream or an Apple Health export. Which of them it is shows in the names of the files, or in how a file begins.
 */
public final class Recordings {

    private static final String KNOWN = "an Empatica E4 export (ACC, EDA, TEMP, HR or IBI.csv), a compact session"
            + " (wrist4hz, ibi or hr.csv), a Fitabase export (..._merged.csv or user_ID.csv), a Garmin stream"
            + " (data.csv of time;METRIC;value) or Apple Health's export.xml (unpacked)";
    private static final int BEGINNING = 8_192;

    private Recordings() {}

    /** As {@link #read(Path, RecordingChoice)}, for an export that needs no choice. */
    public static Recording read(Path path) {
        return read(path, RecordingChoice.none());
    }

    /**
     * The recording in this folder or file. A raw folder under {@code raw/} takes its labels from the {@code compact/} folder
     * beside it when that knows the same session; otherwise it has none.
     *
     * @throws RecordingFault with one sentence on what is wrong where
     */
    public static Recording read(Path path, RecordingChoice choice) {
        Path absolute = path.toAbsolutePath().normalize();
        if (!Files.exists(absolute)) {
            throw new RecordingFault(absolute + ": expected a folder or a file, and nothing is there");
        }
        var names = Files.isDirectory(absolute) ? names(absolute) : Set.<String>of();
        boolean isCompact =
                names.contains("wrist4hz.csv") || !E4Folder.looksLikeOne(names) && CompactFolder.looksLikeOne(names);
        if (isCompact || E4Folder.looksLikeOne(names)) {
            return ofOne(
                    absolute, choice, isCompact ? new CompactFolder(absolute, names).read() : raw(absolute, names));
        }
        var tables = FitabaseTables.at(absolute);
        return tables.isPresent()
                ? new FitabaseExport(absolute, tables.get(), choice).read()
                : ofOne(absolute, choice, single(absolute));
    }

    private static Recording ofOne(Path path, RecordingChoice choice, Recording recording) {
        if (choice.person().isPresent()) {
            throw new RecordingFault(path + ": expected no person's id, for this is of one person only");
        }
        return recording;
    }

    private static Recording raw(Path folder, Set<String> names) {
        var recording = new E4Folder(folder, names).read();
        return new Recording(
                recording.start(),
                recording.length(),
                recording.channels(),
                labelsBeside(folder, recording),
                recording.provenance());
    }

    /** An export that is one file, by itself or in its folder. */
    private static Recording single(Path path) {
        boolean isFolder = Files.isDirectory(path);
        for (var file : isFolder
                ? List.of(path.resolve(AppleHealthExport.FILE), path.resolve(GarminStream.FILE))
                : List.of(path)) {
            String beginning = Files.isRegularFile(file) ? beginning(file) : "";
            if (AppleHealthExport.looksLikeOne(beginning)) {
                return new AppleHealthExport(file).read();
            }
            if (GarminStream.looksLikeOne(beginning.lines().findFirst().orElse(""))) {
                return new GarminStream(file).read();
            }
        }
        throw new RecordingFault(path + ": expected " + KNOWN + (isFolder ? "" : ", and this file is none of them"));
    }

    private static String beginning(Path file) {
        try (var bytes = Files.newInputStream(file)) {
            return new String(bytes.readNBytes(BEGINNING), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new RecordingFault(file + ": expected a readable file", unreadable);
        }
    }

    private static Set<String> names(Path folder) {
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
