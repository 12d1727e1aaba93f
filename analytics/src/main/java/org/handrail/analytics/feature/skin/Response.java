package org.handrail.analytics.feature.skin;

/**
 * One skin conductance response. Indices count samples since the run began.
 *
 * @param onset the trough it rose from
 * @param peak its highest sample
 * @param confirmed the sample at which the signal had turned back enough
 * @param amplitude from trough to peak, µS
 * @param riseS from trough to peak, seconds
 */
record Response(long onset, long peak, long confirmed, double amplitude, double riseS) {}
