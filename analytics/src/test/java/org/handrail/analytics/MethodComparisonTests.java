package org.handrail.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.handrail.analytics.detection.InventedEvening;
import org.handrail.signals.ArchivedFrame;
import org.handrail.signals.MenteeId;
import org.junit.jupiter.api.Test;

class MethodComparisonTests {

    private static final Instant LATER = InventedEvening.START.plus(Duration.ofHours(8));
    private static final EvidenceWeights SHIPPED = EvidenceWeights.SHIPPED;

    /** To which nothing is a sign of anything. */
    private static final EvidenceWeights DEAF = new EvidenceWeights(SHIPPED.intercept(), Map.of());

    @Test
    void aMethodDoesNotPartFromItself() {
        var difference = compared(SHIPPED, SHIPPED);

        assertThat(difference.isNone()).isTrue();
        assertThat(difference.minutes()).isEqualTo(119);
        assertThat(difference.likelihoods()).isEqualTo(119);
        assertThat(difference.shared()).hasSize(1).allMatch(both -> both.later().isZero());
    }

    @Test
    void aMethodThatIsDeafHasNoWindowAndIsFarOffInTheStrainedMinutes() {
        var difference = compared(SHIPPED, DEAF);

        assertThat(difference.onlyFirst()).hasSize(1);
        assertThat(difference.askedOnlyFirst()).isEqualTo(difference.onlyFirst());
        assertThat(difference.onlySecond()).isEmpty();
        assertThat(difference.shared()).isEmpty();
        assertThat(difference.otherState()).isBetween(20L, 40L);
        assertThat(difference.largestLikelihood()).isGreaterThan(0.2);
        assertThat(difference.meanLikelihood()).isBetween(0.0, difference.largestLikelihood());
    }

    @Test
    void whichIsFirstOnlyTurnsItRound() {
        var one = compared(SHIPPED, DEAF);
        var other = compared(DEAF, SHIPPED);

        assertThat(other.onlySecond()).isEqualTo(one.onlyFirst());
        assertThat(other.askedOnlySecond()).isEqualTo(one.askedOnlyFirst());
        assertThat(other.likelihoodSum()).isEqualTo(one.likelihoodSum());
    }

    @Test
    void aMethodThatTrustsLessOpensTheSameStretchLater() {
        var cautious = new EvidenceWeights(
                SHIPPED.intercept(),
                SHIPPED.byFeature().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, weight -> weight.getValue() * 0.6)));
        var difference = compared(SHIPPED, cautious);

        assertThat(difference.shared())
                .hasSize(1)
                .allMatch(both -> !both.later().isNegative());
        assertThat(difference.isNone()).isFalse();
    }

    @Test
    void severalMenteesAddUp() {
        var one = compared(SHIPPED, DEAF);
        var both = one.plus(compared(SHIPPED, SHIPPED));

        assertThat(both.minutes()).isEqualTo(2 * 119);
        assertThat(both.onlyFirst()).hasSize(1);
        assertThat(both.shared()).hasSize(1);
        assertThat(both.meanLikelihood()).isEqualTo(one.meanLikelihood() / 2);
    }

    private static MethodDifference compared(EvidenceWeights first, EvidenceWeights second) {
        var mentee = new MenteeId(new UUID(0, 1));
        var comparison = new MethodComparison(first, second, mentee, ZoneOffset.UTC);
        long position = 0;
        for (var frame : InventedEvening.stirring(new InventedEvening(11).minutes(120, 40, 70))) {
            comparison.take(new ArchivedFrame(++position, mentee, frame, frame.endsAt()));
        }
        return comparison.finish(LATER);
    }
}
