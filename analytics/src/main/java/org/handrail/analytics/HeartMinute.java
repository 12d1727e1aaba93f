package org.handrail.analytics;

/**
 * The heart in one minute. What could not be had is NaN.
 *
 * @param coverage share of the minute with a believable heart rate or accepted beats, 0 to 1
 * @param quality share of the beats that were accepted, 0 to 1; NaN without beats
 * @param heartRate mean, per minute
 * @param rmssd root mean square of successive differences, ms
 * @param pnn20 successive differences above 20 ms, percent
 */
public record HeartMinute(
        double coverage, double quality, Rhythm rhythm, double heartRate, double rmssd, double pnn20) {}
