package org.handrail.companion.clinicianpage;

import java.time.LocalDate;

/**
 * One local day of one mentee.
 *
 * @param known minutes that can be told to be usual or strained, of the minutes of the day so far
 * @param strainedMinutes of the known ones
 * @param strainedShare of the known minutes, 0 to 1
 * @param night the sleep that ended on this day
 * @param skinLevel median of the known minutes, µS
 * @param windows how many risk windows began
 */
record DayTrend(
        LocalDate date,
        Figure known,
        long strainedMinutes,
        Figure strainedShare,
        NightTrend night,
        Figure skinLevel,
        int windows) {}
