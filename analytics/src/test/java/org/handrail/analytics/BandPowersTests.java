package org.handrail.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BandPowersTests {

    @Test
    void sharesAreOfLowAndHighFrequencyOnly() {
        var powers = new BandPowers(500, 300, 100);

        assertThat(powers.lfHf()).isEqualTo(3);
        assertThat(powers.lfNormalised()).isEqualTo(75);
        assertThat(powers.hfNormalised()).isEqualTo(25);
        assertThat(powers.total()).isEqualTo(900);
    }

    @Test
    void whatIsMadeOfTheUnknownIsUnknown() {
        assertThat(BandPowers.UNKNOWN.lfHf()).isNaN();
        assertThat(BandPowers.UNKNOWN.lfNormalised()).isNaN();
        assertThat(BandPowers.UNKNOWN.hfNormalised()).isNaN();
        assertThat(BandPowers.UNKNOWN.total()).isNaN();
    }
}
