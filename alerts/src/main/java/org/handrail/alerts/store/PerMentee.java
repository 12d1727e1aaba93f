package org.handrail.alerts.store;

import java.util.function.Supplier;
import org.handrail.signals.MenteeId;

/** Settles one mentee's affairs one after the other. */
public interface PerMentee {

    <T> T settle(MenteeId mentee, Supplier<T> affairs);

    default void settle(MenteeId mentee, Runnable affairs) {
        settle(mentee, () -> {
            affairs.run();
            return true;
        });
    }
}
