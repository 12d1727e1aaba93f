package org.handrail.companion.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.handrail.analytics.EvidenceWeights;
import org.handrail.devicesim.recording.Study;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgedSessionTests {

    private static final Watching SHIPPED = Watching.with(EvidenceWeights.SHIPPED);
    private static final double WALKING = 0.4;

    @TempDir
    private Path folder;

    @Test
    void whoMovesWhileStressedIsUnknownUnlessTheGateIsLeftOut() throws IOException {
        var sitting = sitting(WALKING);

        assertThat(stress(sitting, SHIPPED)).isNotEmpty().noneMatch(JudgedMinute::isKnown);
        assertThat(stress(sitting, SHIPPED.ungated())).isNotEmpty().allMatch(JudgedMinute::isKnown);
    }

    @Test
    void windowsBeginEveryHalfMinuteAndLieWhollyInTheirStretch() throws IOException {
        var windows = stress(sitting(0.002), SHIPPED);

        // Five minutes of stress: five windows on the clock, four between.
        assertThat(windows).hasSize(9);
    }

    @Test
    void whatIsKnownIsExplainedByItsEvidence() throws IOException {
        for (var minute : stress(sitting(0.002), SHIPPED)) {
            double logOdds = EvidenceWeights.SHIPPED.intercept()
                    + minute.evidence().stream()
                            .mapToDouble(term -> term.logOdds())
                            .sum();
            assertThat(1 / (1 + Math.exp(-logOdds))).isCloseTo(minute.likelihood(), within(1e-9));
        }
    }

    private static List<JudgedMinute> stress(Sitting sitting, Watching watching) {
        return JudgedSession.scoredWindows(sitting, watching).stream()
                .filter(minute -> minute.is(JudgedMinute.STRESS))
                .toList();
    }

    private Sitting sitting(double movement) throws IOException {
        var study = Study.at(new InventedStudy(folder).person("A", 1, movement).written());
        return Sittings.of(study).all().get(0);
    }
}
