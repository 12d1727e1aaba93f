package org.handrail.signals;

import java.time.Instant;
import java.util.UUID;

/**
 * The question on the watch: an opaque id and until when it is worth asking. The words and the mentor's name are the
 * watch's own; they never travel.
 */
public record Nudge(UUID id, Instant expiresAt) {}
