package org.handrail.devicesim.physiology;

/**
 * What is so in a minute, whatever the device shows of it.
 *
 * @param heartRate mean over the minute, per minute
 * @param rmssdMs of all its beats, lost ones included
 * @param strain how far strain has built up, 0 to 1.3
 */
public record Truth(Activity activity, boolean worn, double heartRate, double rmssdMs, double strain) {}
