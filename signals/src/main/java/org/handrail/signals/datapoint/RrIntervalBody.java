package org.handrail.signals.datapoint;

import java.time.Duration;
import org.handrail.signals.Beats;
import org.handrail.signals.StreamKind;

/**
 * One interval between two beats, rounded to whole milliseconds. The schema does not say where in it an instant lies; the
 * end is assumed, since that is when a device can know. A time interval has to be the interval between the beats itself,
 * within a second, as times are often written in whole seconds. A mean of several is none, and refused.
 */
final class RrIntervalBody {

    private static final Duration WRITTEN_IN_SECONDS = Duration.ofSeconds(1);

    private RrIntervalBody() {}

    static Reading read(Field body) {
        var interval = body.member("rr_interval");
        double value = Quantity.in("ms", interval);
        interval.member("value")
                .require(value >= 0.5 && value <= Beats.MAX_ENTRY_MS, "is not above zero and at most an hour");
        body.requireNone("descriptive_statistic", "makes this a statistic and no interval between two beats");
        Doing.check(body);
        var frame = TimeFrame.of(body);
        int beat = (int) Math.round(value);
        var length = Duration.ofMillis(beat);
        boolean fits = frame.isInstant() || frame.length().minus(length).abs().compareTo(WRITTEN_IN_SECONDS) <= 0;
        frame.place().require(fits, "is not as long as the interval between the two beats");
        return new Reading(StreamKind.BEATS, frame.end().minus(length), Beats.of(beat));
    }
}
