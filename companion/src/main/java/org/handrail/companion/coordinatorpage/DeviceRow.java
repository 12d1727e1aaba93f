package org.handrail.companion.coordinatorpage;

/** A device that somebody had better ask about. */
record DeviceRow(String who, String device, String what) {}
