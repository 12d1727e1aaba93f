package org.handrail.analytics.sleep;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * The main sleeps of the last weeks in short, for what only weeks can tell. A night is free when it ended on a Saturday or a
 * Sunday: nobody tells Handrail who works when, so for a wearer with other free days social jetlag and need are guesses.
 *
 * @param nights by date, one for each
 */
record SleepHistory(List<Brief> nights) {

    static final SleepHistory NONE = new SleepHistory(List.of());

    private static final int WEEKS_SPAN = 28;
    /** Beyond the 28, so that a night that is told again when a week of later ones is known has its 28 too. */
    private static final int KEPT = WEEKS_SPAN + 9;

    private static final int LEAST_WORK_NIGHTS = 4;
    private static final int LEAST_FREE_NIGHTS = 2;
    private static final int LEAST_NIGHTS_OWING = 14;
    private static final double MINUTE = 60;

    /**
     * A night in short.
     *
     * @param asleepS seconds of sleep
     * @param periodS seconds from the first sleep to the end of the last
     * @param midS local second of the day of mid-sleep
     */
    record Brief(LocalDate date, int asleepS, int periodS, int midS) {

        boolean isFree() {
            return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
        }
    }

    SleepHistory {
        nights = List.copyOf(nights);
    }

    /** With these nights in the place of what was known of the dates. */
    SleepHistory with(List<LocalDate> dates, List<Brief> now) {
        var byDate = new TreeMap<LocalDate, Brief>();
        nights.forEach(night -> byDate.put(night.date, night));
        dates.forEach(byDate::remove);
        now.forEach(night -> byDate.put(night.date, night));
        if (!byDate.isEmpty()) {
            byDate.headMap(byDate.lastKey().minusDays(KEPT - 1)).clear();
        }
        return new SleepHistory(List.copyOf(byDate.values()));
    }

    /** Social jetlag of the 28 days that end with that one, minutes; NaN with less than four work and two free nights. */
    double socialJetlag(LocalDate date) {
        double[] workMids = values(date, night -> !night.isFree(), night -> night.midS / MINUTE);
        double[] freeMids = values(date, Brief::isFree, night -> night.midS / MINUTE);
        if (workMids.length < LEAST_WORK_NIGHTS || freeMids.length < LEAST_FREE_NIGHTS) {
            return Double.NaN;
        }
        return SocialJetlag.of(
                        workMids,
                        values(date, night -> !night.isFree(), night -> night.periodS / MINUTE),
                        freeMids,
                        values(date, Brief::isFree, night -> night.periodS / MINUTE))
                .absolute();
    }

    /** Sleep owed after the 28 days that end with that one, minutes; NaN with less than fourteen nights. */
    double debt(LocalDate date) {
        double[] asleep = values(date, night -> true, night -> night.asleepS / MINUTE);
        return asleep.length < LEAST_NIGHTS_OWING
                ? Double.NaN
                : SleepDebt.over(asleep, SleepDebt.need(values(date, Brief::isFree, night -> night.asleepS / MINUTE)));
    }

    private double[] values(LocalDate last, Predicate<Brief> which, ToDoubleFunction<Brief> value) {
        return nights.stream()
                .filter(night -> !night.date.isAfter(last) && night.date.isAfter(last.minusDays(WEEKS_SPAN)))
                .filter(which)
                .mapToDouble(value)
                .toArray();
    }

    void write(DataOutput out) throws IOException {
        out.writeByte(nights.size());
        long before = 0;
        for (var night : nights) {
            Varint.writeSigned(out, night.date.toEpochDay() - before);
            Varint.write(out, night.asleepS);
            Varint.write(out, night.periodS - night.asleepS);
            Varint.write(out, night.midS);
            before = night.date.toEpochDay();
        }
    }

    static SleepHistory read(DataInput in) throws IOException {
        var nights = new Brief[in.readUnsignedByte()];
        long before = 0;
        for (int i = 0; i < nights.length; i++) {
            before += Varint.readSigned(in);
            int asleepS = (int) Varint.read(in);
            nights[i] = new Brief(
                    LocalDate.ofEpochDay(before), asleepS, asleepS + (int) Varint.read(in), (int) Varint.read(in));
        }
        return new SleepHistory(List.of(nights));
    }
}
