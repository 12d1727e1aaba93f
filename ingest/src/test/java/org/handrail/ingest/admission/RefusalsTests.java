package org.handrail.ingest.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.handrail.ingest.Given;
import org.handrail.signals.DeviceId;
import org.handrail.signals.RefusalReason;
import org.junit.jupiter.api.Test;

class RefusalsTests {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Refusals refusals = new Refusals(Given.CLOCK, meters);
    private final DeviceId device = Given.device();

    @Test
    void countsEachReasonUnderItsOwnName() {
        refusals.count(Optional.of(device), RefusalReason.MALFORMED);
        refusals.count(Optional.of(device), RefusalReason.MALFORMED);
        refusals.count(Optional.of(device), RefusalReason.TOO_OLD);
        refusals.count(Optional.of(Given.device()), RefusalReason.TOO_OLD);

        assertThat(refusals.countsOf(device, Map::of))
                .isEqualTo(Map.of(RefusalReason.MALFORMED, 2L, RefusalReason.TOO_OLD, 1L));
        assertThat(meters.counter("handrail.ingest.refused", "reason", "TOO_OLD")
                        .count())
                .isEqualTo(2);
    }

    @Test
    void keepsWhatWasCountedWhileTheRestWasWrittenDown() throws SQLException {
        refusals.count(Optional.of(device), RefusalReason.MALFORMED);

        refusals.writeDown(counts -> refusals.count(Optional.of(device), RefusalReason.MALFORMED));

        assertThat(refusals.countsOf(device, Map::of)).isEqualTo(Map.of(RefusalReason.MALFORMED, 1L));
    }

    @Test
    void keepsEverythingThatCouldNotBeWrittenDown() {
        refusals.count(Optional.of(device), RefusalReason.MALFORMED);

        assertThatThrownBy(() -> refusals.writeDown(counts -> {
                    throw new SQLException("away");
                }))
                .hasMessage("away");

        assertThat(refusals.countsOf(device, () -> Map.of(RefusalReason.MALFORMED, 4L)))
                .isEqualTo(Map.of(RefusalReason.MALFORMED, 5L));
    }

    @Test
    void countsInventedDeviceNamesTogetherOnceThereAreTooMany() {
        for (int i = 0; i < Refusals.MOST_KEYS + 5; i++) {
            refusals.count(Optional.of(new DeviceId("stranger-" + i)), RefusalReason.NOT_PAIRED);
        }

        assertThat(refusals.waiting()).hasSize(Refusals.MOST_KEYS + 1);
        assertThat(refusals.waiting().values().stream().mapToLong(n -> n).sum()).isEqualTo(Refusals.MOST_KEYS + 5);
    }
}
