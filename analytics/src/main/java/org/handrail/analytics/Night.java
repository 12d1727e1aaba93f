package org.handrail.analytics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.handrail.signals.TimeWindow;

/**
 * One mentee's main sleep of a date, told when it is complete and again, under the same date, when a device's own word on it
 * comes or changes; so it is to be stored by mentee and date. A figure that cannot be told is NaN, never zero.
 *
 * @param date the local day on which the sleep ended, by night or by day
 * @param inBed from going to bed to rising; empty where it cannot be told
 * @param asleep from the first sleep to the end of the last
 * @param stages minutes by depth, where a device staged them
 */
public record Night(
        LocalDate date,
        Source source,
        Optional<TimeWindow> inBed,
        TimeWindow asleep,
        Amounts amounts,
        Optional<Stages> stages,
        Heart heart,
        Pattern pattern) {

    /** Who told it. Of {@code MOTION}, the time in bed and all that rests on it are estimates from lying still. */
    public enum Source {
        DEVICE,
        MOTION
    }

    /**
     * How much, in minutes of elapsed time.
     *
     * @param inBed time in bed (TIB)
     * @param total total sleep time (TST)
     * @param latency from going to bed to the first sleep (SOL)
     * @param wakeAfterOnset known waking between the first and the last sleep (WASO)
     * @param period from the first sleep to the end of the last (SPT)
     * @param efficiency TST in TIB, per cent
     * @param coverage share of the span that is known, 0 to 1
     */
    public record Amounts(
            double inBed,
            double total,
            double latency,
            double wakeAfterOnset,
            double period,
            double efficiency,
            int awakenings,
            double coverage) {}

    /** Minutes by depth. {@code unstaged} is sleep whose depth the device did not tell. */
    public record Stages(double light, double deep, double rem, double unstaged) {}

    /**
     * The heart while asleep, from five-minute values.
     *
     * @param resting 10 % quantile of the heart rate, per minute
     * @param rmssd median, ms
     */
    public record Heart(double resting, double rmssd) {}

    /**
     * How this night sits among those before it.
     *
     * @param regularity sleep regularity index of the eight days that ended with this sleep, −100 to 100
     * @param socialJetlag mid-sleep of free days against workdays over 28 days, minutes
     * @param debt sleep owed over 28 days, minutes
     */
    public record Pattern(double regularity, double socialJetlag, double debt) {}

    /** Halfway between falling asleep and waking up. */
    public Instant midSleep() {
        return asleep.start().plus(asleep.length().dividedBy(2));
    }
}
