package org.handrail.devicesim.physiology;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.handrail.devicesim.BeatChannel;
import org.handrail.devicesim.Channel;
import org.handrail.devicesim.Occurrence;
import org.handrail.devicesim.SampledChannel;
import org.handrail.signals.Sleep;
import org.handrail.signals.StreamKind;

/**
 * What a wrist tells of days of a life, real or simulated, by the same simple measures for both: nights by the clock, getting
 * up and settling down by steps. A measuring stick for this module's tests only.
 *
 * @param steps by minute since 1970 on the wearer's wall
 * @param rates mean heart rate by such minutes
 * @param beats of such minutes in the afternoon: end in ms, interval in ms
 * @param sleeps as the device told them
 */
record LivedDays(
        NavigableMap<Long, Integer> steps, Map<Long, Double> rates, Map<Long, List<int[]>> beats, List<Sleep> sleeps) {

    private static final long MINUTE_MS = 60_000;
    private static final int DAY_MINUTES = 24 * 60;
    private static final int DAY_BEGINS = 4 * 60;
    private static final int QUARTER = 15;
    private static final int STEPS_OF_SOMEBODY_UP = 50;
    private static final int STEPS_OF_A_DAY_WORN = 1_000;
    private static final int WALKS_FROM = 60;
    private static final LocalTime NIGHT_FROM = LocalTime.of(2, 0);
    private static final LocalTime NIGHT_TO = LocalTime.of(5, 0);
    private static final LocalTime AFTERNOON_TO = LocalTime.of(17, 0);

    static LivedDays of(List<? extends Channel> channels, ZoneId zone) {
        var days = new LivedDays(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new ArrayList<>());
        for (Channel channel : channels) {
            long wallMs = zone.getRules().getOffset(channel.start()).getTotalSeconds() * 1_000L
                    + channel.start().toEpochMilli();
            if (channel instanceof BeatChannel beats) {
                days.addBeats(wallMs, beats);
            } else if (channel instanceof SampledChannel samples && samples.stream() == StreamKind.STEPS) {
                days.addSteps(wallMs, samples);
            } else if (channel instanceof SampledChannel samples && samples.stream() == StreamKind.HEART_RATE) {
                days.addRates(wallMs, samples);
            } else if (channel instanceof Occurrence told && told.content() instanceof Sleep sleep) {
                days.sleeps.add(sleep);
            }
        }
        return days;
    }

    private void addBeats(long wallMs, BeatChannel channel) {
        long at = wallMs;
        for (int entry : channel.entries().toArray()) {
            at += Math.abs(entry);
            long minute = Math.floorDiv(at, MINUTE_MS);
            if (entry > 0 && isWithin(minute, LocalTime.NOON, AFTERNOON_TO)) {
                beats.computeIfAbsent(minute, none -> new ArrayList<>())
                        .add(new int[] {(int) (at - minute * MINUTE_MS), entry});
            }
        }
    }

    private void addSteps(long wallMs, SampledChannel channel) {
        for (int i = 0; i < channel.ticks().size(); i++) {
            steps.merge(
                    Math.floorDiv(wallMs + i * channel.spacing().toMillis(), MINUTE_MS),
                    (int) channel.valueAt(i),
                    Integer::sum);
        }
    }

    private void addRates(long wallMs, SampledChannel channel) {
        int perMinute = (int) (60_000 / channel.spacing().toMillis());
        for (int i = 0; i + perMinute <= channel.ticks().size(); i += perMinute) {
            double sum = 0;
            for (int sample = i; sample < i + perMinute; sample++) {
                sum += channel.valueAt(sample);
            }
            rates.put(Math.floorDiv(wallMs + i * channel.spacing().toMillis(), MINUTE_MS), sum / perMinute);
        }
    }

    /** Mean heart rate of each minute from two to five at night. */
    DoubleStream ratesAtNight() {
        return rates.entrySet().stream()
                .filter(minute -> isWithin(minute.getKey(), NIGHT_FROM, NIGHT_TO))
                .mapToDouble(Map.Entry::getValue);
    }

    /** RMSSD of each minute from noon to five that has enough beats. */
    DoubleStream rmssdInTheAfternoon() {
        return beats.values().stream().mapToDouble(MinuteFeatures::rmssd).filter(value -> !Double.isNaN(value));
    }

    /** Mean heart rate of each minute that ends five or more with steps between these. */
    DoubleStream ratesAfoot(int least, int most) {
        return rates.entrySet().stream()
                .filter(minute -> LongStream.rangeClosed(minute.getKey() - 4, minute.getKey())
                        .map(each -> steps.getOrDefault(each, 0))
                        .allMatch(count -> count >= least && count <= most))
                .mapToDouble(Map.Entry::getValue);
    }

    private static boolean isWithin(long minute, LocalTime from, LocalTime to) {
        var time = LocalTime.ofSecondOfDay(Math.floorMod(minute, (long) DAY_MINUTES) * 60);
        return !time.isBefore(from) && time.isBefore(to);
    }

    /** Hours from midnight to the first quarter of an hour after four in which somebody is about. */
    DoubleStream gettingUp() {
        return daysWorn().mapToDouble(day -> {
            int minute = 0;
            while (!isAbout(day + minute)) {
                minute += QUARTER;
            }
            return (DAY_BEGINS + minute) / 60.0;
        });
    }

    /** Hours from midnight to the end of the last such quarter before four in the next night. */
    DoubleStream settlingDown() {
        return daysWorn().mapToDouble(day -> {
            int minute = DAY_MINUTES;
            while (!isAbout(day + minute - QUARTER)) {
                minute -= QUARTER;
            }
            return (DAY_BEGINS + minute) / 60.0;
        });
    }

    private boolean isAbout(long quarter) {
        return sum(quarter, QUARTER) >= STEPS_OF_SOMEBODY_UP;
    }

    DoubleStream minutesInBed() {
        return sleeps.stream().mapToDouble(sleep -> sleep.span().toMinutes());
    }

    DoubleStream minutesAwakeInBed() {
        return sleeps.stream().mapToDouble(sleep -> minutes(sleep, stage -> stage == Sleep.Stage.AWAKE));
    }

    DoubleStream minutesAsleep() {
        return sleeps.stream().mapToDouble(sleep -> minutes(sleep, stage -> stage != Sleep.Stage.AWAKE));
    }

    private static double minutes(Sleep sleep, Predicate<Sleep.Stage> stages) {
        return sleep.phases().stream()
                .filter(phase -> stages.test(phase.stage()))
                .mapToLong(phase -> phase.length().toMinutes())
                .sum();
    }

    DoubleStream stepsADay() {
        return daysWorn().mapToDouble(day -> sum(day, DAY_MINUTES));
    }

    /** Length in minutes of each walk: minutes on end with sixty steps or more. */
    DoubleStream walks() {
        var lengths = DoubleStream.builder();
        int length = 0;
        for (long minute = steps.firstKey(); minute <= steps.lastKey() + 1; minute++) {
            if (steps.getOrDefault(minute, 0) >= WALKS_FROM) {
                length++;
            } else if (length > 0) {
                lengths.add(length);
                length = 0;
            }
        }
        return lengths.build();
    }

    /** The first minute, four in the morning, of each whole day with enough steps for one with the watch on. */
    private LongStream daysWorn() {
        long first = Math.floorDiv(steps.firstKey() - DAY_BEGINS, (long) DAY_MINUTES) + 1;
        long last = Math.floorDiv(steps.lastKey() + 1 - DAY_BEGINS, (long) DAY_MINUTES);
        return LongStream.range(first, last)
                .map(day -> day * DAY_MINUTES + DAY_BEGINS)
                .filter(day -> sum(day, DAY_MINUTES) >= STEPS_OF_A_DAY_WORN);
    }

    private int sum(long from, int minutes) {
        return steps.subMap(from, from + minutes).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }
}
