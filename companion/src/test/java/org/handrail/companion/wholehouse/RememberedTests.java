package org.handrail.companion.wholehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.handrail.analytics.Night;
import org.handrail.analytics.detection.MenteeState;
import org.handrail.analytics.detection.RiskFact;
import org.handrail.analytics.detection.RiskMethod;
import org.handrail.analytics.detection.StateCodec;
import org.handrail.devicesim.FrameCutter;
import org.handrail.devicesim.physiology.Traits;
import org.handrail.devicesim.scenario.DemoScenario;
import org.handrail.signals.DeviceId;
import org.handrail.signals.MenteeId;
import org.handrail.signals.TimeWindow;
import org.junit.jupiter.api.Test;

/** What the detection remembers of a simulated wearer who sends five streams live for nine days. */
class RememberedTests {

    private static final ZoneId ZONE = ZoneId.of("Europe/Vienna");
    private static final Instant NOW = Instant.parse("2026-11-20T19:30:00Z");
    private static final int DAYS = 9;

    @Test
    void nineLiveDaysAreRememberedInTenKilobytesAndEveryNightIsTold() {
        var scenario = DemoScenario.startingAt(NOW, ZONE, DAYS);
        var wearer = scenario.wearer(new DeviceId("dev-remembered"), 2026, Traits.typical(), scenario.calmEvening());
        var span = new TimeWindow(scenario.history().start(), NOW.plus(Duration.ofHours(1)));
        var state = MenteeState.start(new MenteeId(new UUID(0, 1)), ZONE);
        var nights = new ArrayList<Night>();
        int most = 0;
        long count = 0;
        for (var frames = wearer.frames(span, FrameCutter.LIVE).iterator(); frames.hasNext(); ) {
            var step = RiskMethod.SHIPPED.advance(state, frames.next());
            state = step.next();
            step.facts().stream()
                    .filter(RiskFact.Slept.class::isInstance)
                    .forEach(slept -> nights.add(((RiskFact.Slept) slept).night()));
            if (count++ % 101 == 0) {
                most = Math.max(most, StateCodec.encode(state).length);
            }
        }

        assertThat(most).isLessThanOrEqualTo(10_000);
        assertThat(nights.stream().map(Night::date).distinct()).hasSize(DAYS);
        assertThat(lastOf(nights).amounts().total()).isBetween(300.0, 600.0);
        assertThat(lastOf(nights).heart().resting()).isBetween(45.0, 70.0);
        assertThat(lastOf(nights).heart().rmssd()).isBetween(20.0, 80.0);
        assertThat(lastOf(nights).pattern().regularity()).isBetween(0.0, 100.0);
    }

    @Test
    void aMenteeIsRememberedInLessThanTwentySixKilobytesOfHeap() {
        var state = afterThreeDays();
        byte[] bytes = StateCodec.encode(state);
        int mentees = 500;
        var remembered = new ArrayList<MenteeState>(mentees);
        long before = heapInUse();
        for (int i = 0; i < mentees; i++) {
            remembered.add(StateCodec.decode(bytes));
        }

        long bytesEach = (heapInUse() - before) / remembered.size();

        System.out.println("A mentee is remembered in " + bytesEach + " bytes of heap, " + bytes.length + " stored");
        assertThat(remembered.get(mentees - 1)).isEqualTo(state);
        assertThat(bytesEach).isBetween(1_000L, 26_000L);
    }

    private static MenteeState afterThreeDays() {
        var scenario = DemoScenario.startingAt(NOW, ZONE, 3);
        var wearer = scenario.wearer(new DeviceId("dev-remembered"), 2026, Traits.typical(), scenario.calmEvening());
        var span = new TimeWindow(scenario.history().start(), NOW.plus(Duration.ofHours(1)));
        var state = MenteeState.start(new MenteeId(new UUID(0, 1)), ZONE);
        for (var frames = wearer.frames(span, FrameCutter.LIVE).iterator(); frames.hasNext(); ) {
            state = RiskMethod.SHIPPED.advance(state, frames.next()).next();
        }
        return state;
    }

    private static long heapInUse() {
        var runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static Night lastOf(List<Night> nights) {
        return nights.get(nights.size() - 1);
    }
}
