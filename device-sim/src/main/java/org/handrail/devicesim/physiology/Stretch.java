package org.handrail.devicesim.physiology;

import org.handrail.signals.TimeWindow;

/** A wearer does one thing for some time. */
public record Stretch(TimeWindow window, Activity activity) {}
