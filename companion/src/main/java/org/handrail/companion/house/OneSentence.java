package org.handrail.companion.house;

import java.sql.SQLException;
import org.handrail.analytics.LaterStateFound;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.web.server.PortInUseException;

/** What is in the way, said to a person. */
final class OneSentence {

    private OneSentence() {}

    private static Throwable deepest(Throwable fault) {
        return fault.getCause() == null ? fault : deepest(fault.getCause());
    }

    private static String firstLine(Throwable fault) {
        String message = String.valueOf(fault.getMessage());
        return message.lines().findFirst().orElse(message);
    }

    /** The fault itself, or one that says in a sentence what a person can do about it. */
    static RuntimeException of(RuntimeException fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException port) {
                return new IllegalStateException(
                        "Port " + port.getPort() + " is in use; choose another one with --port.", fault);
            }
            if (cause instanceof LaterStateFound later) {
                return later;
            }
            if (cause instanceof SQLException) {
                return new IllegalStateException("The database does not let the house in: " + firstLine(cause), fault);
            }
            if (cause instanceof BindException misread) {
                return new IllegalStateException(
                        "The settings under " + misread.getName() + " cannot be used: " + firstLine(deepest(misread)),
                        fault);
            }
        }
        return fault;
    }
}
