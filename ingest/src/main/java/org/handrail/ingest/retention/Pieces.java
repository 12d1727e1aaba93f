package org.handrail.ingest.retention;

import java.util.Optional;
import org.handrail.signals.TimeWindow;

/** Months or chunks of the archive: how many, and what they span. */
record Pieces(long count, Optional<TimeWindow> span) {

    static final Pieces NONE = new Pieces(0, Optional.empty());

    Pieces and(Pieces later) {
        if (span.isEmpty() || later.span.isEmpty()) {
            return span.isEmpty() ? later : this;
        }
        return new Pieces(
                count + later.count,
                Optional.of(new TimeWindow(span.get().start(), later.span.get().end())));
    }
}
