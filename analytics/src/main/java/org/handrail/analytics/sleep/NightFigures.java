package org.handrail.analytics.sleep;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.LongToDoubleFunction;
import java.util.stream.LongStream;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;
import org.handrail.analytics.Night;
import org.handrail.analytics.Night.Amounts;
import org.handrail.analytics.Night.Heart;
import org.handrail.analytics.Night.Pattern;
import org.handrail.analytics.Night.Source;
import org.handrail.analytics.Night.Stages;

/**
 * The figures of a main sleep, from the sleep itself, the heart in it and the days before it. The heart's are taken over
 * five-minute windows that lie wholly in sleep: the 10 % quantile of heart rate, the median of RMSSD; fewer than twelve such
 * windows say nothing, NaN.
 */
record NightFigures(SleepTimeline timeline, HeartCells cells, SleepHistory history) {

    static final int REGULARITY_DAYS = 8;

    private static final int DAY = 1_440;
    private static final int LEAST_CELLS = 12;
    private static final double RESTING_QUANTILE = 10;
    private static final double MEDIAN = 50;
    private static final double MINUTE_MS = SleepMinute.LENGTH_MS;

    Night of(SleepBout bout, ZoneId zone) {
        var date = bout.date(zone);
        var metrics = bout.metrics();
        return new Night(
                date,
                bout.source(),
                bout.inBed(),
                bout.asleep(),
                new Amounts(
                        metrics.inBed(),
                        metrics.total(),
                        metrics.latency(),
                        metrics.wakeAfterOnset(),
                        metrics.period(),
                        metrics.efficiency(),
                        metrics.awakenings(),
                        bout.coverage()),
                stages(bout),
                new Heart(quantile(bout, cells::heartRate, RESTING_QUANTILE), quantile(bout, cells::rmssd, MEDIAN)),
                pattern(bout, date));
    }

    static SleepHistory.Brief brief(SleepBout bout, ZoneId zone) {
        var asleep = bout.asleep();
        Instant mid = asleep.start().plus(asleep.length().dividedBy(2));
        return new SleepHistory.Brief(
                bout.date(zone),
                (int) (bout.metrics().total() * 60),
                (int) asleep.length().toSeconds(),
                mid.atZone(zone).toLocalTime().toSecondOfDay());
    }

    private Pattern pattern(SleepBout bout, LocalDate date) {
        long end = SleepTimeline.minuteOf(bout.asleep().end().toEpochMilli());
        var states = timeline.minutes(end - REGULARITY_DAYS * DAY, end);
        return new Pattern(
                SleepRegularity.ofKnownDays(states, DAY).index(), history.socialJetlag(date), history.debt(date));
    }

    private static Optional<Stages> stages(SleepBout bout) {
        double light = minutes(bout, SleepState.LIGHT);
        double deep = minutes(bout, SleepState.DEEP);
        double rem = minutes(bout, SleepState.REM);
        return bout.source() == Source.DEVICE && light + deep + rem > 0
                ? Optional.of(new Stages(light, deep, rem, minutes(bout, SleepState.ASLEEP)))
                : Optional.empty();
    }

    private static double minutes(SleepBout bout, SleepState state) {
        return bout.stretches().stream()
                        .filter(stretch -> stretch.state() == state)
                        .mapToLong(SleepStretch::lengthMs)
                        .sum()
                / MINUTE_MS;
    }

    private static double quantile(SleepBout bout, LongToDoubleFunction value, double percent) {
        double[] values = cellsAsleep(bout.stretches())
                .mapToDouble(value)
                .filter(known -> !Double.isNaN(known))
                .toArray();
        return values.length < LEAST_CELLS
                ? Double.NaN
                : new Percentile(percent).withEstimationType(EstimationType.R_7).evaluate(values);
    }

    /** The five-minute windows, counted from the epoch, that lie wholly in sleep of whatever depth. */
    static LongStream cellsAsleep(List<SleepStretch> stretches) {
        var cells = LongStream.builder();
        long cellMs = HeartCells.MINUTES * SleepMinute.LENGTH_MS;
        long startMs = 0;
        long endMs = Long.MIN_VALUE;
        for (var stretch : stretches) {
            if (!stretch.state().isAsleep()) {
                continue;
            }
            if (stretch.startMs() != endMs) {
                startMs = stretch.startMs();
            }
            endMs = stretch.endMs();
            long first = Math.max(-Math.floorDiv(-startMs, cellMs), Math.floorDiv(stretch.startMs(), cellMs));
            for (long cell = first; (cell + 1) * cellMs <= endMs; cell++) {
                cells.add(cell);
            }
        }
        return cells.build();
    }
}
