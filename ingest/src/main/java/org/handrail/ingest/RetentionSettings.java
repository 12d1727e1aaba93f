package org.handrail.ingest;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long what ingest stores is kept.
 *
 * @param frames least age of the frames that are dropped; they go by whole months or chunks. A year's report needs a year,
 *     and a visit may be a month late. Frames that a watch may still send again are kept in any case
 * @param compressAfter least age of the frames that are compressed, where the database can. No watch sends frames so old any
 *     more, so nothing is ever written into what is compressed
 * @param refusals how long the counts of refused frames are kept
 * @param every how often all this is looked after
 */
public record RetentionSettings(
        @DefaultValue("400d") Duration frames,
        @DefaultValue("70d") Duration compressAfter,
        @DefaultValue("90d") Duration refusals,
        @DefaultValue("1d") Duration every) {

    public RetentionSettings {
        if (frames.isNegative() || compressAfter.isNegative() || refusals.isNegative()) {
            throw new IllegalArgumentException("Nothing can be kept for less than no time");
        }
        if (every.isNegative() || every.isZero()) {
            throw new IllegalArgumentException("Retention needs a time between two rounds");
        }
    }
}
