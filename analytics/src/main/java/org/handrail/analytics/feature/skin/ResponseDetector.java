package org.handrail.analytics.feature.skin;

import java.util.Arrays;

/**
 * Skin conductance responses from trough to peak, causal, in constant time and memory for each sample.
 *
 * <p>A zig-zag with hysteresis h over the smoothed signal s (µS): a peak is confirmed once s has fallen h below the running
 * maximum, a trough once it has risen h above the running minimum. Onset = last trough, amplitude = s(peak) − s(onset), both
 * µS; a response has at least the least amplitude and a rise within the limits (seconds). A rise longer than the limit begins
 * at peak − limit and counts by what it gained since. Half recovery = the first sample at or below peak − amplitude/2 before
 * the next response is confirmed. With only a rise, or nothing, there is no response; NaN is not allowed: a gap begins a new
 * run.
 *
 * <p>An absolute least amplitude after Boucsein et al. 2012 (Psychophysiology 49:1017), not one relative to the largest
 * response, with which one strong start would change the count of all others. It counts fewer responses that ride on a decay
 * than a deconvolution does. Definition: science/canon.py, {@code scr_stream}.
 *
 * <p>Mutable, for one thread; {@link #copy()} before looking ahead. How the samples are cut into batches changes nothing.
 */
final class ResponseDetector {

    private static final int FIXED_NUMBERS = 11;

    /** 6 s at 64 Hz; a faster device gets a shorter longest rise, so that its state stays small. */
    private static final int MOST_TAIL = 64 * 6;

    private final ResponseSettings settings;
    private double spacingMs;
    private long count;
    private boolean rising;
    private double trough;
    private long troughAt;
    private double peak;
    private long peakAt;
    private double beforePeak;
    private boolean told;
    private double half = Double.NaN;
    private long halfOf;
    /** The last {@code mostRiseS} of samples, oldest first. */
    private double[] tail = {};

    ResponseDetector(ResponseSettings settings) {
        this.settings = settings;
    }

    /** From stored numbers. */
    ResponseDetector(ResponseSettings settings, double[] numbers) {
        this.settings = settings;
        spacingMs = numbers[0];
        count = (long) numbers[1];
        rising = numbers[2] == 1;
        trough = numbers[3];
        troughAt = (long) numbers[4];
        peak = numbers[5];
        peakAt = (long) numbers[6];
        beforePeak = numbers[7];
        told = numbers[8] == 1;
        half = numbers[9];
        halfOf = (long) numbers[10];
        tail = Arrays.copyOfRange(numbers, FIXED_NUMBERS, numbers.length);
    }

    /** All that it remembers, exact. */
    double[] numbers() {
        double isRising = rising ? 1 : 0;
        double isTold = told ? 1 : 0;
        double[] fixed = {spacingMs, count, isRising, trough, troughAt, peak, peakAt, beforePeak, isTold, half, halfOf};
        double[] numbers = Arrays.copyOf(fixed, FIXED_NUMBERS + tail.length);
        System.arraycopy(tail, 0, numbers, FIXED_NUMBERS, tail.length);
        return numbers;
    }

    ResponseDetector copy() {
        return new ResponseDetector(settings, numbers());
    }

    double spacingMs() {
        return spacingMs;
    }

    /** Samples seen in this run; the next one has this index. */
    long count() {
        return count;
    }

    boolean isRising() {
        return rising;
    }

    /** The peak of the rise that goes on has been told ahead of time; its confirmation will not tell it again. */
    void peakIsTold() {
        told = true;
    }

    /** Begins a new run. */
    void restart(double spacing) {
        spacingMs = spacing;
        tail = new double[Math.min(MOST_TAIL, (int) (settings.mostRiseS() * 1000 / spacing))];
        Arrays.fill(tail, Double.NaN);
        count = 0;
        rising = false;
        trough = Double.POSITIVE_INFINITY;
        troughAt = 0;
        peak = Double.NEGATIVE_INFINITY;
        peakAt = 0;
        beforePeak = Double.NaN;
        told = false;
        half = Double.NaN;
        halfOf = 0;
    }

    /** Takes the next smoothed samples of the run: those from one index to before another. */
    void take(double[] smoothed, int from, int to, ResponseListener listener) {
        int i = from;
        while (i < to) {
            i = rising ? climb(smoothed, from, i, to, listener) : descend(smoothed, from, i, to, listener);
        }
        if (rising && peakAt >= count) {
            beforePeak = beforePeak(smoothed, from);
        }
        remember(smoothed, from, to);
        count += to - from;
    }

    /** Goes on to where a trough is confirmed. */
    private int descend(double[] smoothed, int from, int start, int to, ResponseListener listener) {
        double lowest = trough;
        double needed = settings.hysteresis();
        for (int i = start; i < to; i++) {
            double value = smoothed[i];
            if (value <= half) {
                recovered(count + i - from, listener);
            }
            if (value < lowest) {
                lowest = value;
                troughAt = count + i - from;
            } else if (value - lowest >= needed) {
                trough = lowest;
                rising = true;
                told = false;
                peak = value;
                peakAt = count + i - from;
                return i + 1;
            }
        }
        trough = lowest;
        return to;
    }

    /** Goes on to where a peak is confirmed. */
    private int climb(double[] smoothed, int from, int start, int to, ResponseListener listener) {
        double needed = settings.hysteresis();
        for (int i = start; i < to; i++) {
            double value = smoothed[i];
            if (value <= half) {
                recovered(count + i - from, listener);
            }
            if (value > peak) {
                peak = value;
                peakAt = count + i - from;
                told = false;
            } else if (peak - value >= needed) {
                if (peakAt >= count) {
                    beforePeak = beforePeak(smoothed, from);
                }
                confirm(count + i - from, value, listener);
                rising = false;
                trough = value;
                troughAt = count + i - from;
                return i + 1;
            }
        }
        return to;
    }

    private void confirm(long at, double value, ResponseListener listener) {
        boolean isLong = peakAt - troughAt > tail.length;
        long onset = isLong ? peakAt - tail.length : troughAt;
        double riseS = seconds(peakAt - onset);
        double amplitude = peak - (isLong ? beforePeak : trough);
        if (amplitude < settings.leastAmplitude() || riseS < settings.leastRiseS()) {
            return;
        }
        if (!told) {
            listener.confirmed(new Response(onset, peakAt, at, amplitude, riseS));
        }
        half = peak - amplitude / 2;
        halfOf = peakAt;
        if (value <= half) {
            recovered(at, listener);
        }
    }

    private void recovered(long at, ResponseListener listener) {
        listener.halfRecovered(seconds(at - halfOf));
        half = Double.NaN;
    }

    /** The sample that lies {@code mostRiseS} before a peak in this batch; NaN before the run began. */
    private double beforePeak(double[] smoothed, int from) {
        int sinceFrom = (int) (peakAt - count);
        return sinceFrom < tail.length ? tail[sinceFrom] : smoothed[from + sinceFrom - tail.length];
    }

    private void remember(double[] smoothed, int from, int to) {
        int fresh = Math.min(tail.length, to - from);
        System.arraycopy(tail, fresh, tail, 0, tail.length - fresh);
        System.arraycopy(smoothed, to - fresh, tail, tail.length - fresh, fresh);
    }

    private double seconds(long samples) {
        return samples * spacingMs / 1000;
    }
}
