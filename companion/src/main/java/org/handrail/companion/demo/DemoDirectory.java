package org.handrail.companion.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Where the demo keeps its data between starts. Marked, so that starting over can never clear another folder. */
public record DemoDirectory(Path path) {

    private static final String MARK = "handrail-demo";

    /** Under the project, which the script names; else under the folder one stands in. */
    public static Path defaultPath() {
        return Path.of(System.getProperty("handrail.home", "."), ".handrail", "demo");
    }

    /**
     * @param fresh clear it first
     * @throws IllegalStateException with one sentence where it cannot be used
     */
    public static DemoDirectory claim(Path wanted, boolean fresh) {
        Path path = wanted.toAbsolutePath().normalize();
        try {
            if (Files.isDirectory(path) && !isOurs(path)) {
                throw new IllegalStateException(path + " holds something else; choose an empty --data directory.");
            }
            if (fresh && Files.exists(path)) {
                clear(path);
            }
            Files.createDirectories(path);
            if (!Files.exists(path.resolve(MARK))) {
                Files.createFile(path.resolve(MARK));
            }
        } catch (IOException e) {
            throw new IllegalStateException("Cannot write in " + path + "; choose another --data directory.", e);
        }
        if (!Files.isWritable(path)) {
            throw new IllegalStateException("Cannot write in " + path + "; choose another --data directory.");
        }
        return new DemoDirectory(path);
    }

    public Path log() {
        return path.resolve("handrail.log");
    }

    private static boolean isOurs(Path path) throws IOException {
        try (var files = Files.list(path)) {
            return Files.exists(path.resolve(MARK)) || files.findAny().isEmpty();
        }
    }

    private static void clear(Path path) throws IOException {
        try (var files = Files.walk(path)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
