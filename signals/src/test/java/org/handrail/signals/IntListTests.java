package org.handrail.signals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class IntListTests {

    private static final IntList LIST = IntList.of(3, 1, 4, 1, 5);

    @Test
    void aSliceHoldsTheValuesFromOneIndexToAnother() {
        assertThat(LIST.slice(1, 4)).isEqualTo(IntList.of(1, 4, 1));
        assertThat(LIST.slice(0, 5)).isEqualTo(LIST);
        assertThat(LIST.slice(2, 2).size()).isZero();
    }

    @Test
    void aSliceEndsWithinTheList() {
        assertThatThrownBy(() -> LIST.slice(1, 6)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> LIST.slice(4, 3)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void whatIsDoneToTheArrayAfterwardsDoesNotShow() {
        int[] values = {1, 2};
        var list = IntList.of(values);
        values[0] = 9;
        list.toArray()[1] = 9;

        assertThat(list).isEqualTo(IntList.of(1, 2));
    }
}
