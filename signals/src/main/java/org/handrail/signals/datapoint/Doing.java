package org.handrail.signals.datapoint;

import java.util.List;

/** What somebody was doing when a measure was taken, in the schemas' words. A frame has no place for it. */
final class Doing {

    private static final List<String> ACTIVITY =
            List.of("at rest", "active", "before exercise", "after exercise", "during exercise");
    private static final List<String> SLEEP = List.of("before sleeping", "during sleep", "on waking");

    private Doing() {}

    static void check(Field body) {
        body.optional("temporal_relationship_to_physical_activity").ifPresent(word -> word.oneOf(ACTIVITY));
        body.optional("temporal_relationship_to_sleep").ifPresent(word -> word.oneOf(SLEEP));
    }
}
