package org.handrail.ingest;

import java.time.Duration;
import java.util.OptionalDouble;

/**
 * How the clock of a watch stands to the house's, by the frames that were quickest on their way.
 *
 * @param ahead how far it is ahead, negative where it is behind; the shortest way of a frame, some tenths of a second,
 *     counts as behind
 * @param driftPpm how fast it gains, in millionths, negative where it loses; empty before there are enough hours to tell
 */
public record WatchClock(Duration ahead, OptionalDouble driftPpm) {}
