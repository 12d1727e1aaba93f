package org.handrail.signals.datapoint;

import java.time.Instant;
import org.handrail.signals.FrameContent;
import org.handrail.signals.StreamKind;

/** What a body says, in the words of a frame. */
record Reading(StreamKind stream, Instant sampledAt, FrameContent content) {}
