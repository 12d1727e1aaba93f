package org.handrail.signals.datapoint;

import org.handrail.signals.RefusalReason;

/** A field of a data point that breaks a rule, by its JSON pointer (RFC 6901). Becomes a refusal in the codec. */
public final class PointFault extends RuntimeException {

    private final RefusalReason reason;
    private final String pointer;
    private final String rule;

    PointFault(RefusalReason reason, String pointer, String rule) {
        super(pointer + " " + rule, null, false, false);
        this.reason = reason;
        this.pointer = pointer;
        this.rule = rule;
    }

    public RefusalReason reason() {
        return reason;
    }

    public String pointer() {
        return pointer;
    }

    /** Never quotes what was sent. */
    public String rule() {
        return rule;
    }
}
