package org.handrail.companion.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.handrail.analytics.MinuteRecord;
import org.handrail.analytics.Rhythm;
import org.handrail.analytics.feature.heart.LombSpectrum;
import org.handrail.devicesim.physiology.Disposition;
import org.handrail.devicesim.physiology.Traits;
import org.handrail.devicesim.physiology.Truth;
import org.handrail.devicesim.physiology.Wearer;
import org.handrail.devicesim.physiology.WearerSettings;
import org.handrail.signals.DeviceId;
import org.handrail.signals.StreamKind;
import org.handrail.signals.TimeWindow;
import org.junit.jupiter.api.Test;

/**
 * What the method reads from a simulated wrist against what was put in: days of a wearer with everything that the wrist
 * loses, through the method itself. Each test states the error that it allows; {@code -Dhandrail.print} prints the figures.
 */
class RecoveredTruthTests {

    private static final Instant START = Instant.parse("2026-05-04T00:00:00Z");
    private static final TimeWindow DAYS = new TimeWindow(START, START.plus(Duration.ofDays(2)));
    private static final double LEAST_TOLD_US = 0.05;

    @Test
    void heartRateIsRecoveredWithinATenthOfABeatInNineMinutesOfTen() {
        var wearer = wearer(1, Disposition.TYPICAL);
        var errors = errors(
                wearer,
                minute -> minute.heart().heartRate(),
                minute -> wearer.truth(minute.start()).heartRate(),
                (found, truth) -> found - truth);

        assertThat(quantile(errors, 0.05))
                .as(told("heart rate, a minute", errors))
                .isGreaterThan(-0.1);
        assertThat(quantile(errors, 0.95))
                .as(told("heart rate, a minute", errors))
                .isLessThan(0.1);
    }

    @Test
    void rmssdOfFiveMinutesIsRecoveredWithoutBiasAndWithinSixPercentInFourOfFive() {
        for (var disposition : List.of(Disposition.TYPICAL, Disposition.ATHLETE)) {
            var wearer = wearer(2, disposition);
            var errors = errors(
                    wearer,
                    minute -> minute.variability().rmssd(),
                    minute -> Math.sqrt(overFive(wearer, minute, truth -> truth.rmssdMs() * truth.rmssdMs())),
                    (found, truth) -> found / truth - 1);
            String figures = told("RMSSD, " + disposition, errors);

            assertThat(errors).as(figures).hasSizeGreaterThan(500);
            assertThat(quantile(errors, 0.5)).as(figures).isBetween(-0.02, 0.02);
            assertThat(quantile(errors, 0.1)).as(figures).isGreaterThan(-0.06);
            assertThat(quantile(errors, 0.9)).as(figures).isLessThan(0.06);
        }
    }

    @Test
    void highFrequencyPowerIsRecoveredWithinAQuarterInFourOfFiveAndATenthInTheMiddle() {
        for (var disposition : List.of(Disposition.TYPICAL, Disposition.ATHLETE)) {
            // Several, since one wearer has few whole windows, which overlap and so err together.
            var errors = LongStream.rangeClosed(31, 34)
                    .mapToObj(seed -> wearer(seed, disposition))
                    .flatMapToDouble(wearer -> Arrays.stream(errors(
                            wearer,
                            minute -> minute.variability().shape().powers().hf(),
                            minute -> overFive(wearer, minute, Truth::hfMs2),
                            (found, truth) -> found / truth - 1)))
                    .toArray();
            String figures = told("HF, " + disposition, errors);

            assertThat(errors).as(figures).hasSizeGreaterThan(200);
            assertThat(quantile(errors, 0.5)).as(figures).isBetween(-0.1, 0.1);
            assertThat(quantile(errors, 0.1)).as(figures).isGreaterThan(-0.25);
            assertThat(quantile(errors, 0.9)).as(figures).isLessThan(0.25);
        }
    }

