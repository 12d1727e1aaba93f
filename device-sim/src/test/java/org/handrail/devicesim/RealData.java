package org.handrail.devicesim;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The real recordings, where this machine has them; a test that needs one is skipped with its reason where it is absent. */
public final class RealData {

    private static final Path ROOT = Path.of(System.getProperty("handrail.data", "../../shared/data"));

    private RealData() {}

    public static Path folder(String name) {
        Path folder = ROOT.resolve(name);
        assumeTrue(
                Files.isDirectory(folder),
                () -> "Skipped: no real recordings at " + name + " below the folder that handrail.data names");
        return folder;
    }
}
