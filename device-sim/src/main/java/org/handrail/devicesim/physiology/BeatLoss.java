package org.handrail.devicesim.physiology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What an optical sensor on the wrist misses, which is most. The share of a still minute that is covered follows the vendor
 * beats of stress-predict: none in 11 % of the minutes, a median of 27 %, half or more in about 30 %, 80 % or more in about 11 %.
 * It wanders from minute to minute, falls with motion, and is better in sleep (chosen: stress-predict has no night).
 */
final class BeatLoss {

    /** Rank among still minutes, and the share covered there. */
    private static final double[][] COVERED = {
        {0, 0}, {0.11, 0}, {0.25, 0.09}, {0.5, 0.274}, {0.7, 0.5}, {0.89, 0.8}, {1, 1}
    };

    private static final double SLEEP_POWER = 0.35;
    private static final double LOST_BESIDE_A_GAP_S = 0.8;

    private record Gap(double from, double to) {}

    private final Days days;
    private final Draws draws;

    BeatLoss(Days days, Draws draws) {
        this.days = days;
        this.draws = draws;
    }

    /** The minute's intervals, with a gap in the place of all that were lost. */
    int[] entries(long minute, int... intervalsMs) {
        var random = draws.at(Draws.Purpose.BEAT_LOSS, minute);
        var gaps = gaps(covered(minute, random), random);
        // Never more than there were: a gap takes the place of at least one.
        var entries = new int[intervalsMs.length];
        int count = 0;
        int at = 0;
        int lost = 0;
        for (int interval : intervalsMs) {
            boolean isLost = isLost(gaps, at / 1_000.0, (at + interval) / 1_000.0);
            at += interval;
            if (isLost) {
                lost += interval;
            } else {
                if (lost > 0) {
                    entries[count++] = -lost;
                    lost = 0;
                }
                entries[count++] = interval;
            }
        }
        if (lost > 0) {
            entries[count++] = -lost;
        }
        return Arrays.copyOf(entries, count);
    }

    private static boolean isLost(List<Gap> gaps, double from, double to) {
        for (Gap gap : gaps) {
            if (gap.from() < to && gap.to() > from) {
                return true;
            }
        }
        return false;
    }

    private double covered(long minute, SplittableRandom random) {
        double slow = draws.wandering(Draws.Purpose.BEAT_LOSS_SLOW, minute * 60.0, 240);
        double rank = Draws.rank(0.75 * slow + 0.66 * Draws.gaussian(random));
        return switch (days.activityAt(minute)) {
            case SLEEP -> coveredAt(StrictMath.pow(rank, SLEEP_POWER));
            case SEATED, DESK -> coveredAt(rank);
            case STANDING -> coveredAt(rank) * 0.8;
            case HOUSEHOLD -> coveredAt(rank) * 0.4;
            case WALKING, EXERCISE -> coveredAt(rank) * 0.1;
        };
    }

    private static double coveredAt(double rank) {
        int upper = 1;
        while (upper < COVERED.length - 1 && COVERED[upper][0] < rank) {
            upper++;
        }
        double[] left = COVERED[upper - 1];
        double[] right = COVERED[upper];
        double share = Math.min(1, Math.max(0, (rank - left[0]) / (right[0] - left[0])));
        return left[1] + share * (right[1] - left[1]);
    }

    /** One to three gaps that leave about that share. */
    private static List<Gap> gaps(double covered, SplittableRandom random) {
        if (covered < 0.01) {
            return List.of(new Gap(0, 60));
        }
        int count = 1 + random.nextInt(3);
        double missing = (1 - covered) * 60 - count * LOST_BESIDE_A_GAP_S;
        if (missing <= 0) {
            return List.of();
        }
        double[] gapParts = parts(count, random);
        double[] runParts = parts(count + 1, random);
        var gaps = new ArrayList<Gap>();
        double at = 0;
        for (int i = 0; i < count; i++) {
            at += runParts[i] * (60 - missing);
            gaps.add(new Gap(at, at + gapParts[i] * missing));
            at += gapParts[i] * missing;
        }
        return gaps;
    }

    /** Random parts of one. */
    private static double[] parts(int count, SplittableRandom random) {
        var parts = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            parts[i] = -StrictMath.log(1 - random.nextDouble()) + 0.05;
            sum += parts[i];
        }
        for (int i = 0; i < count; i++) {
            parts[i] /= sum;
        }
        return parts;
    }
}
