package org.handrail.devicesim.physiology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.handrail.devicesim.FrameCutter;
import org.handrail.devicesim.RealData;
import org.handrail.signals.DeviceId;
import org.handrail.signals.Series;
import org.handrail.signals.StreamKind;
import org.handrail.signals.TimeWindow;
import org.junit.jupiter.api.Test;

class StepsTests {

    private static final Instant NOON = Instant.parse("2026-05-11T12:00:00Z");
    private static final DeviceId DEVICE = new DeviceId("walker-1");
    private static final int DAYS = 60;
    private static final double FEW = 500;

    @Test
    void eachMinuteOfAWornWatchIsOneSampleKnownWhenItIsOver() {
        var hour = new TimeWindow(NOON, NOON.plusSeconds(3_600));
        var wearer = walking();
        for (var length : List.of(FrameCutter.LIVE, FrameCutter.BACKLOG, Duration.ofMinutes(5))) {
            var frames = wearer.frames(hour, length)
                    .filter(frame -> frame.stream() == StreamKind.STEPS)
                    .toList();

            assertThat(frames).allMatch(frame -> !FrameCutter.completeAt(frame).isBefore(frame.endsAt()));
            assertThat(frames.stream()
                            .mapToInt(frame -> ((Series) frame.content()).size())
                            .sum())
                    .as("frames of %s", length)
                    .isEqualTo(60);
            assertThat(frames).extracting(frame -> frame.id().counter()).isSorted();
        }
    }

    /** Tudor-Locke 2018: from 100 steps a minute on, walking is moderate exercise. */
    @Test
    void walkingIsAHundredStepsAMinuteOrMore() {
        double mean = 0;
        for (int minute = 0; minute < 60; minute++) {
            mean += walking().truth(NOON.plusSeconds(60L * minute)).steps() / 60.0;
        }
        assertThat(mean).isBetween(100.0, 120.0);
    }

    /** 940 days of 33 people by their Fitbits; days with next to no steps are days without the Fitbit. */
    @Test
    void aDaysStepsLieAmongThoseOfRealPeople() throws java.io.IOException {
        double[] real = Files.readAllLines(RealData.folder("fitabase/raw").resolve("dailySteps_merged.csv")).stream()
                .skip(1)
                .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[2]))
                .filter(steps -> steps >= FEW)
                .toArray();
        var simulated = new double[DAYS];
        for (int day = 0; day < DAYS; day++) {
            var wearer = new Wearer(WearerSettings.quiet(DEVICE, day, ZoneOffset.UTC));
            Instant start = Instant.parse("2026-05-11T00:00:00Z").plus(Duration.ofDays(day));
            for (int minute = 0; minute < 1_440; minute++) {
                simulated[day] += wearer.truth(start.plusSeconds(60L * minute)).steps();
            }
        }
        String table = row("real", real) + row("simulated", simulated);
        if (Boolean.getBoolean("handrail.print")) {
            System.out.println("Steps a day (10 %, 25 %, 50 %, 75 %, 90 %, mean)\n" + table);
        }
        assertThat(MinuteFeatures.quantile(simulated, 0.5))
                .as(table)
                .isBetween(MinuteFeatures.quantile(real, 0.25), MinuteFeatures.quantile(real, 0.75));
        assertThat(Arrays.stream(simulated).max().orElseThrow())
                .as(table)
                .isLessThan(Arrays.stream(real).max().orElseThrow());
    }

    private static String row(String name, double... values) {
        return String.format(
                Locale.ROOT,
                "  %-10s %7.0f %7.0f %7.0f %7.0f %7.0f %7.0f%n",
                name,
                MinuteFeatures.quantile(values, 0.1),
                MinuteFeatures.quantile(values, 0.25),
                MinuteFeatures.quantile(values, 0.5),
                MinuteFeatures.quantile(values, 0.75),
                MinuteFeatures.quantile(values, 0.9),
                Arrays.stream(values).average().orElseThrow());
    }

    private static Wearer walking() {
        var span = new TimeWindow(NOON.minusSeconds(7_200), NOON.plusSeconds(7_200));
        return new Wearer(WearerSettings.quiet(DEVICE, 3, ZoneOffset.UTC)
                .withFixed(List.of(new Stretch(span, Activity.WALKING))));
    }
}
