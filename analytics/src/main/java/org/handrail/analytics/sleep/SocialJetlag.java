package org.handrail.analytics.sleep;

import java.util.Arrays;

/**
 * How far sleep on free days lies from sleep on workdays, as if between time zones: the mid-sleep of free days (MSF) less that
 * of workdays (MSW), circular means, on the shorter arc, minutes. The corrected one takes out what is only catching up: MSFsc
 * = MSF − (SD<sub>free</sub> − SD<sub>week</sub>) / 2 where sleep on free days is longer; a sleep is as long
 * as from its onset to its end. No workdays or no free days: NaN.
 *
 * <p>Roenneberg 2019, PMC6784249; science/SPEC.md (f), {@code social_jetlag}.
 *
 * @param workMid MSW, minute of the day
 * @param freeMid MSF, minute of the day
 * @param signed MSF − MSW; above zero where free days are later
 * @param weekPeriod SD<sub>week</sub>: mean sleep period of a week of five workdays and two free ones, minutes
 * @param correctedFreeMid MSFsc, minute of the day
 */
public record SocialJetlag(double workMid, double freeMid, double signed, double weekPeriod, double correctedFreeMid) {

    private static final int WORKDAYS = 5;
    private static final int FREE_DAYS = 2;

    /**
     * @param workMids mid-sleep of the nights before workdays, minute of the day
     * @param workPeriods from onset to end of the same sleeps, minutes
     */
    public static SocialJetlag of(double[] workMids, double[] workPeriods, double[] freeMids, double[] freePeriods) {
        double workMid = CircularTime.of(workMids).mean();
        double freeMid = CircularTime.of(freeMids).mean();
        double work = Arrays.stream(workPeriods).average().orElse(Double.NaN);
        double free = Arrays.stream(freePeriods).average().orElse(Double.NaN);
        double week = (WORKDAYS * work + FREE_DAYS * free) / (WORKDAYS + FREE_DAYS);
        double corrected = free > work ? CircularTime.onDay(freeMid - (free - week) / 2) : freeMid;
        return new SocialJetlag(workMid, freeMid, CircularTime.difference(freeMid, workMid), week, corrected);
    }

    public double absolute() {
        return Math.abs(signed);
    }

    public double correctedAbsolute() {
        return Math.abs(CircularTime.difference(correctedFreeMid, workMid));
    }
}
