package org.handrail.devicesim.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ScheduleTests {

    private static final long BEGIN = 7_000_000_000L;
    private static final long MS = 1_000_000;

    @Test
    void aPacedFrameIsDueInItsTurnAndNotBefore() {
        var schedule = new Schedule(LoadPlan.paced(1_000, 10, Duration.ofSeconds(1)), 2, BEGIN);

        assertThat(schedule.hasDue(0, BEGIN)).isTrue();
        assertThat(schedule.hasDue(1, BEGIN)).isFalse();
        assertThat(schedule.hasDue(1, BEGIN + MS)).isTrue();
        assertThat(schedule.take(1, BEGIN + MS)).isEqualTo(BEGIN + MS);
        assertThat(schedule.hasDue(1, BEGIN + MS)).isFalse();
        assertThat(schedule.take(1, BEGIN + 3 * MS)).isEqualTo(BEGIN + 3 * MS);
    }

    @Test
    void aFrameThatHadToWaitKeepsTheInstantAtWhichItWasDue() {
        var schedule = new Schedule(LoadPlan.paced(1_000, 10, Duration.ofSeconds(1)), 1, BEGIN);
        long late = BEGIN + 500 * MS;

        for (int i = 0; i < 10; i++) {
            assertThat(schedule.hasDue(0, late)).isTrue();
            assertThat(schedule.take(0, late)).isEqualTo(BEGIN + i * MS);
        }
        assertThat(schedule.hasDue(0, late)).isFalse();
        assertThat(schedule.isThrough(late)).isTrue();
    }

    @Test
    void nothingIsDueAfterTheEndOfTheTime() {
        var schedule = new Schedule(LoadPlan.paced(1_000, 1_000, Duration.ofMillis(3)), 1, BEGIN);
        long later = BEGIN + 1_000 * MS;

        int taken = 0;
        while (schedule.hasDue(0, later)) {
            schedule.take(0, later);
            taken++;
        }
        assertThat(taken).isEqualTo(3);
    }

    @Test
    void withoutARateAFrameIsDueWheneverThereIsRoomUntilFramesOrTimeAreUsedUp() {
        var schedule = new Schedule(LoadPlan.asFastAsTaken(2, Duration.ofSeconds(1)), 1, BEGIN);

        assertThat(schedule.hasDue(0, BEGIN + 1_000 * MS)).isFalse();
        assertThat(schedule.take(0, BEGIN + MS)).isEqualTo(BEGIN + MS);
        assertThat(schedule.hasDue(0, BEGIN + MS)).isTrue();
        schedule.take(0, BEGIN + MS);
        assertThat(schedule.hasDue(0, BEGIN + MS)).isFalse();
        assertThat(schedule.isThrough(BEGIN + MS)).isTrue();
    }
}
