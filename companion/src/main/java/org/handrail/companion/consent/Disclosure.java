package org.handrail.companion.consent;

import java.time.Instant;
import java.util.UUID;

/** One act of showing: to whom, what in plain words, and when. */
public record Disclosure(UUID recipient, Scope scope, String what, Instant at) {}
