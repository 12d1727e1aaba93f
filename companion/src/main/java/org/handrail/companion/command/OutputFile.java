package org.handrail.companion.command;

import java.nio.file.Files;
import java.nio.file.Path;

/** A file that a command is to write, checked before the work begins. */
final class OutputFile {

    private OutputFile() {}

    static void mustBeWritable(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        boolean writable = Files.exists(file)
                ? Files.isRegularFile(file) && Files.isWritable(file)
                : folder != null && Files.isDirectory(folder) && Files.isWritable(folder);
        if (!writable) {
            throw new IllegalStateException("Cannot write " + file + "; choose another file.");
        }
    }
}
