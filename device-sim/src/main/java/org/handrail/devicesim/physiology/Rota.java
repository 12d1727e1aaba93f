package org.handrail.devicesim.physiology;

import java.time.LocalDate;

/** When the wearer works. */
public enum Rota {
    DAYS,

    /** Four nights from ten to six, then four days off; sleep after a night is by day. */
    FOUR_NIGHTS_ON_FOUR_OFF;

    private static final int CYCLE_DAYS = 8;
    private static final int NIGHTS = 4;

    /** Whether the wearer works in the night that begins on that day. */
    boolean isNight(LocalDate date) {
        return this == FOUR_NIGHTS_ON_FOUR_OFF && Math.floorMod(date.toEpochDay(), (long) CYCLE_DAYS) < NIGHTS;
    }

    boolean isFirstNight(LocalDate date) {
        return isNight(date) && !isNight(date.minusDays(1));
    }
}
