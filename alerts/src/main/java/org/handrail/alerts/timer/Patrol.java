package org.handrail.alerts.timer;

/** A round of the watchdog through one feature's rows: mends what has no future of its own, and logs it. */
public interface Patrol {

    /** How many rows were mended. */
    int mend();
}
