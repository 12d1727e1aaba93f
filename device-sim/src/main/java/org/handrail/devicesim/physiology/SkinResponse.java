package org.handrail.devicesim.physiology;

import java.time.Instant;

/**
 * A true skin conductance response, whether or not it can be seen.
 *
 * @param onset when it begins
 * @param microsiemens how high it rises by itself
 */
public record SkinResponse(Instant onset, double microsiemens) {}
