package org.handrail.companion.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A directory that is gone, with all that is in it, when the command is through. */
record TemporaryDirectory(Path path) implements AutoCloseable {

    static TemporaryDirectory named(String name) throws IOException {
        return new TemporaryDirectory(Files.createTempDirectory(name));
    }

    @Override
    public void close() throws IOException {
        try (var files = Files.walk(path)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }
}
