package org.handrail.companion.referee;

import java.time.Instant;
import java.util.List;
import org.handrail.analytics.MinuteRecord;
import org.handrail.signals.TimeWindow;

/**
 * How the minutes of a life were judged: how many are known, and, for those, how often a likelihood was right. A minute counts as
 * truly strained where its middle lies in a strained stretch.
 */
final class Minutes {

    private final List<TimeWindow> strained;
    private final Reliability reliability = new Reliability();
    private long known;

    Minutes(Life life) {
        this.strained = life.strained();
    }

    void add(MinuteRecord minute) {
        if (minute.state().isKnown()) {
            known++;
            reliability.add(minute.likelihood(), isStrained(minute.start().plusSeconds(30)));
        }
    }

    long known() {
        return known;
    }

    Reliability reliability() {
        return reliability;
    }

    private boolean isStrained(Instant at) {
        // At most three a day, and the last ones are asked for most.
        return strained.stream().anyMatch(stretch -> stretch.contains(at));
    }
}
