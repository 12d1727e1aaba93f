package org.handrail.companion.audit;

/** What is in the way of looking back, in one sentence for a person. */
public final class AuditFault extends RuntimeException {

    public AuditFault(String sentence) {
        super(sentence);
    }

    AuditFault(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
