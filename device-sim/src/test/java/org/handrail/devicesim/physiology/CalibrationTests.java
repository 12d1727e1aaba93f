package org.handrail.devicesim.physiology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.handrail.devicesim.RealData;
import org.handrail.devicesim.recording.Recording;
import org.handrail.devicesim.recording.Recordings;
import org.handrail.signals.DeviceId;
import org.handrail.signals.TimeWindow;
import org.junit.jupiter.api.Test;

/** Wearers drawn at random sit and are strained; their minutes are held against those of stress-predict. */
class CalibrationTests {

    private static final Instant EVENING = Instant.parse("2026-05-11T18:00:00Z");
    private static final int WEARERS = 54;

    @Test
    void seatedMinutesLookLikeRealOnes() throws java.io.IOException {
        var realRest = new ArrayList<MinuteFeatures>();
        var realStress = new ArrayList<MinuteFeatures>();
        for (Recording recording : stressPredict()) {
            for (var stretch : recording.labels()) {
                var minutes = MinuteFeatures.of(recording.channels(), stretch.window());
                (stretch.label().equals("stress") ? realStress : realRest).addAll(minutes);
            }
        }
        var rest = new ArrayList<MinuteFeatures>();
        var strained = new ArrayList<MinuteFeatures>();
        for (int seed = 1; seed <= WEARERS; seed++) {
            var wearer = seatedAndStrained(seed);
            var channels = wearer.channels(new TimeWindow(EVENING, EVENING.plusSeconds(3_600)));
            rest.addAll(MinuteFeatures.of(channels, new TimeWindow(EVENING, EVENING.plusSeconds(2_400))));
            strained.addAll(MinuteFeatures.of(
                    channels, new TimeWindow(EVENING.plusSeconds(2_400), EVENING.plusSeconds(3_600))));
        }
        String table = table("real rest", realRest)
                + table("simulated rest", rest)
                + table("real stress", realStress)
                + table("simulated strain", strained);
        if (Boolean.getBoolean("handrail.print")) {
            System.out.println(table);
        }

        near(table, rest, realRest, MinuteFeatures::heartRate, 0.06);
        near(table, rest, realRest, MinuteFeatures::rmssd, 0.15);
        near(table, rest, realRest, MinuteFeatures::conductance, 0.35);
        near(table, rest, realRest, MinuteFeatures::motion, 0.25);
        near(table, rest, realRest, MinuteFeatures::motion90, 0.5);
        assertThat(mean(rest, MinuteFeatures::responses))
                .as(table)
                .isBetween(
                        0.5 * mean(realRest, MinuteFeatures::responses),
                        1.5 * mean(realRest, MinuteFeatures::responses));
        assertThat(halfCovered(rest)).as(table).isBetween(halfCovered(realRest) - 0.06, halfCovered(realRest) + 0.06);
    }

    private static List<Recording> stressPredict() throws java.io.IOException {
        Path compact = RealData.folder("stress-predict/compact");
        try (var folders = Files.list(compact)) {
            return folders.filter(Files::isDirectory)
                    .sorted()
                    .map(Recordings::read)
                    .toList();
        }
    }

    private static Wearer seatedAndStrained(int seed) {
        var seated = new Stretch(
                new TimeWindow(EVENING.minus(Duration.ofHours(2)), EVENING.plus(Duration.ofHours(2))), Activity.SEATED);
        var strain = Strain.during(new TimeWindow(EVENING.plusSeconds(2_400), EVENING.plusSeconds(3_600)));
        return new Wearer(WearerSettings.quiet(new DeviceId("calibration-" + seed), seed, ZoneOffset.UTC)
                .withTraits(Traits.drawn(seed))
                .withFixed(List.of(seated))
                .withStrains(List.of(strain)));
    }

    private static void near(
            String table,
            List<MinuteFeatures> simulated,
            List<MinuteFeatures> real,
            ToDoubleFunction<MinuteFeatures> feature,
            double share) {
        double median = quantile(real, feature, 0.5);
        assertThat(quantile(simulated, feature, 0.5)).as(table).isBetween(median * (1 - share), median * (1 + share));
    }

    private static double halfCovered(List<MinuteFeatures> minutes) {
        return mean(minutes, minute -> minute.covered() >= 0.5 ? 1 : 0);
    }

    private static double mean(List<MinuteFeatures> minutes, ToDoubleFunction<MinuteFeatures> feature) {
        return minutes.stream()
                .mapToDouble(feature)
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElseThrow();
    }

    private static double quantile(
            List<MinuteFeatures> minutes, ToDoubleFunction<MinuteFeatures> feature, double share) {
        return MinuteFeatures.quantile(minutes.stream().mapToDouble(feature).toArray(), share);
    }

    private static String table(String title, List<MinuteFeatures> minutes) {
        return title + ", " + minutes.size() + " minutes (10 %, 25 %, 50 %, 75 %, 90 %, mean)\n"
                + row("heart rate", minutes, MinuteFeatures::heartRate)
                + row("conductance", minutes, MinuteFeatures::conductance)
                + row("slope", minutes, MinuteFeatures::slope)
                + row("responses", minutes, MinuteFeatures::responses)
                + row("motion", minutes, MinuteFeatures::motion)
                + row("motion 90 %", minutes, MinuteFeatures::motion90)
                + row("covered", minutes, MinuteFeatures::covered)
                + row("rmssd", minutes, MinuteFeatures::rmssd)
                + String.format(Locale.ROOT, "  half covered: %.3f%n", halfCovered(minutes));
    }

    private static String row(String name, List<MinuteFeatures> minutes, ToDoubleFunction<MinuteFeatures> feature) {
        return String.format(
                Locale.ROOT,
                "  %-12s %8.4f %8.4f %8.4f %8.4f %8.4f %8.4f%n",
                name,
                quantile(minutes, feature, 0.1),
                quantile(minutes, feature, 0.25),
                quantile(minutes, feature, 0.5),
                quantile(minutes, feature, 0.75),
                quantile(minutes, feature, 0.9),
                mean(minutes, feature));
    }
}
