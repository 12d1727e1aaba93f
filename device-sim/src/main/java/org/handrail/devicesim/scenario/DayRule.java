package org.handrail.devicesim.scenario;

/** What is said of some days. */
record DayRule(When when, Day day) {}
