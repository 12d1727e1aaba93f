package org.handrail.analytics.quality;

import static org.assertj.core.api.Assertions.assertThat;

import org.handrail.analytics.Wear;
import org.handrail.signals.DeviceStatus.Contact;
import org.junit.jupiter.api.Test;

class WearTrackTests {

    private static final double UNKNOWN = Double.NaN;

    @Test
    void aHeartShowsAWrist() {
        assertThat(judge(Contact.UNKNOWN, 0.3, UNKNOWN)).isEqualTo(Wear.WORN);
        assertThat(judge(Contact.UNKNOWN, 0.3, 22)).as("a cold wrist").isEqualTo(Wear.WORN);
    }

    @Test
    void theDevicesOwnWordThatItIsOffCountsMore() {
        assertThat(judge(Contact.NOT_WORN, 1, 33)).isEqualTo(Wear.NOT_WORN);
    }

    @Test
    void aColdSensorWithoutAHeartLiesOnATable() {
        assertThat(judge(Contact.WORN, 0, 22)).isEqualTo(Wear.NOT_WORN);
    }

    @Test
    void nothingKnownIsUnknownAndNotOff() {
        assertThat(judge(Contact.UNKNOWN, 0, UNKNOWN)).isEqualTo(Wear.UNKNOWN);
        assertThat(judge(Contact.WORN, 0.1, 33)).isEqualTo(Wear.UNKNOWN);
    }

    @Test
    void puttingOnIsSeenOnlyAfterTheDeviceWasOff() {
        var worn = WearTrack.START.over(0, Contact.UNKNOWN, 1, 33).next();
        assertThat(worn.seenPuttingOnMs())
                .as("worn as far back as anything is known")
                .isEmpty();

        var off = worn.over(60_000, Contact.NOT_WORN, 0, 22).next();
        assertThat(off.seenPuttingOnMs()).isEmpty();

        var on = off.over(120_000, Contact.WORN, 1, 30).next();
        assertThat(on.seenPuttingOnMs()).hasValue(120_000);

        var later = on.over(180_000, Contact.UNKNOWN, 0, UNKNOWN)
                .next()
                .over(240_000, Contact.WORN, 1, 32)
                .next();
        assertThat(later.seenPuttingOnMs())
                .as("an unknown minute takes nothing off")
                .hasValue(120_000);
    }

    private static Wear judge(Contact contact, double heartCoverage, double temperature) {
        return WearTrack.START.over(0, contact, heartCoverage, temperature).wear();
    }
}
