package org.handrail.analytics.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class UsualEvidenceTests {

    private static final double WITHOUT_ANY_SIGN = -1.4;

    @Test
    void beforeTheFirstMinuteNothingIsCorrected() {
        assertThat(UsualEvidence.START.correction(WITHOUT_ANY_SIGN)).isZero();
    }

    @Test
    void afterThirtyMinutesHalfOfTheDistanceIsTakenOff() {
        assertThat(after(30, -0.4).correction(WITHOUT_ANY_SIGN)).isCloseTo(-0.5, within(1e-12));
        assertThat(after(30, -2.4).correction(WITHOUT_ANY_SIGN)).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void anOrdinaryMinuteComesToSayAsMuchAsOneWithoutAnySign() {
        var usual = after(1_200, -0.4);

        assertThat(-0.4 + usual.correction(WITHOUT_ANY_SIGN)).isCloseTo(WITHOUT_ANY_SIGN, within(0.03));
    }

    @Test
    void twoWeeksAreRememberedAndThenForgotten() {
        var usual = after(10_000, 2);
        for (int minute = 0; minute < 5 * 1_200; minute++) {
            usual = usual.over(-1.4);
        }

        assertThat(usual.minutes()).isEqualTo(1_200);
        assertThat(usual.mean()).isCloseTo(-1.4, within(0.05));
    }

    private static UsualEvidence after(int minutes, double logOdds) {
        var usual = UsualEvidence.START;
        for (int minute = 0; minute < minutes; minute++) {
            usual = usual.over(logOdds);
        }
        return usual;
    }
}