    /** True ones are all of at least the amplitude that counts; of two that overlap a detector may see one. */
    @Test
    void responsesOfTheSkinAreCountedWithinTwelvePercent() {
        for (long seed = 4; seed <= 6; seed++) {
            var wearer = wearer(seed, Disposition.TYPICAL);
            double found = 0;
            double truth = 0;
            for (MinuteRecord minute : Analysed.of(wearer, DAYS, frame -> true).minutes()) {
                if (!Double.isNaN(minute.skin().responses())) {
                    found += minute.skin().responses();
                    truth +=
                            wearer
                                    .trueResponses(new TimeWindow(
                                            minute.start(), minute.start().plusSeconds(60)))
                                    .stream()
                                    .filter(response -> response.microsiemens() >= LEAST_TOLD_US)
                                    .count();
                }
            }
            print("SCR, seed " + seed + ": " + found + " of " + truth);
            assertThat(truth).as("seed %d", seed).isGreaterThan(1_000);
            assertThat(found / truth)
                    .as("seed %d: %s of %s", seed, found, truth)
                    .isBetween(0.88, 1.02);
        }
    }

    @Test
    void aNightThatTheDeviceTellsHasItsTotalSleepTimeToTheMinute() {
        for (var disposition : List.of(Disposition.TYPICAL, Disposition.RESTLESS, Disposition.SHIFT_WORKER)) {
            var wearer = wearer(7, disposition);
            var nights = Analysed.of(wearer, DAYS, frame -> true).nights();

            assertThat(nights).as("%s", disposition).isNotEmpty();
            nights.values().forEach(night -> {
                var inBed = night.inBed().orElseThrow();
                if (inBed.start().isAfter(START)) {
                    assertThat(night.amounts().total())
                            .as("%s, %s", disposition, night.date())
                            .isEqualTo(wearer.trueMinutesAsleep(inBed));
                }
            });
        }
    }

    /** Of minutes in bed, after two days in which the method learns how this wearer moves. */
    @Test
    void sleepFromMotionAloneFindsNineTenthsOfSleepAndHalfOfWaking() {
        var wearer = wearer(8, Disposition.RESTLESS);
        var span = new TimeWindow(START, START.plus(Duration.ofDays(5)));
        var analysed = Analysed.of(wearer, span, frame -> frame.stream() != StreamKind.SLEEP);
        int asleep = 0;
        int awake = 0;
        int foundAsleep = 0;
        int foundAwake = 0;
        for (Instant at = START.plus(Duration.ofDays(2));
                at.isBefore(span.end().minusSeconds(3_600));
                at = at.plusSeconds(60)) {
            var truth = wearer.truth(at);
            if (truth.stage().isPresent() && truth.asleep()) {
                asleep++;
                foundAsleep += analysed.isAsleepAt(at) ? 1 : 0;
            } else if (truth.stage().isPresent()) {
                awake++;
                foundAwake += analysed.isAsleepAt(at) ? 0 : 1;
            }
        }
        int recovered = foundAsleep + awake - foundAwake;
        print(String.format(
                Locale.ROOT,
                "sleep from motion: %d of %d minutes asleep found, %d of %d awake; TST %d of %d",
                foundAsleep,
                asleep,
                foundAwake,
                awake,
                recovered,
                asleep));
        assertThat(foundAsleep / (double) asleep).as("of %d", asleep).isGreaterThan(0.9);
        assertThat(foundAwake / (double) awake).as("of %d", awake).isGreaterThan(0.5);
        assertThat(recovered / (double) asleep).as("total sleep time").isBetween(0.9, 1.1);
    }

