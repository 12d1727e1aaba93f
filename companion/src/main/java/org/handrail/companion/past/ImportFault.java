package org.handrail.companion.past;

/** Nothing can be imported. The message is one sentence for whoever asked for it. */
public final class ImportFault extends RuntimeException {

    public ImportFault(String sentence) {
        super(sentence);
    }

    public ImportFault(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
