package org.handrail.devicesim;

import java.time.Duration;
import java.time.Instant;
import org.handrail.signals.StreamKind;

/** One stream of one wrist for as long as it lasts, before it is cut into frames. */
public sealed interface Channel permits SampledChannel, BeatChannel, Occurrence {

    StreamKind stream();

    Instant start();

    /** First instant after the content. */
    Instant end();

    /** The same content at another time. */
    Channel shiftedBy(Duration shift);
}
