package org.handrail.devicesim.physiology;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SkinResponseSumTests {

    @Test
    void aResponseRisesToItsSizeAndFadesByItsTimeConstants() {
        var sum = new SkinResponseSum();
        sum.begin(0.4, 0);
        double highest = 0;
        for (int sample = 0; sample < 80; sample++) {
            double t = sample / 4.0;
            double value = sum.next();
            highest = Math.max(highest, value);
            // The peak of exp(-t/2) - exp(-t/0.75) is 0.34698, 1.177 s after its start.
            assertThat(value)
                    .as("%s s", t)
                    .isCloseTo(0.4 / 0.34698 * (Math.exp(-t / 2) - Math.exp(-t / 0.75)), Offset.offset(1e-5));
        }
        assertThat(highest).isBetween(0.39, 0.4);
    }

    @Test
    void responsesAddUpWhereverTheyBeginBetweenTwoSamples() {
        var both = new SkinResponseSum();
        var first = new SkinResponseSum();
        var second = new SkinResponseSum();
        both.begin(0.3, 0.2);
        first.begin(0.3, 0.2);
        for (int sample = 0; sample < 40; sample++) {
            if (sample == 7) {
                both.begin(0.1, 0.05);
                second.begin(0.1, 0.05);
            }
            double later = sample < 7 ? 0 : second.next();
            assertThat(both.next()).isCloseTo(first.next() + later, Offset.offset(1e-12));
        }
    }
}
