package org.handrail.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MinuteDifferenceTests {

    private static final List<Why.Term> TERMS = List.of(new Why.Term("HEART_RATE", 1.5, 0.7));

    @Test
    void theLastBitOfAFigureIsADifferenceAndIsNamed() {
        var difference = MinuteDifference.between(minute(0.25, TERMS), minute(Math.nextUp(0.25), TERMS));

        assertThat(difference.parts()).containsExactly("likelihood");
        assertThat(difference.isNone()).isFalse();
    }

    @Test
    void whatIsUnknownInBothIsTheSame() {
        assertThat(MinuteDifference.between(minute(Double.NaN, List.of()), minute(Double.NaN, List.of())))
                .matches(MinuteDifference::isNone)
                .matches(MinuteDifference::isWhole);
    }

    @Test
    void evidenceThatWasNotKeptIsNoDifferenceAndOtherEvidenceIs() {
        var other = List.of(new Why.Term("HEART_RATE", 1.5, 0.8));

        assertThat(MinuteDifference.between(minute(0.25, List.of()), minute(0.25, TERMS)))
                .matches(MinuteDifference::isNone)
                .matches(difference -> !difference.isWhole());
        assertThat(MinuteDifference.between(minute(0.25, other), minute(0.25, TERMS))
                        .parts())
                .containsExactly("evidence");
    }

    private static MinuteRecord minute(double likelihood, List<Why.Term> evidence) {
        double nan = Double.NaN;
        return new MinuteRecord(
                Instant.parse("2026-11-20T19:30:00Z"),
                MinuteState.USUAL,
                Wear.WORN,
                new HeartMinute(1, nan, Rhythm.UNKNOWN, 71, nan, nan),
                HeartVariability.only(1, Rhythm.UNKNOWN, 71),
                SkinMinute.unknown(0, 0, SkinEvidence.TOO_LITTLE),
                new StreamMean(0.01, 1),
                new StreamMean(nan, 0),
                likelihood,
                evidence,
                RiskScore.UNKNOWN);
    }
}
