package org.handrail.devicesim.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.handrail.devicesim.BeatChannel;
import org.handrail.devicesim.Channel;
import org.handrail.devicesim.RealData;
import org.handrail.devicesim.SampledChannel;
import org.handrail.signals.IntList;
import org.handrail.signals.StreamKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RealExportsTests {

    @ParameterizedTest(name = "person {0}")
    @ValueSource(strings = {"2022484408", "2347167796", "5553957443", "8877689391"})
    void everyMinuteOfAFitbitIsThereOnceWithItsRate(String person) {
        Path folder = RealData.folder("fitabase");
        var recording = Recordings.read(folder, choice(person));

        double[] told =
                NumberTable.below(folder.resolve("minute_hr/user_" + person + ".csv"), "time", "hr_bpm").stream()
                        .mapToDouble(row -> row.number(1, "a rate"))
                        .toArray();

        double[] read = recording.channels().stream()
                .filter(channel -> channel.stream() == StreamKind.HEART_RATE)
                .map(SampledChannel.class::cast)
                .flatMapToDouble(channel -> channel.ticks().stream().mapToDouble(tick -> tick * 0.01))
                .toArray();
        assertThat(read).hasSameSizeAs(told).usingComparatorWithPrecision(0.005).containsExactly(told);
    }

    /** The vendor's own totals, which the mapper does not read; it recounts some days, and on the last one the export ends. */
    @Test
    void stepsOfADayAddUpToTheVendorsTotalWithinAHundredth() {
        Path folder = RealData.folder("fitabase");
        var steps = Recordings.read(folder, choice("1503960366")).channels();
        var last = Instant.parse("2016-05-12T00:00:00Z");
        int days = 0;
        for (var row :
                NumberTable.below(folder.resolve("raw/dailySteps_merged.csv"), "Id", "ActivityDay", "StepTotal")) {
            var day = row.text(1, "a day").split("/");
            var start = Instant.parse(
                    "%s-%02d-%02dT00:00:00Z".formatted(day[2], Integer.parseInt(day[0]), Integer.parseInt(day[1])));
            boolean isWhole = !start.isBefore(steps.get(0).start()) && start.isBefore(last);
            if (row.text(0, "an id").equals("1503960366") && isWhole) {
                double total = row.number(2, "a total");
                assertThat(stepsOn(start, steps) + 0.0)
                        .as("the steps of " + start)
                        .isCloseTo(total, Offset.offset(total / 100));
                days++;
            }
        }
        assertThat(days).isEqualTo(29);
    }

    private static int stepsOn(Instant day, List<Channel> steps) {
        return steps.stream()
                .filter(channel ->
                        !channel.start().isBefore(day) && channel.start().isBefore(day.plusSeconds(86_400)))
                .mapToInt(channel -> ((SampledChannel) channel).ticks().stream().sum())
                .sum();
    }

    @Test
    void aGarminStreamKeepsItsBeatsAtTheirTimes() {
        var recording = Recordings.read(RealData.folder("garmin-46h"));

        assertThat(recording.streams()).containsExactly(StreamKind.BEATS, StreamKind.HEART_RATE, StreamKind.STEPS);
        long beats = recording.channels().stream()
                .filter(BeatChannel.class::isInstance)
                .flatMapToInt(channel -> ((BeatChannel) channel).entries().stream())
                .filter(entry -> entry > 0)
                .count();
        assertThat(beats).as("of 14,316 that the watch reported").isBetween(14_200L, 14_316L);
        assertThat(recording.provenance().leftOut())
                .contains(new Provenance.LeftOut(2_111, "stress scores of the vendor, which are no evidence"));
    }

    @Test
    void theHeartRateOfAGarminAgreesWithItsBeats() {
        var recording = Recordings.read(RealData.folder("garmin-46h"));
        int compared = 0;
        int close = 0;
        for (var channel : recording.channels()) {
            if (channel instanceof SampledChannel rates
                    && rates.stream() == StreamKind.HEART_RATE
                    && rates.ticks().size() >= 60) {
                double mean = mean(rates.ticks()) * 0.01;
                double byBeats = beatsWithin(recording, rates.start(), rates.end());
                compared += Double.isNaN(byBeats) ? 0 : 1;
                close += Math.abs(mean - byBeats) < 5 ? 1 : 0;
            }
        }
        assertThat(compared).isGreaterThan(5);
        assertThat(close).as("of " + compared + " stretches").isGreaterThanOrEqualTo(compared * 3 / 4);
    }

    private static double mean(IntList ticks) {
        return ticks.stream().average().orElse(Double.NaN);
    }

    private static double beatsWithin(Recording recording, Instant start, Instant end) {
        double intervals = 0;
        double ms = 0;
        for (var channel : recording.channels()) {
            if (channel instanceof BeatChannel beats) {
                var at = beats.start();
                for (int entry : beats.entries().toArray()) {
                    at = at.plusMillis(Math.abs(entry));
                    if (entry > 0 && at.isAfter(start) && at.isBefore(end)) {
                        intervals++;
                        ms += entry;
                    }
                }
            }
        }
        return intervals < 30 ? Double.NaN : 60_000 * intervals / ms;
    }

    private static RecordingChoice choice(String person) {
        return new RecordingChoice(Optional.of(person), ZoneOffset.UTC);
    }
}
