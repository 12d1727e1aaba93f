package org.handrail.analytics.lane;

/** Somebody else has written this mentee's snapshot since it was read. Nothing was saved; the run is to be read again. */
final class StaleRun extends RuntimeException {

    StaleRun() {
        super("another writer was here first", null, false, false);
    }
}
