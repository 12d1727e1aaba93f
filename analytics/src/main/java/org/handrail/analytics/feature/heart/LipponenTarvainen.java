package org.handrail.analytics.feature.heart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * Finds beats that were missed, are none, are ectopic or fit badly, and corrects them: for nights and for recordings.
 *
 * <p>Lipponen &amp; Tarvainen 2019 (J Med Eng Technol 43:173), as NeuroKit2 does it: a beat is suspect where its interval's
 * difference to the one before, or its deviation from the median of eleven, exceeds 5.2 quartile deviations of the 91 around
 * ({@link IntervalTrace}). d &gt; 1 with S12 &lt; −0.13·d − 0.17, and the mirror image, is ectopic; two opposite differences
 * are a missed beat where half the interval fits the median, and an extra one where the sum with the next does; what is left
 * is long or short. An extra beat is taken out, a missed one put in the middle, an ectopic, long or short one moved to the
 * middle of its neighbours; half milliseconds are cut off. The first two beats and the last are never moved.
 *
 * <p>Peaks in milliseconds, ascending, not negative. Fewer than four peaks have no artefacts. Where most intervals are equal
 * to the millisecond the quartile deviation is 0 and every change is beyond it; where all are, there is none.
 *
 * <p>It looks 45 beats ahead, so it is not for the minute at hand: that excludes beats and invents none. It is no test for
 * atrial fibrillation: its thresholds grow with the irregularity, and of an irregular record with about 530 beats it flags 5
 * where rules of 20 % flag 139 to 244 (science/SPEC.md (a)). It cannot bridge a gap: run it on each stretch without one.
 * Five minutes (375 beats) take 65 µs for a pass.
 */
public final class LipponenTarvainen {

    private static final int FEWEST_PEAKS = 4;
    private static final double C1 = 0.13;
    private static final double C2 = 0.17;
    private static final double FAR_FROM_MEDIAN = 3;

    private LipponenTarvainen() {}

    /** What does not fit. */
    public static BeatArtefacts find(int[] peaksMs) {
        return peaksMs.length < FEWEST_PEAKS ? BeatArtefacts.NONE : sort(IntervalTrace.of(peaksMs));
    }

    /** Corrects what was found in these peaks; the peaks themselves are left as they are. */
    public static int[] correct(BeatArtefacts artefacts, int[] peaksMs) {
        int[] peaks = without(peaksMs, artefacts.extra());
        var missed = shift(artefacts.missed(), artefacts.extra(), -1);
        var ectopic = shift(artefacts.ectopic(), artefacts.extra(), -1);
        var longShort = shift(artefacts.longShort(), artefacts.extra(), -1);
        peaks = withMissed(peaks, missed);
        peaks = centred(peaks, shift(ectopic, missed, 1));
        return centred(peaks, shift(longShort, missed, 1));
    }

    /** Finds and corrects, as long as that leaves fewer artefacts than before. */
    public static CorrectedBeats iterate(int[] peaksMs) {
        var passes = new ArrayList<BeatArtefacts>();
        int[] peaks = peaksMs.clone();
        var found = find(peaks);
        int before = Integer.MAX_VALUE;
        while (found.count() < before) {
            passes.add(found);
            before = found.count();
            if (before > 0) {
                peaks = correct(found, peaks);
                found = find(peaks);
            }
        }
        return new CorrectedBeats(peaks, passes);
    }

    private static BeatArtefacts sort(IntervalTrace trace) {
        var ectopic = new ArrayList<Integer>();
        var missed = new ArrayList<Integer>();
        var extra = new ArrayList<Integer>();
        var longShort = new ArrayList<Integer>();
        double[] difference = trace.difference();
        int i = 0;
        while (i < difference.length - 2) {
            double here = difference[i];
            if (Math.abs(here) <= 1) {
                i++;
            } else if (isEctopic(here, trace.neighbour()[i])) {
                ectopic.add(i++);
            } else {
                boolean isNextToo = Math.abs(difference[i + 1]) < Math.abs(difference[i + 2]);
                int end = isNextToo ? i + 2 : i + 1;
                for (; i < end; i++) {
                    switch (kind(trace, i)) {
                        case FITS -> {}
                        case EXTRA -> extra.add(i);
                        case MISSED -> missed.add(i);
                        case LONG_OR_SHORT -> longShort.add(i);
                    }
                }
            }
        }
        return new BeatArtefacts(ectopic, missed, extra, longShort);
    }

    private static boolean isEctopic(double difference, double neighbour) {
        return (difference > 1 && neighbour < -C1 * difference - C2)
                || (difference < -1 && neighbour > -C1 * difference + C2);
    }

    private enum Kind {
        FITS,
        EXTRA,
        MISSED,
        LONG_OR_SHORT
    }

    private static Kind kind(IntervalTrace trace, int i) {
        double difference = trace.difference()[i];
        boolean isLong = difference > 1 && trace.opposite()[i] < -1;
        boolean isShort = difference < -1 && trace.opposite()[i] > 1;
        if (!isLong && !isShort && !(Math.abs(trace.deviation()[i]) > FAR_FROM_MEDIAN)) {
            return Kind.FITS;
        }
        double interval = trace.interval()[i];
        double median = trace.median()[i];
        double threshold = trace.medianThreshold()[i];
        if (isShort && Math.abs(interval + trace.interval()[i + 1] - median) < threshold) {
            return Kind.EXTRA;
        }
        return isLong && Math.abs(interval / 2 - median) < threshold ? Kind.MISSED : Kind.LONG_OR_SHORT;
    }

    /** Indices after each of {@code changes} has taken one place out, or put one in. */
    private static List<Integer> shift(List<Integer> indices, List<Integer> changes, int by) {
        List<Integer> shifted = indices;
        for (int change : changes) {
            shifted = shifted.stream()
                    .map(index -> index > change ? index + by : index)
                    .toList();
        }
        return List.copyOf(new TreeSet<>(shifted));
    }

    private static int[] without(int[] peaks, List<Integer> extra) {
        var kept = new int[peaks.length - extra.size()];
        int size = 0;
        for (int i = 0; i < peaks.length; i++) {
            if (!extra.contains(i)) {
                kept[size++] = peaks[i];
            }
        }
        return kept;
    }

    private static int[] withMissed(int[] peaks, List<Integer> missed) {
        var more = new int[peaks.length + missed.size()];
        int size = 0;
        for (int i = 0; i < peaks.length; i++) {
            if (i > 1 && missed.contains(i)) {
                more[size++] = middle(peaks[i - 1], peaks[i]);
            }
            more[size++] = peaks[i];
        }
        return Arrays.copyOf(more, size);
    }

    private static int[] centred(int[] peaks, List<Integer> indices) {
        int[] moved = peaks.clone();
        for (int i : indices) {
            if (i > 1 && i < peaks.length - 1) {
                moved[i] = middle(peaks[i - 1], peaks[i + 1]);
            }
        }
        Arrays.sort(moved);
        return moved;
    }

    private static int middle(int before, int after) {
        return before + (after - before) / 2;
    }
}
