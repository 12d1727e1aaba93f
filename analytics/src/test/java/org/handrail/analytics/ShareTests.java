package org.handrail.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ShareTests {

    /** Newcombe 1998, "Two-sided confidence intervals for the single proportion", table I, method 3. */
    @Test
    void theLimitsAreThoseOfThePaper() {
        assertThat(new Share(81, 263).low()).isCloseTo(0.2553, within(0.00005));
        assertThat(new Share(81, 263).high()).isCloseTo(0.3662, within(0.00005));
        assertThat(new Share(15, 148).low()).isCloseTo(0.0624, within(0.00005));
        assertThat(new Share(15, 148).high()).isCloseTo(0.1605, within(0.00005));
        assertThat(new Share(0, 20).low()).isZero();
        assertThat(new Share(0, 20).high()).isCloseTo(0.1611, within(0.00005));
        assertThat(new Share(1, 29).low()).isCloseTo(0.0061, within(0.00005));
        assertThat(new Share(1, 29).high()).isCloseTo(0.1718, within(0.00005));
    }

    @Test
    void ofNothingAnythingMayBeTrue() {
        assertThat(new Share(0, 0).value()).isNaN();
        assertThat(new Share(0, 0).low()).isZero();
        assertThat(new Share(0, 0).high()).isEqualTo(1);
    }

    @Test
    void moreThanAllIsNoShare() {
        assertThatThrownBy(() -> new Share(3, 2)).isInstanceOf(IllegalArgumentException.class);
    }
}
