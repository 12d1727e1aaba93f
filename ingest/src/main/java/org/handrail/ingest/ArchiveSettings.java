package org.handrail.ingest;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How frames are written.
 *
 * @param batchSize most frames of one transaction
 * @param batchWait longest wait of the first frame for others
 * @param longestPause longest wait between two attempts while the database is away
 * @param drain longest wait, when stopping, for what has been received to be stored; the rest is sent again by the broker
 * @param refusalFlush how often refusals are written down, so also how much of their count a crash may lose
 */
public record ArchiveSettings(
        @DefaultValue("1000") int batchSize,
        @DefaultValue("25ms") Duration batchWait,
        @DefaultValue("5s") Duration longestPause,
        @DefaultValue("10s") Duration drain,
        @DefaultValue("5s") Duration refusalFlush) {

    public ArchiveSettings {
        if (batchSize < 1) {
            throw new IllegalArgumentException("A batch holds at least one frame");
        }
    }
}
