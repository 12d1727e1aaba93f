package org.handrail.analytics.feature.skin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SkinRiseTests {

    @Test
    void theFirstMinuteIsNoRise() {
        assertThat(SkinRise.START.over(2, false).rise()).isZero();
    }

    @Test
    void anUnknownMinuteSaysNothingAndTeachesNothing() {
        var before = after(10, 2);
        var advance = before.over(Double.NaN, false);

        assertThat(advance.rise()).isNaN();
        assertThat(advance.next()).isEqualTo(before);
        assertThat(SkinRise.START.over(Double.NaN, true).next()).isEqualTo(SkinRise.START);
    }

    @Test
    void aDoublingIsTheSameForADrySkinAndAMoistOne() {
        double moist = after(60, 8).over(16, false).rise();

        assertThat(after(60, 0.2).over(0.4, false).rise()).isCloseTo(moist, within(1e-12));
        assertThat(moist).isCloseTo(Math.log(2) * 60 / 64, within(1e-12));
    }

    @Test
    void inTheFirstMinutesARiseCountsForLess() {
        assertThat(after(1, 1).over(2, false).rise()).isCloseTo(Math.log(2) / 5, within(1e-12));
        assertThat(after(4, 1).over(2, false).rise()).isCloseTo(Math.log(2) / 2, within(1e-12));
    }

    @Test
    void itGetsUsedToALevelThreeTimesAsSlowlyWhileStrained() {
        double calm = after(60, 1).over(2, false).next().lately();
        double strained = after(60, 1).over(2, true).next().lately();

        assertThat(calm).isCloseTo(Math.log(2) / 20, within(1e-12));
        assertThat(strained).isCloseTo(calm * 20 / 60, within(1e-12));
    }

    @Test
    void aSlowDriftOverHoursIsNoRise() {
        var rise = after(60, 1);
        double last = 0;
        for (int minute = 0; minute < 240; minute++) {
            var advance = rise.over(Math.exp(minute * Math.log(2) / 240), false);
            rise = advance.next();
            last = advance.rise();
        }

        assertThat(last).isLessThan(0.1);
    }

    private static SkinRise after(int minutes, double level) {
        var rise = SkinRise.START;
        for (int minute = 0; minute < minutes; minute++) {
            rise = rise.over(level, false).next();
        }
        return rise;
    }
}
