package org.handrail.devicesim.scenario;

import org.handrail.signals.TimeWindow;

/** Something that truly goes wrong at a wrist, and when. */
public record WristFault(FaultKind kind, TimeWindow window) {}
