package org.handrail.devicesim.physiology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SineTests {

    @Test
    void theSineByTurnsIsTheSine() {
        var random = new SplittableRandom(5);
        for (int i = 0; i < 10_000; i++) {
            double turns = random.nextDouble(-3, 3);
            assertThat(Sine.of(turns))
                    .as("seed 5, %s turns", turns)
                    .isCloseTo(StrictMath.sin(2 * StrictMath.PI * turns), Offset.offset(1e-6));
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(doubles = {0, 1, -1, 0.5, 1e9, -1e-20, Double.MIN_VALUE})
    void theSineOfHalfAndWholeTurnsIsZero(double turns) {
        assertThat(Sine.of(turns)).isCloseTo(0, Offset.offset(1e-12));
    }
}
