package org.handrail.analytics.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.handrail.analytics.LaterStateFound;
import org.handrail.analytics.detection.StateCodec;
import org.handrail.analytics.detection.StateVersion;
import org.handrail.analytics.lane.StoredVersions.Stored;
import org.junit.jupiter.api.Test;

class StoredVersionsTests {

    private static final StateVersion OURS = StateCodec.version();
    private static final Stored OWN = new Stored(OURS, 7);
    private static final Stored EARLIER = new Stored(new StateVersion(1, "1"), 3);
    private static final Stored LATER = new Stored(new StateVersion(9, "99"), 1);

    @Test
    void whatThisBuildWroteIsNothingToSpeakOf() {
        var versions = new StoredVersions(List.of(OWN));

        assertThatCode(versions::refuseLater).doesNotThrowAnyException();
        assertThat(versions.madeAnew()).isEmpty();
    }

    @Test
    void whatAnEarlierBuildWroteIsMadeAnewAndCounted() {
        var versions = new StoredVersions(List.of(OWN, EARLIER));

        assertThatCode(versions::refuseLater).doesNotThrowAnyException();
        assertThat(versions.madeAnew())
                .contains("The stored state of 3 mentees, method 1 (codec 1) is not of this build's " + OURS
                        + "; it is made anew from the beginning of the archive");
    }

    @Test
    void whatALaterBuildWroteIsRefusedAndNamed() {
        var versions = new StoredVersions(List.of(OWN, EARLIER, LATER));

        assertThatThrownBy(versions::refuseLater)
                .isInstanceOf(LaterStateFound.class)
                .hasMessage("The stored state of 1 mentee, method 99 (codec 9) is later than this build's " + OURS
                        + "; nothing was changed. Start the version of Handrail that wrote it.");
    }
}
