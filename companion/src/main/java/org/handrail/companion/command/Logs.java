package org.handrail.companion.command;

import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/**
 * Where the log goes. Has to be said before anything logs, and to both readers of it: the logger itself, which is awake before
 * Spring Boot, and Boot, which would otherwise set it up anew.
 */
final class Logs {

    private static final String AWAKE_BEFORE_BOOT = "logback.configurationFile";

    private Logs() {}

    static void toConsole() {
        use("log-to-console.xml");
    }

    /** For commands that tell a story of their own on the terminal. */
    static void toFile(Path file) {
        System.setProperty("handrail.log", file.toString());
        use("log-to-file.xml");
    }

    private static void use(String resource) {
        System.setProperty("logging.config", "classpath:" + resource);
        System.setProperty(AWAKE_BEFORE_BOOT, resource);
        LoggerFactory.getILoggerFactory();
        System.clearProperty(AWAKE_BEFORE_BOOT);
    }
}
