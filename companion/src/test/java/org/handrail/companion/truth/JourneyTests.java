package org.handrail.companion.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.UUID;
import java.util.stream.Stream;
import org.handrail.analytics.Detection;
import org.handrail.analytics.Night;
import org.handrail.analytics.RiskWindowOpened;
import org.handrail.analytics.detection.MenteeState;
import org.handrail.analytics.detection.RiskMethod;
import org.handrail.analytics.feature.Feature;
import org.handrail.devicesim.FrameCutter;
import org.handrail.devicesim.physiology.Wearer;
import org.handrail.devicesim.physiology.WearerSettings;
import org.handrail.signals.DeviceId;
import org.handrail.signals.MenteeId;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.StreamKind;
import org.handrail.signals.TimeWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Wearers of Vienna in whose lives nothing strains. After a week they are elsewhere, and live by the clocks there from that
 * minute on. Each day is compared with the same days of those who stay, and of those whose watch keeps silent about it.
 */
class JourneyTests {

    private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    /** Six in the evening in Vienna, noon in New York. */
    private static final Instant LEAVES = Instant.parse("2026-05-11T16:00:00Z");

    private static final Instant HOME_SINCE = LEAVES.minus(Duration.ofDays(7));
    private static final int WEARERS = 12;

    @Test
    void whatIsUsualAtAnHourFollowsTheClockSixHoursWest() {
        var state = MenteeState.start(new MenteeId(new UUID(0, 1)), VIENNA);
        for (var frame : journey(1, NEW_YORK, 4).toList()) {
            state = RiskMethod.SHIPPED.advance(state, frame).next();
        }
        var baselines = state.learnt().baselines();
        double night = baselines.level(Feature.HEART_RATE, 4);
        double morning = baselines.level(Feature.HEART_RATE, 9);
        double noon = baselines.level(Feature.HEART_RATE, 12);

        assertThat(state.zone()).isEqualTo(NEW_YORK);
        assertThat(noon - night).isGreaterThan(10);
        assertThat(morning - night).isGreaterThan(8);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"America/New_York", "Pacific/Auckland"})
    void nightsAreDatedByTheClockWhereTheyEnd(ZoneId there) {
        var nights = new ArrayList<Night>();
        live(journey(2, there, 4), new Detection.Listener() {
            @Override
            public void slept(Night night) {
                nights.add(night);
            }
        });

        assertThat(nights).allSatisfy(night -> {
            var ends = night.asleep().end();
            assertThat(night.date()).isEqualTo(LocalDate.ofInstant(ends, ends.isBefore(LEAVES) ? VIENNA : there));
        });
        assertThat(nights.stream().map(Night::date).distinct())
                .containsExactlyElementsOf(LocalDate.parse("2026-05-05")
                        .datesUntil(LocalDate.parse("2026-05-16"))
                        .toList());
    }

    /** A fifth more is within what chance does to so many windows. */
    @Test
    void sixHoursWestOpenHardlyMoreWindowsThanStayingAtHome() {
        int home = windows(VIENNA, 4, true);

        assertThat(home).isPositive();
        assertThat(windows(NEW_YORK, 4, true)).isLessThanOrEqualTo(home * 6 / 5);
    }

    @Test
    void onTheFirstDayInTheEastAWatchThatSaysWhereItIsSparesNeedlessWindows() {
        assertThat(windows(TOKYO, 1, true)).isLessThan(windows(TOKYO, 1, false));
    }

    private static int windows(ZoneId there, int days, boolean watchSays) {
        var opened = new ArrayList<RiskWindowOpened>();
        for (long seed = 1; seed <= WEARERS; seed++) {
            var frames =
                    journey(seed, there, days).filter(frame -> watchSays || frame.stream() != StreamKind.DEVICE_STATUS);
            live(frames, new Detection.Listener() {
                @Override
                public void opened(RiskWindowOpened window) {
                    opened.add(window);
                }
            });
        }
        return Math.toIntExact(
                opened.stream().filter(window -> window.start().isAfter(LEAVES)).count());
    }

    private static void live(Stream<SignalFrame> frames, Detection.Listener listener) {
        var detection = new Detection(new MenteeId(new UUID(0, 1)), VIENNA, listener);
        frames.forEach(frame -> detection.take(frame, FrameCutter.completeAt(frame)));
    }

    private static Stream<SignalFrame> journey(long seed, ZoneId there, int days) {
        return Stream.concat(
                life(seed, VIENNA, new TimeWindow(HOME_SINCE, LEAVES)),
                life(seed, there, new TimeWindow(LEAVES, LEAVES.plus(Duration.ofDays(days)))));
    }

    private static Stream<SignalFrame> life(long seed, ZoneId zone, TimeWindow span) {
        return new Wearer(WearerSettings.quiet(new DeviceId("journey-1"), seed, zone))
                .frames(span, FrameCutter.BACKLOG);
    }
}
