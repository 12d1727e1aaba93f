package org.handrail.companion.bench;

import java.time.Duration;
import java.util.Map;

/**
 * What was seen of a house under load over a stretch of time.
 *
 * @param framesPerSecond that began
 * @param publishToCommit from the instant at which a frame was due to the commit that stored it
 * @param strainToNudge from the instant at which the frame was due that let the deciding minute close, to the nudge at the watch
 * @param undone frames that the lanes had not worked off and saved, at the end
 * @param mostUndone the most of it that was seen
 * @param published frames that the broker confirmed, of the whole run
 * @param committed frames in the archive, of the whole run
 * @param windows risk windows that opened, of the whole run
 * @param sent nudges that the house sent, of the whole run
 * @param arrived of these, at their watches
 * @param heapBytes of the house, after its last collection
 * @param cpu share of one processor that each process took
 */
public record LoadFigures(
        Duration length,
        int wearers,
        int connected,
        double framesPerSecond,
        Percentiles publishToCommit,
        Percentiles strainToNudge,
        int undone,
        int mostUndone,
        long published,
        long committed,
        long windows,
        long sent,
        long arrived,
        long breaks,
        long heapBytes,
        Map<String, Double> cpu) {}
