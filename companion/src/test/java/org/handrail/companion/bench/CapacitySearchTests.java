package org.handrail.companion.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapacitySearchTests {

    @ParameterizedTest(name = "a machine that carries {0} of at most {1}")
    @CsvSource({
        "100000, 100000, 5000 10000 20000 30000 40000 60000 100000",
        "100000, 19600, 5000 10000 19600",
        "100000, 2000, 2000",
        "14000, 19600, 5000 10000 19600 14500 12000 13000",
        "18500, 20000, 5000 10000 20000 15000 17500",
        "3000, 20000, 5000 2500 3500 3000",
    })
    void theLadderIsClimbedAndThenWhatLiesBetweenIsTried(int capacity, int atMost, String tried) {
        assertThat(triesOf(capacity, atMost))
                .isEqualTo(
                        List.of(tried.split(" ")).stream().map(Integer::valueOf).toList());
    }

    @Test
    void aMachineThatCarriesNobodyIsGivenUp() {
        assertThat(triesOf(0, 20_000)).endsWith(500).hasSizeLessThan(6);
    }

    private static List<Integer> triesOf(int capacity, int atMost) {
        var tried = new ArrayList<Integer>();
        var search = CapacitySearch.upTo(atMost);
        for (var next = search.next(); next.isPresent(); next = search.next()) {
            tried.add(next.getAsInt());
            search = search.after(next.getAsInt(), next.getAsInt() <= capacity);
        }
        return tried;
    }
}
