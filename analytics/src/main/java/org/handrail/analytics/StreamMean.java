package org.handrail.analytics;

/**
 * The mean of a stream in one minute.
 *
 * @param mean in the stream's unit; NaN without a believable sample
 * @param coverage share of the minute that believable samples cover, 0 to 1
 */
public record StreamMean(double mean, double coverage) {}
