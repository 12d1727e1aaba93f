package org.handrail.analytics.sleep;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Heart rate and RMSSD in tumbling windows of five minutes over the last forty hours, so that a device's word on a night can
 * come a day later and still find the heart of that night. The heart rate of a window needs three known minutes, otherwise it
 * is NaN. Kept to 0.1 per minute and 0.5 ms. A value; a closed window copies the ring.
 */
final class HeartCells {

    static final int MINUTES = 5;
    static final int CELLS = 480;
    static final HeartCells NONE = new HeartCells(Long.MIN_VALUE, 0, 0, Double.NaN, unknown(), unknown());

    private static final int LEAST_MINUTES = 3;
    private static final double HEART_UNIT = 0.1;
    private static final double RMSSD_UNIT = 0.5;
    private static final short UNKNOWN = -1;

    private final long cell;
    private final double heartSum;
    private final int heartMinutes;
    private final double openRmssd;
    private final short[] heart;
    private final short[] rmssd;

    private HeartCells(long cell, double heartSum, int heartMinutes, double openRmssd, short[] heart, short[] rmssd) {
        this.cell = cell;
        this.heartSum = heartSum;
        this.heartMinutes = heartMinutes;
        this.openRmssd = openRmssd;
        this.heart = heart;
        this.rmssd = rmssd;
    }

    /**
     * Takes the next minute, counted from the epoch; each figure NaN where it is unknown.
     *
     * @param fiveMinuteRmssd of the window that ends with the minute
     */
    HeartCells over(long minute, double heartRate, double fiveMinuteRmssd) {
        long now = Math.floorDiv(minute, (long) MINUTES);
        var open = now == cell ? this : closedUntil(now);
        boolean knowsHeart = !Double.isNaN(heartRate);
        return new HeartCells(
                now,
                open.heartSum + (knowsHeart ? heartRate : 0),
                open.heartMinutes + (knowsHeart ? 1 : 0),
                Double.isNaN(fiveMinuteRmssd) ? open.openRmssd : fiveMinuteRmssd,
                open.heart,
                open.rmssd);
    }

    /** Heart rate of a closed window, counted from the epoch, per minute. */
    double heartRate(long at) {
        return value(heart, at, HEART_UNIT);
    }

    /** RMSSD of a closed window, ms. */
    double rmssd(long at) {
        return value(rmssd, at, RMSSD_UNIT);
    }

    private HeartCells closedUntil(long now) {
        if (cell == Long.MIN_VALUE || now - cell >= CELLS) {
            return new HeartCells(now, 0, 0, Double.NaN, NONE.heart, NONE.rmssd);
        }
        var hearts = heart.clone();
        var rmssds = rmssd.clone();
        for (long at = cell; at < now; at++) {
            hearts[place(at)] = UNKNOWN;
            rmssds[place(at)] = UNKNOWN;
        }
        if (heartMinutes >= LEAST_MINUTES) {
            hearts[place(cell)] = quantised(heartSum / heartMinutes / HEART_UNIT);
        }
        if (!Double.isNaN(openRmssd)) {
            rmssds[place(cell)] = quantised(openRmssd / RMSSD_UNIT);
        }
        return new HeartCells(now, 0, 0, Double.NaN, hearts, rmssds);
    }

    private double value(short[] ring, long at, double unit) {
        boolean isKept = cell != Long.MIN_VALUE && at < cell && at >= cell - CELLS + 1;
        return !isKept || ring[place(at)] == UNKNOWN ? Double.NaN : ring[place(at)] * unit;
    }

    private static short quantised(double units) {
        return (short) Math.min(Short.MAX_VALUE, Math.round(units));
    }

    private static int place(long at) {
        return (int) Math.floorMod(at, (long) CELLS);
    }

    private static short[] unknown() {
        var ring = new short[CELLS];
        Arrays.fill(ring, UNKNOWN);
        return ring;
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(cell);
        out.writeDouble(heartSum);
        out.writeByte(heartMinutes);
        out.writeDouble(openRmssd);
        if (cell != Long.MIN_VALUE) {
            write(out, heart, cell);
            write(out, rmssd, cell);
        }
    }

    static HeartCells read(DataInput in) throws IOException {
        long cell = in.readLong();
        double heartSum = in.readDouble();
        int heartMinutes = in.readUnsignedByte();
        double openRmssd = in.readDouble();
        boolean isEmpty = cell == Long.MIN_VALUE;
        return new HeartCells(
                cell,
                heartSum,
                heartMinutes,
                openRmssd,
                isEmpty ? NONE.heart : ring(in, cell),
                isEmpty ? NONE.rmssd : ring(in, cell));
    }

    /** Oldest first: a run of unknown windows as 0 and its length, a known one as 1 + its zigzag step from the last known. */
    private static void write(DataOutput out, short[] ring, long cell) throws IOException {
        int last = 0;
        for (int i = 0; i < CELLS; ) {
            int value = ring[place(cell + i)];
            if (value == UNKNOWN) {
                int run = 1;
                while (i + run < CELLS && ring[place(cell + i + run)] == UNKNOWN) {
                    run++;
                }
                out.writeByte(0);
                Varint.write(out, run);
                i += run;
            } else {
                int step = value - last;
                Varint.write(out, 1 + (step << 1 ^ step >> 31));
                last = value;
                i++;
            }
        }
    }

    private static short[] ring(DataInput in, long cell) throws IOException {
        var ring = unknown();
        int last = 0;
        for (long i = 0; i < CELLS; ) {
            long stored = Varint.read(in);
            if (stored == 0) {
                i += Varint.read(in);
            } else {
                long zigzag = stored - 1;
                last += (int) (zigzag >>> 1 ^ -(zigzag & 1));
                ring[place(cell + i)] = (short) last;
                i++;
            }
        }
        return ring;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof HeartCells that
                && cell == that.cell
                && heartSum == that.heartSum
                && heartMinutes == that.heartMinutes
                && Double.compare(openRmssd, that.openRmssd) == 0
                && Arrays.equals(heart, that.heart)
                && Arrays.equals(rmssd, that.rmssd);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(heart) + Long.hashCode(cell);
    }
}
