package org.handrail.companion.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RankingTests {

    @Test
    void areasAreThoseWorkedOutByHand() {
        // Pairs: 0.9 beats both, 0.4 beats 0.1 and loses to 0.5: 3 of 4.
        var ranking = new Ranking(new double[] {0.1, 0.4, 0.5, 0.9}, new boolean[] {false, true, false, true});

        assertThat(ranking.auroc()).hasValue(0.75);
        // Half the recall at precision 1, the other half at 2 of 3.
        assertThat(ranking.auprc().getAsDouble()).isCloseTo(0.5 + 0.5 * 2 / 3, within(1e-12));
    }

    @Test
    void tiesCountHalf() {
        // 0.5 ties with 0.5 (half a pair) and beats 0.2 (a pair): 1.5 of 2.
        var ranking = new Ranking(new double[] {0.5, 0.5, 0.2}, new boolean[] {true, false, false});
        assertThat(ranking.auroc()).hasValue(0.75);
        assertThat(ranking.auprc()).hasValue(0.5);

        var same = new Ranking(new double[] {1, 1, 1, 1}, new boolean[] {true, false, false, false});
        assertThat(same.auroc()).hasValue(0.5);
        assertThat(same.auprc()).hasValue(0.25);
    }

    @Test
    void oneKindAloneHasNoArea() {
        assertThat(new Ranking(new double[] {1, 2}, new boolean[] {true, true}).auroc())
                .isEmpty();
        assertThat(new Ranking(new double[] {1, 2}, new boolean[] {false, false}).auprc())
                .isEmpty();
    }

    @Test
    void theAreaIsTheShareOfPairsInTheRightOrder() {
        var random = new SplittableRandom(3);
        for (int round = 0; round < 200; round++) {
            int size = 2 + random.nextInt(30);
            var scores = random.doubles(size).map(x -> Math.floor(x * 8)).toArray();
            var labels = new boolean[size];
            for (int i = 0; i < size; i++) {
                labels[i] = i == 0 || i > 1 && random.nextBoolean();
            }
            assertThat(new Ranking(scores, labels).auroc().getAsDouble())
                    .isCloseTo(rightPairs(scores, labels), within(1e-12));
        }
    }

    private static double rightPairs(double[] scores, boolean[] labels) {
        double right = 0;
        int pairs = 0;
        for (int i = 0; i < scores.length; i++) {
            for (int j = 0; j < scores.length; j++) {
                if (labels[i] && !labels[j]) {
                    pairs++;
                    right += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
                }
            }
        }
        return right / pairs;
    }
}