    @Test
    void theSpectrumHasItsTwoPeaksWhereBreathingAndBloodPressureAre() {
        var wearer = wearer(9, Disposition.TYPICAL);
        double[] density = new double[239];
        int windows = 24;
        for (int window = 0; window < windows; window++) {
            Instant start = START.plus(Duration.ofHours(1)).plusSeconds(300L * window);
            int[] nn = wearer.trueIntervalsMs(new TimeWindow(start, start.plusSeconds(300)));
            double[] values = Arrays.stream(nn).asDoubleStream().toArray();
            double[] times = values.clone();
            Arrays.parallelPrefix(times, Double::sum);
            double[] of = LombSpectrum.density(times, values, values.length);
            Arrays.setAll(density, k -> density[k] + of[k] / windows);
        }
        int low = highest(density, 0.06, 0.15);
        int high = highest(density, 0.15, 0.40);
        double valley = density[highest(density, 0.16, 0.18)];

        assertThat(hertz(low)).as("Mayer wave").isBetween(0.09, 0.11);
        assertThat(hertz(high)).as("breathing, 15 a minute").isBetween(0.235, 0.265);
        assertThat(valley).as("between them").isLessThan(density[low] / 3).isLessThan(density[high] / 3);
    }

    private static int highest(double[] density, double fromHz, double toHz) {
        return IntStream.range(0, density.length)
                .filter(k -> hertz(k) >= fromHz && hertz(k) <= toHz)
                .boxed()
                .max(Comparator.comparingDouble(k -> density[k]))
                .orElseThrow();
    }

    /** The first density is at 2/600 Hz. */
    private static double hertz(int k) {
        return (k + 2) / 600.0;
    }

    @Test
    void aFibrillatingHeartIsIrregularWhereverItIsCoveredAndNeverRegularThere() {
        var wearer = wearer(10, Disposition.ARRHYTHMIA);
        var minutes = Analysed.of(wearer, DAYS, frame -> true).minutes();
        long irregular = minutes.stream()
                .filter(minute -> minute.heart().rhythm() == Rhythm.IRREGULAR)
                .count();
        long regular = minutes.stream()
                .filter(minute -> minute.heart().rhythm() == Rhythm.REGULAR)
                .count();
        print("fibrillation: " + irregular + " minutes irregular, " + regular + " regular");

        assertThat(irregular).isGreaterThan(50);
        assertThat(regular).isLessThan(irregular / 10);
    }

    @FunctionalInterface
    private interface Error {
        double of(double found, double truth);
    }

    private static double[] errors(
            Wearer wearer, ToDoubleFunction<MinuteRecord> found, ToDoubleFunction<MinuteRecord> truth, Error error) {
        return Analysed.of(wearer, DAYS, frame -> true).minutes().stream()
                .filter(minute -> !Double.isNaN(found.applyAsDouble(minute)))
                .mapToDouble(minute -> error.of(found.applyAsDouble(minute), truth.applyAsDouble(minute)))
                .toArray();
    }

    private static double overFive(Wearer wearer, MinuteRecord last, ToDoubleFunction<Truth> figure) {
        return IntStream.range(0, 5)
                .mapToObj(back -> wearer.truth(last.start().minusSeconds(60L * back)))
                .mapToDouble(figure)
                .average()
                .orElseThrow();
    }

    private static Wearer wearer(long seed, Disposition disposition) {
        return new Wearer(WearerSettings.quiet(new DeviceId("truth-1"), seed, ZoneOffset.UTC)
                .withTraits(disposition.of(Traits.typical())));
    }

    private static double quantile(double[] values, double share) {
        double[] sorted = Arrays.stream(values).sorted().toArray();
        return sorted[(int) Math.round((sorted.length - 1) * share)];
    }

    private static String told(String name, double... errors) {
        String figures = String.format(
                Locale.ROOT,
                "%s, %d windows: error 5 %% %.3f, 10 %% %.3f, 50 %% %.3f, 90 %% %.3f, 95 %% %.3f",
                name,
                errors.length,
                quantile(errors, 0.05),
                quantile(errors, 0.1),
                quantile(errors, 0.5),
                quantile(errors, 0.9),
                quantile(errors, 0.95));
        print(figures);
        return figures;
    }

    private static void print(String figures) {
        if (Boolean.getBoolean("handrail.print")) {
            System.out.println(figures);
        }
    }
}
