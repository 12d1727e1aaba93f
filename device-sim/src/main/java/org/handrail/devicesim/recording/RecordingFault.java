package org.handrail.devicesim.recording;

import java.nio.file.Path;

/** A recording cannot be read. The message is one sentence for whoever chose the folder: which file, which line, what was expected. */
public final class RecordingFault extends RuntimeException {

    RecordingFault(String sentence) {
        super(sentence);
    }

    RecordingFault(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    static RecordingFault at(Path file, int line, String expected) {
        return new RecordingFault(file + ", line " + line + ": " + expected);
    }
}
