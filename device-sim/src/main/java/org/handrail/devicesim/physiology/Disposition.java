package org.handrail.devicesim.physiology;

/**
 * Ways in which people differ that a method must bear with. Each changes some traits of a person and leaves the others. The
 * sizes are chosen; what they rest on stands beside each.
 */
public enum Disposition {
    TYPICAL,

    /** Skin so dry that responses stay below what can be told: every fifth minute of stress-predict has less than 0.25 µS. */
    LOW_SKIN_RESPONDER,

    /** Slow at rest, with much variability and slow breathing. */
    ATHLETE,

    /** In atrial fibrillation, at rest a little faster than others. */
    ARRHYTHMIA,

    /** Works four nights and has four days off; sleeps worse, by day. The body's clock stays where it was (Folkard 2008). */
    SHIFT_WORKER,

    /** Takes long to fall asleep, wakes often, naps. */
    RESTLESS;

    /** That person, so disposed. */
    public Traits of(Traits person) {
        return switch (this) {
            case TYPICAL -> person;
            case LOW_SKIN_RESPONDER -> person.withSkin(0.16, 0.5);
            case ATHLETE -> person.withHeart(person.heartRate() * 0.72, Math.max(80, person.rmssdMs() * 1.6), 12);
            case ARRHYTHMIA ->
                person.withHeart(person.heartRate() * 1.1, person.rmssdMs(), person.breathsPerMinute())
                        .withRhythm(HeartRhythm.FIBRILLATING);
            case SHIFT_WORKER -> person.withSleep(Rota.FOUR_NIGHTS_ON_FOUR_OFF, 0.5, person.napsPerWeek());
            case RESTLESS -> person.withSleep(person.rota(), 1, 3);
        };
    }
}
