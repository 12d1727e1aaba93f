package org.handrail.signals.datapoint;

import java.time.Duration;
import org.handrail.signals.IntList;
import org.handrail.signals.Series;
import org.handrail.signals.StreamKind;

/**
 * Steps of an interval as a series of one sample that spans it, at most an hour. Where in the interval they were taken is
 * not told. Steps of a day are refused: as one sample they would all be taken at midnight. Any statistic is refused, too.
 */
final class StepCountBody {

    private StepCountBody() {}

    /** Up to version 2.0 the count is a bare number. */
    static Reading readNumber(Field body) {
        var count = body.member("step_count");
        return read(body, count, count.number());
    }

    /** Since version 3.0 it has a unit. */
    static Reading readQuantity(Field body) {
        var count = body.member("step_count");
        return read(body, count.member("value"), Quantity.in("steps", count));
    }

    private static Reading read(Field body, Field count, double steps) {
        count.require(steps >= 0 && steps <= 1_000_000 && steps == Math.rint(steps), "is not a whole number of steps");
        body.requireNone("descriptive_statistic", "makes this a statistic and no count of steps");
        body.requireNone("descriptive_statistic_denominator", "makes this a statistic and no count of steps");
        var frame = TimeFrame.intervalOf(body);
        frame.requireAtMost(Duration.ofHours(1));
        return new Reading(StreamKind.STEPS, frame.start(), new Series(frame.length(), 1, IntList.of((int) steps)));
    }
}
