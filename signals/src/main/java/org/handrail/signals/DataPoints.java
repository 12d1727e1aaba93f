package org.handrail.signals;

import java.util.List;

/** What a document of data points turned out to be: frames, each of them in order, or nothing but faults. */
public sealed interface DataPoints {

    /**
     * A frame for each data point.
     *
     * @param areListed whether the document is a list; otherwise it is the one data point
     */
    record Accepted(List<SignalFrame> frames, boolean areListed) implements DataPoints {
        public Accepted {
            frames = List.copyOf(frames);
        }

        /** JSON pointer to the data point at that place. */
        public String pointerTo(int place) {
            return areListed ? "/" + place : "";
        }
    }

    /** At least one data point is none, so the document is not taken. */
    record Refused(List<Fault> faults) implements DataPoints {
        public Refused {
            faults = List.copyOf(faults);
        }
    }

    /**
     * The first rule that a data point breaks.
     *
     * @param pointer JSON pointer (RFC 6901) to the field, or to where it is missing; empty for the document
     * @param detail the rule, never what was sent
     */
    record Fault(String pointer, RefusalReason reason, String detail) {}
}
