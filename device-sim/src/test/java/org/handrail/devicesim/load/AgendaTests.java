package org.handrail.devicesim.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgendaTests {

    private final Agenda agenda = new Agenda();

    @Test
    void theFirstTurnIsTakenFirst() {
        agenda.set(3, 30);
        agenda.set(1, 10);
        agenda.set(2, 20);

        assertThat(agenda.firstDue()).isEqualTo(10);
        assertThat(takeAll()).containsExactly(1, 2, 3);
        assertThat(agenda.isEmpty()).isTrue();
    }

    @Test
    void aTurnCanBePutOffAndBroughtForward() {
        agenda.set(1, 10);
        agenda.set(2, 20);
        agenda.set(3, 30);
        agenda.set(1, 40);
        agenda.set(3, 5);

        assertThat(takeAll()).containsExactly(3, 2, 1);
    }

    @Test
    void whoLeavesWantsNoTurn() {
        agenda.set(1, 10);
        agenda.set(2, 20);
        agenda.remove(1);
        agenda.remove(1);
        agenda.remove(900);

        assertThat(takeAll()).containsExactly(2);
    }

    @Test
    void aClockThatWrapsStillRunsForward() {
        agenda.set(1, Long.MIN_VALUE + 5);
        agenda.set(2, Long.MAX_VALUE - 5);

        assertThat(takeAll()).containsExactly(2, 1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void turnsComeInOrderWhateverWasSetAndTakenBefore(long seed) {
        var random = new SplittableRandom(seed);
        Map<Integer, Long> wanted = new HashMap<>();
        for (int i = 0; i < 5_000; i++) {
            int line = random.nextInt(700);
            switch (random.nextInt(4)) {
                case 0 -> {
                    agenda.remove(line);
                    wanted.remove(line);
                }
                case 1 -> {
                    if (!wanted.isEmpty()) {
                        long first = wanted.values().stream()
                                .mapToLong(Long::longValue)
                                .min()
                                .orElseThrow();
                        assertThat(agenda.firstDue()).isEqualTo(first);
                        assertThat(wanted.remove(agenda.takeFirst())).isEqualTo(first);
                    }
                }
                default -> {
                    long due = random.nextInt(1_000);
                    agenda.set(line, due);
                    wanted.put(line, due);
                }
            }
        }
        assertThat(takeAll().stream().map(wanted::get).toList()).isSorted().hasSameSizeAs(wanted.keySet());
    }

    private List<Integer> takeAll() {
        var taken = new ArrayList<Integer>();
        while (!agenda.isEmpty()) {
            taken.add(agenda.takeFirst());
        }
        return taken;
    }
}
