package org.handrail.devicesim.recording;

import java.util.List;

/**
 * Where a recording comes from, for whoever reads what came of it.
 *
 * @param source the kind of export, and whose of several people it is
 * @param assumptions what the export does not say and had to be assumed, a sentence each
 * @param leftOut what the export holds and the recording does not
 */
public record Provenance(String source, List<String> assumptions, List<LeftOut> leftOut) {

    /** So many of one kind, and why. */
    public record LeftOut(long count, String what) {}

    static final Provenance UNTOLD = new Provenance("recording", List.of(), List.of());

    public Provenance {
        assumptions = List.copyOf(assumptions);
        leftOut = List.copyOf(leftOut);
    }
}
