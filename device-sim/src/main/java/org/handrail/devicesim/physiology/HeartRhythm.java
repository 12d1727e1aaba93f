package org.handrail.devicesim.physiology;

/** How the beats follow one another. */
public enum HeartRhythm {
    /** Paced from one place, so breathing and blood pressure show in the intervals. */
    REGULAR,

    /** As in atrial fibrillation: each interval is drawn by itself, and nothing shows in their order (Bootsma 1970). */
    FIBRILLATING
}
