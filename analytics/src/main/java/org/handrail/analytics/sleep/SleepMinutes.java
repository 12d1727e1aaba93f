package org.handrail.analytics.sleep;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of each minute of the last ten UTC days, two bits a minute: unknown, awake, resting or asleep. A value: a change
 * copies the one day that it touches (360 bytes). Minutes are counted from the epoch. Stored as lengths of runs, usually one
 * byte a run.
 */
final class SleepMinutes {

    static final int DAYS = 10;

    private static final int DAY = 1_440;
    private static final int PER_WORD = 32;
    private static final int WORDS = DAY / PER_WORD;
    private static final long EVEN_BITS = 0x5555_5555_5555_5555L;
    private static final SleepState[] STATES = {
        SleepState.UNKNOWN, SleepState.AWAKE, SleepState.RESTING, SleepState.ASLEEP
    };

    static final SleepMinutes NONE = new SleepMinutes(0, new long[0][]);

    private final long firstDay;
    private final long[][] days;

    private SleepMinutes(long firstDay, long[][] days) {
        this.firstDay = firstDay;
        this.days = days;
    }

    /** What a minute is to become. */
    interface Change {
        SleepState of(long minute, SleepState now);
    }

    SleepState at(long minute) {
        long day = Math.floorDiv(minute, (long) DAY) - firstDay;
        return day < 0 || day >= days.length ? SleepState.UNKNOWN : STATES[code(days[(int) day], minute)];
    }

    /** With that state at that minute; a minute before the days that are kept changes nothing. */
    SleepMinutes with(long minute, SleepState state) {
        var reaching = reaching(minute);
        int day = (int) (Math.floorDiv(minute, (long) DAY) - reaching.firstDay);
        if (day < 0 || reaching.at(minute) == state) {
            return reaching;
        }
        var next = reaching.days.clone();
        next[day] = next[day].clone();
        put(next[day], minute, code(state));
        return new SleepMinutes(reaching.firstDay, next);
    }

    /** With every minute of the span that is kept as the change has it; sleep of any depth is kept as sleep. */
    SleepMinutes changed(long from, long to, Change change) {
        var next = days.clone();
        boolean[] copied = new boolean[next.length];
        long end = Math.min(to, (firstDay + days.length) * DAY);
        for (long minute = Math.max(from, firstDay * DAY); minute < end; minute++) {
            int day = (int) (Math.floorDiv(minute, (long) DAY) - firstDay);
            int now = code(next[day], minute);
            int then = code(change.of(minute, STATES[now]));
            if (then != now) {
                if (!copied[day]) {
                    next[day] = next[day].clone();
                    copied[day] = true;
                }
                put(next[day], minute, then);
            }
        }
        return new SleepMinutes(firstDay, next);
    }

    /** The states of the minutes {@code [from, to)}. */
    SleepState[] between(long from, long to) {
        var states = new SleepState[Math.toIntExact(to - from)];
        Arrays.fill(states, SleepState.UNKNOWN);
        for (int day = 0; day < days.length; day++) {
            long start = (firstDay + day) * DAY;
            for (long minute = Math.max(from, start); minute < Math.min(to, start + DAY); minute++) {
                int of = (int) (minute - start);
                states[(int) (minute - from)] = STATES[(int) (days[day][of / PER_WORD] >>> 2 * (of % PER_WORD)) & 3];
            }
        }
        return states;
    }

    /** The first minute of {@code [from, to)} that is asleep, or is not; {@code to} where there is none. */
    private long next(long from, long to, boolean asleep) {
        long minute = from;
        while (minute < to) {
            int shift = 2 * (int) Math.floorMod(minute, (long) PER_WORD);
            long word = wordOf(minute);
            // Both bits of a pair are set in sleep only.
            long sleep = word & word >>> 1 & EVEN_BITS;
            long wanted = (asleep ? sleep : ~sleep & EVEN_BITS) >>> shift;
            if (wanted != 0) {
                return Math.min(to, minute + Long.numberOfTrailingZeros(wanted) / 2);
            }
            minute += PER_WORD - shift / 2;
        }
        return to;
    }

    private long wordOf(long minute) {
        long day = Math.floorDiv(minute, (long) DAY) - firstDay;
        return day < 0 || day >= days.length ? 0 : days[(int) day][(int) Math.floorMod(minute, (long) DAY) / PER_WORD];
    }

    /** The spans of sleep between two minutes, joined over anything shorter than {@code join}; pairs of [first, end). */
    List<long[]> bouts(long from, long to, int join) {
        var bouts = new ArrayList<long[]>();
        long[] last = {0, Long.MIN_VALUE / 2};
        for (long start = next(from, to, true); start < to; start = next(last[1], to, true)) {
            long end = next(start, to, false);
            if (start - last[1] >= join) {
                last = new long[] {start, end};
                bouts.add(last);
            } else {
                last[1] = end;
            }
        }
        return bouts;
    }

    private SleepMinutes reaching(long minute) {
        long day = Math.floorDiv(minute, (long) DAY);
        long end = firstDay + days.length;
        if (days.length > 0 && day < end) {
            return this;
        }
        if (days.length == 0 || day - end >= DAYS) {
            return new SleepMinutes(day, new long[][] {new long[WORDS]});
        }
        long first = Math.max(firstDay, day + 1 - DAYS);
        var next = new long[(int) (day + 1 - first)][];
        for (int i = 0; i < next.length; i++) {
            next[i] = first + i < end ? days[(int) (first + i - firstDay)] : new long[WORDS];
        }
        return new SleepMinutes(first, next);
    }

    private static int code(long[] day, long minute) {
        int of = (int) Math.floorMod(minute, (long) DAY);
        return (int) (day[of / PER_WORD] >>> 2 * (of % PER_WORD)) & 3;
    }

    private static void put(long[] day, long minute, int code) {
        int of = (int) Math.floorMod(minute, (long) DAY);
        int shift = 2 * (of % PER_WORD);
        day[of / PER_WORD] = day[of / PER_WORD] & ~(3L << shift) | (long) code << shift;
    }

    private static int code(SleepState state) {
        return switch (state) {
            case UNKNOWN -> 0;
            case AWAKE -> 1;
            case RESTING -> 2;
            case ASLEEP, LIGHT, DEEP, REM -> 3;
        };
    }

    void write(DataOutput out) throws IOException {
        Varint.write(out, firstDay);
        out.writeByte(days.length);
        long end = (firstDay + days.length) * DAY;
        for (long from = firstDay * DAY; from < end; ) {
            int code = code(at(from));
            long to = from + 1;
            while (to < end && code(at(to)) == code) {
                to++;
            }
            Varint.write(out, to - from << 2 | code);
            from = to;
        }
    }

    static SleepMinutes read(DataInput in) throws IOException {
        long firstDay = Varint.read(in);
        var days = new long[in.readUnsignedByte()][WORDS];
        for (int minute = 0; minute < days.length * DAY; ) {
            long run = Varint.read(in);
            int end = (int) Math.min(days.length * (long) DAY, minute + (run >>> 2));
            for (; minute < end; minute++) {
                put(days[minute / DAY], minute, (int) run & 3);
            }
        }
        return new SleepMinutes(firstDay, days);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SleepMinutes that && firstDay == that.firstDay && Arrays.deepEquals(days, that.days);
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(firstDay) + Arrays.deepHashCode(days);
    }
}
