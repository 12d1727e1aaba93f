package org.handrail.devicesim.physiology;

import static org.handrail.devicesim.physiology.Activity.DESK;
import static org.handrail.devicesim.physiology.Activity.EXERCISE;
import static org.handrail.devicesim.physiology.Activity.HOUSEHOLD;
import static org.handrail.devicesim.physiology.Activity.SEATED;
import static org.handrail.devicesim.physiology.Activity.WALKING;

import java.util.Arrays;
import java.util.SplittableRandom;

/** What is done from getting up to going to bed, minute by minute. All lengths are chosen. */
final class WakingDay {

    private static final double EXERCISE_DAYS = 0.4;

    private final Activity[] day;
    private final int bed;
    private final SplittableRandom random;
    private int at;

    WakingDay(Activity[] day, int bed, SplittableRandom random) {
        this.day = day;
        this.bed = bed;
        this.random = random;
    }

    /** Desk with walks and chores until the afternoon's end, exercise on two days in five, dinner, a quiet evening. */
    void ofDayWork(int afternoonEnds) {
        put(HOUSEHOLD, 40, 60);
        put(WALKING, 8, 20);
        while (at < afternoonEnds) {
            put(DESK, 45, 110);
            put(random.nextBoolean() ? WALKING : HOUSEHOLD, 4, 16);
        }
        if (random.nextDouble() < EXERCISE_DAYS) {
            put(EXERCISE, 25, 45);
        }
        put(HOUSEHOLD, 25, 45);
        evening();
    }

    /** A day at home before the night's work, which is half on the feet, the way there and back, and soon to bed. */
    void ofNightWork(int leaves, int returns) {
        put(HOUSEHOLD, 30, 50);
        if (random.nextDouble() < EXERCISE_DAYS) {
            put(EXERCISE, 25, 45);
        }
        while (at < leaves) {
            put(SEATED, 45, 90);
            put(HOUSEHOLD, 5, 25);
        }
        put(WALKING, 15, 30);
        while (at < returns) {
            put(DESK, 30, 70);
            put(random.nextBoolean() ? WALKING : HOUSEHOLD, 8, 25);
        }
        put(WALKING, 15, 30);
        evening();
    }

    private void evening() {
        while (at < bed) {
            put(SEATED, 45, 90);
            put(HOUSEHOLD, 3, 8);
        }
    }

    private void put(Activity activity, int least, int most) {
        int to = Math.min(at + random.nextInt(least, most + 1), bed);
        if (at < to) {
            Arrays.fill(day, at, to, activity);
        }
        at = Math.max(at, to);
    }
}
