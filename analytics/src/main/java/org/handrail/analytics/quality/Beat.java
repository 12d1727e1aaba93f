package org.handrail.analytics.quality;

/**
 * One raw beat.
 *
 * @param endMs when the interval ended, epoch milliseconds
 * @param rrMs the interval, milliseconds
 */
public record Beat(long endMs, int rrMs) {}
