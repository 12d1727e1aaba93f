package org.handrail.companion.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.handrail.companion.evaluation.Ranking.Scored;
import org.junit.jupiter.api.Test;

class ResamplingTests {

    @Test
    void theIntervalHoldsTheAreaAndIsTheSameEveryTime() {
        var scored = people(12);
        var interval = Resampling.of(scored);

        assertThat(interval).isEqualTo(Resampling.of(scored));
        double area = Ranking.of(scored).auroc().getAsDouble();
        assertThat(interval.low().getAsDouble()).isLessThan(area);
        assertThat(interval.high().getAsDouble()).isGreaterThan(area);
    }

    @Test
    void theOrderInWhichPeopleComeIsNoMatter() {
        var scored = people(6);
        var shuffled = new ArrayList<>(scored);
        Collections.shuffle(shuffled, new Random(1));

        assertThat(Resampling.of(shuffled)).isEqualTo(Resampling.of(scored));
    }

    @Test
    void onePersonAloneHasNoInterval() {
        assertThat(Resampling.of(people(1)).low()).isEmpty();
    }

    private static List<Scored> people(int count) {
        var random = new Random(5);
        var scored = new ArrayList<Scored>();
        for (int person = 0; person < count; person++) {
            for (int i = 0; i < 20; i++) {
                boolean isStress = i % 3 == 0;
                scored.add(new Scored("P" + person, random.nextGaussian() + (isStress ? 1 : 0), isStress));
            }
        }
        return scored;
    }
}
