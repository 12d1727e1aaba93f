package org.handrail.companion.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.handrail.companion.evaluation.JudgedSession.Window;
import org.handrail.devicesim.recording.LabelledStretch;
import org.handrail.signals.TimeWindow;
import org.junit.jupiter.api.Test;

class StretchesTests {

    private final Stretches stretches = new Stretches();

    @Test
    void aWindowThatOpensDuringStressFindsItAfterSoLong() {
        stretches.add(List.of(label(0, 10, "rest"), label(10, 20, "stress")), List.of(window(11, 19, 14)));

        assertThat(stretches.count()).isOne();
        assertThat(stretches.recall()).hasValue(1);
        assertThat(stretches.delayS(0.5)).hasValue(240);
        assertThat(stretches.falseWindowsPerRestHour()).hasValue(0);
    }

    @Test
    void stressThatGoesOnUnderAnotherTaskIsOneStretch() {
        stretches.add(List.of(label(0, 5, "stress"), label(5, 9, "stress"), label(20, 25, "stress")), List.of());

        assertThat(stretches.count()).isEqualTo(2);
        assertThat(stretches.recall()).hasValue(0);
        assertThat(stretches.delayS(0.5)).isEmpty();
    }

    @Test
    void aWindowInRestThatTouchesNoStressIsNeedless() {
        stretches.add(
                List.of(label(0, 10, "stress"), label(10, 40, "rest")), List.of(window(8, 14, 11), window(20, 25, 23)));

        assertThat(stretches.recall()).hasValue(1);
        assertThat(stretches.falseWindowsPerRestHour()).hasValue(2);
    }

    @Test
    void aWindowThatWasOpenBeforeOrOpensLongAfterFindsNothing() {
        stretches.add(
                List.of(label(10, 20, "stress"), label(20, 40, "rest")), List.of(window(6, 12, 9), window(19, 30, 23)));

        assertThat(stretches.recall()).hasValue(0);
    }

    @Test
    void withoutRestThereIsNoRateOfNeedlessWindows() {
        stretches.add(List.of(label(0, 10, "stress")), List.of());

        assertThat(stretches.falseWindowsPerRestHour()).isEmpty();
    }

    private static LabelledStretch label(int from, int to, String label) {
        return new LabelledStretch(span(from, to), label, "invented");
    }

    private static Window window(int from, int to, int openedAt) {
        return new Window(span(from, to), minute(openedAt));
    }

    private static TimeWindow span(int from, int to) {
        return new TimeWindow(minute(from), minute(to));
    }

    private static Instant minute(int minute) {
        return Instant.EPOCH.plusSeconds(60L * minute);
    }
}
