package org.handrail.devicesim.scenario;

import org.handrail.devicesim.physiology.Activity;

/** What a persona can be said to do for some time. What stands later here goes before what stands earlier. */
enum Pastime {
    WORK("work", Activity.DESK),
    SITTING("sitting", Activity.SEATED),
    CHORES("chores", Activity.HOUSEHOLD),
    WALKING("walking", Activity.WALKING),
    EXERCISE("exercise", Activity.EXERCISE),
    /** Up at night, sitting; before noon this is the morning after the day. */
    AWAKE("awake", Activity.SEATED);

    private final String key;
    private final Activity activity;

    Pastime(String key, Activity activity) {
        this.key = key;
        this.activity = activity;
    }

    String key() {
        return key;
    }

    Activity activity() {
        return activity;
    }
}
