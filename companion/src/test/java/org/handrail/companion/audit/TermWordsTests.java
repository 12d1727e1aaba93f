package org.handrail.companion.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.handrail.analytics.MinuteRecord;
import org.handrail.analytics.MinuteState;
import org.handrail.companion.InventedMinute;
import org.junit.jupiter.api.Test;

class TermWordsTests {

    /** A rate of 70 and an RMSSD of 40 ms. */
    private static final MinuteRecord MINUTE =
            InventedMinute.of(Instant.parse("2026-11-20T19:30:00Z"), MinuteState.STRAINED);

    private static final Map<String, Double> USUAL = Map.of("HEART_RATE", 61.4, "LN_RMSSD", Math.log(54));

    @Test
    void aValueStandsBesideWhatWasUsualInPlainUnits() {
        assertThat(TermWords.inPlainUnits("HEART_RATE", MINUTE, USUAL)).isEqualTo("70 /min, usual 61 at this hour");
        assertThat(TermWords.inPlainUnits("LN_RMSSD", MINUTE, USUAL)).isEqualTo("40 ms, usual 54 at this hour");
    }

    @Test
    void ofWhatHasNoBaselineOnlyTheValueStandsThere() {
        assertThat(TermWords.inPlainUnits("LN_MOVEMENT", MINUTE, USUAL)).isEqualTo("0.0100 g");
    }

    @Test
    void aTermWithoutWordsGoesByItsOwnName() {
        assertThat(TermWords.name("DAYS_SINCE_CONTACT")).isEqualTo("days since contact");
        assertThat(TermWords.inPlainUnits("DAYS_SINCE_CONTACT", MINUTE, USUAL)).isEmpty();
        assertThat(TermWords.unit("DAYS_SINCE_CONTACT")).isEmpty();
    }
}
