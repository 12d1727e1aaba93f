package org.handrail.devicesim.scenario;

import java.time.Duration;
import java.time.LocalTime;
import org.handrail.devicesim.physiology.Activity;

/**
 * A strained stretch of a day.
 *
 * @param meanwhile what the persona does, from an hour before it to a quarter of an hour after it
 */
record PlannedStrain(LocalTime at, Duration length, double strength, Activity meanwhile) {}
