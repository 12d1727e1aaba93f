package org.handrail.devicesim.scenario;

import org.handrail.devicesim.physiology.Strain;

/** A strained stretch that truly is one, and what it is about. */
public record TroubledStretch(Trouble trouble, Strain strain) {}
