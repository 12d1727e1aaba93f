package org.handrail.signals.datapoint;

import java.time.Duration;
import org.handrail.signals.IntList;
import org.handrail.signals.Series;
import org.handrail.signals.StreamKind;

/**
 * A heart rate as a series of one sample, to a thousandth of a beat a minute. Over an interval the sample spans it, at most
 * an hour: what is true of a day in the mean is true of none of its minutes. For an instant the schema does not say how long
 * the rate held; a second is assumed. What the mentee was doing is checked and not kept.
 */
final class HeartRateBody {

    private static final double TICKS_PER_BEAT = 1_000;
    private static final Duration OF_AN_INSTANT = Duration.ofSeconds(1);

    private HeartRateBody() {}

    static Reading read(Field body) {
        var rate = body.member("heart_rate");
        double value = Quantity.in("beats/min", rate);
        rate.member("value").require(Math.abs(value) <= 1_000, "is no heart rate");
        body.optional("descriptive_statistic")
                .ifPresent(statistic -> statistic.require(
                        statistic.value().isString()
                                && statistic.value().asString().equals("average"),
                        "is not average; a sample can be no other statistic"));
        Doing.check(body);
        var frame = TimeFrame.of(body);
        frame.requireAtMost(Duration.ofHours(1));
        var sample = IntList.of((int) Math.round(value * TICKS_PER_BEAT));
        var spacing = frame.isInstant() ? OF_AN_INSTANT : frame.length();
        return new Reading(StreamKind.HEART_RATE, frame.start(), new Series(spacing, 1 / TICKS_PER_BEAT, sample));
    }
}
