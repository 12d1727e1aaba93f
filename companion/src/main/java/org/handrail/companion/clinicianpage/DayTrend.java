package org.handrail.companion.clinicianpage;

import java.time.LocalDate;

/**
 * One local day of one mentee.
 *
 * @param known minutes that can be told to be usual or strained, of the minutes of the day so far
 * @param strainedMinutes of the known ones
 * @param strainedShare of the known minutes, 0 to 1
 * @param nightHeartRate mean from 00 to 06 local time, per minute
 * @param skinLevel median of the known minutes, µS
 * @param windows how many risk windows began
 */
record DayTrend(
        LocalDate date,
        Figure known,
        long strainedMinutes,
        Figure strainedShare,
        Figure nightHeartRate,
        Figure skinLevel,
        int windows) {}
