package org.handrail.analytics;

/**
 * A later version of Handrail has written the state of mentees. This one cannot read it and leaves it untouched; the message says
 * so in one sentence.
 */
public final class LaterStateFound extends IllegalStateException {

    public LaterStateFound(String sentence) {
        super(sentence);
    }
}
