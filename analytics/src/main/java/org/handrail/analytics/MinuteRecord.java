package org.handrail.analytics;

import java.time.Instant;

/**
 * One closed minute of one wrist, for trends and audit. A figure that could not be had is NaN, never zero.
 *
 * @param start first instant of the minute
 * @param heartCoverage share of the minute with believable heart rate or beats, 0 to 1
 * @param skinCoverage share of the minute with believable skin conductance, 0 to 1
 * @param heartRate mean, per minute
 * @param rmssd root mean square of successive differences, ms
 * @param skinLevel median skin conductance, µS
 * @param skinResponses skin conductance responses in the minute
 * @param movement mean of the motion stream, g
 * @param likelihood how likely the minute is a strained one, 0 to 1; not a calibrated probability
 */
public record MinuteRecord(
        Instant start,
        MinuteState state,
        double heartCoverage,
        double skinCoverage,
        double heartRate,
        double rmssd,
        double skinLevel,
        double skinResponses,
        double movement,
        double likelihood) {}
