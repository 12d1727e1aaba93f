package org.handrail.analytics.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.handrail.analytics.budget.AlertBudget.Verdict;
import org.handrail.analytics.golden.Golden;
import org.junit.jupiter.api.Test;

class AlertBudgetTests {

    private static final AlertBudget.Settings SETTINGS = AlertBudget.Settings.defaults();
    private static final int DAY = 1_440;

    @Test
    void asksWhenTheReferenceAsks() {
        var golden = Golden.invented("syn_budget.json");
        var budget = AlertBudget.start(SETTINGS);
        var asked = new ArrayList<double[]>();
        for (var row : golden.get("scores_day_minute_score")) {
            int day = row.get(0).asInt();
            int minute = row.get(1).asInt();
            boolean isReceptive = minute * 7919 % 10 != 0;
            var advance = budget.over(
                    SETTINGS, day * DAY + 480 + minute, day, row.get(2).asDouble(), isReceptive);
            budget = advance.next();
            if (advance.verdict() == Verdict.ASK) {
                asked.add(new double[] {day, minute, budget.threshold()});
            }
        }
        var expected = golden.get("alerts_day_minute_thetaAfter");
        assertThat(asked).hasSize(expected.size());
        for (int i = 0; i < asked.size(); i++) {
            assertThat(asked.get(i)).containsExactly(Golden.doubles(expected.get(i)), within(1e-8));
        }
    }

    @Test
    void overFourMonthsTheRateIsKeptThoughTheScoresRiseByTheWay() {
        var random = new SplittableRandom(5);
        var budget = AlertBudget.start(SETTINGS);
        int asked = 0;
        for (int day = 0; day < 120; day++) {
            int today = 0;
            for (int minute = 0; minute < 900; minute++) {
                double score = random.nextGaussian() - 1 + (day >= 60 ? 1.5 : 0);
                var advance = budget.over(SETTINGS, day * DAY + 480 + minute, day, score, true);
                budget = advance.next();
                today += advance.verdict() == Verdict.ASK ? 1 : 0;
            }
            assertThat(today).isLessThanOrEqualTo(2);
            asked += today;
        }
        assertThat(asked / 120.0).isBetween(1.8, 2.0);
    }

    @Test
    void whoCannotBeReachedIsNotCharged() {
        var budget = AlertBudget.start(SETTINGS);
        var advance = budget.over(SETTINGS, 600, 0, 4, false);

        assertThat(advance.verdict()).isEqualTo(Verdict.HELD);
        assertThat(advance.next().left()).isEqualTo(2);
        assertThat(advance.next().threshold()).isLessThan(budget.threshold());
    }

    @Test
    void anUnknownMinuteTeachesNothing() {
        var budget = AlertBudget.start(SETTINGS);
        var advance = budget.over(SETTINGS, 600, 0, Double.NaN, true);

        assertThat(advance.verdict()).isEqualTo(Verdict.QUIET);
        assertThat(advance.next().threshold()).isEqualTo(budget.threshold());
    }

    /** As of somebody who flies west after midnight and sees it once more. */
    @Test
    void aDayThatComesAgainOnAJourneyIsNoNewOne() {
        long[] days = {9, 9, 10, 9, 9, 10, 10, 10};
        var budget = AlertBudget.start(SETTINGS);
        var asked = new TreeMap<Long, Integer>();
        for (int i = 0; i < days.length; i++) {
            var advance = budget.over(SETTINGS, 600 + i * 90, days[i], 10, true);
            budget = advance.next();
            asked.merge(days[i], advance.verdict() == Verdict.ASK ? 1 : 0, Integer::sum);
        }

        assertThat(asked).containsExactly(Map.entry(9L, 2), Map.entry(10L, 2));
    }
}
