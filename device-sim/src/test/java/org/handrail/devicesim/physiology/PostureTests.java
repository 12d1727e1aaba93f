package org.handrail.devicesim.physiology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.handrail.devicesim.SampledChannel;
import org.handrail.signals.DeviceId;
import org.handrail.signals.StreamKind;
import org.handrail.signals.TimeWindow;
import org.junit.jupiter.api.Test;

class PostureTests {

    private static final Instant NOON = Instant.parse("2026-05-11T12:00:00Z");
    private static final int PEOPLE = 30;

    @Test
    void onTheFeetTheHeartIsSomeBeatsFasterThanSeated() {
        double rise = 0;
        for (int seed = 1; seed <= PEOPLE; seed++) {
            rise += (rateAt(seed, 10) - rateAt(seed, -1)) / PEOPLE;
        }
        assertThat(rise).as("seeds 1 to 30").isBetween(5.0, 11.0);
    }

    /** Borst 1982: the first rise is over some 20 s after standing up. */
    @Test
    void gettingUpMakesTheHeartOvershootForSomeSeconds() {
        double[] mean = new double[60];
        for (int seed = 1; seed <= PEOPLE; seed++) {
            double[] rates = ratesOfMinute(seed, 0);
            for (int second = 0; second < 60; second++) {
                mean[second] += rates[second] / PEOPLE;
            }
        }
        double first = Arrays.stream(mean, 10, 15).average().orElseThrow();
        double later = Arrays.stream(mean, 26, 32).average().orElseThrow();
        double before = rateBefore();
        assertThat(first - before).as("after 12 s").isGreaterThan(later - before + 3);
    }

    @Test
    void aDayAtTheDeskIsPartlySpentOnTheFeet() {
        int standing = 0;
        for (int seed = 1; seed <= PEOPLE; seed++) {
            var wearer = new Wearer(WearerSettings.quiet(new DeviceId("someone-1"), seed, ZoneOffset.UTC));
            for (int minute = 0; minute < 1_440; minute++) {
                standing += wearer.truth(NOON.plusSeconds(60L * minute)).activity() == Activity.STANDING ? 1 : 0;
            }
        }
        assertThat(standing / (double) PEOPLE).as("minutes a day").isBetween(15.0, 60.0);
    }

    private static double rateBefore() {
        double rate = 0;
        for (int seed = 1; seed <= PEOPLE; seed++) {
            rate += rateAt(seed, -1) / PEOPLE;
        }
        return rate;
    }

    private static double rateAt(int seed, int minute) {
        return Arrays.stream(ratesOfMinute(seed, minute)).average().orElseThrow();
    }

    /** Seated until noon, on the feet from then on. */
    private static double[] ratesOfMinute(int seed, int minute) {
        var seated = new Stretch(new TimeWindow(NOON.minusSeconds(7_200), NOON), Activity.SEATED);
        var standing = new Stretch(new TimeWindow(NOON, NOON.plusSeconds(3_600)), Activity.STANDING);
        var wearer = new Wearer(WearerSettings.quiet(new DeviceId("someone-1"), seed, ZoneOffset.UTC)
                .withFixed(List.of(seated, standing)));
        Instant start = NOON.plusSeconds(60L * minute);
        for (var channel : wearer.channels(new TimeWindow(start, start.plusSeconds(60)))) {
            if (channel instanceof SampledChannel sampled && sampled.stream() == StreamKind.HEART_RATE) {
                double[] rates = new double[60];
                Arrays.setAll(rates, sampled::valueAt);
                return rates;
            }
        }
        throw new AssertionError("No heart rate");
    }
}
