package org.handrail.companion.house;

import org.springframework.boot.web.server.PortInUseException;

/** What is in the way, said to a person. */
final class OneSentence {

    private OneSentence() {}

    /** The fault itself, or one that says in a sentence what a person can do about it. */
    static RuntimeException of(RuntimeException fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException port) {
                return new IllegalStateException(
                        "Port " + port.getPort() + " is in use; choose another one with --port.", fault);
            }
        }
        return fault;
    }
}
