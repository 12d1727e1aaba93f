package org.handrail.analytics.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.handrail.analytics.EvidenceWeights;
import org.handrail.analytics.Why.Term;
import org.handrail.analytics.feature.Feature;
import org.handrail.analytics.golden.Golden;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class StressEvidenceTests {

    private static final Map<String, Feature> REFERENCE_NAMES = Map.of(
            "hr", Feature.HEART_RATE,
            "scl", Feature.LN_SKIN_LEVEL,
            "sclslope", Feature.SKIN_SLOPE,
            "scr", Feature.SKIN_RESPONSES,
            "lnrmssd", Feature.LN_RMSSD,
            "acc", Feature.LN_MOVEMENT);

    /** Those of science/SPEC.md (d), where one minute in ten is a strained one. */
    private static final EvidenceWeights REFERENCE = new EvidenceWeights(
            -1.20 + LogOdds.of(0.10) - LogOdds.of(0.325),
            Map.of(
                    "HEART_RATE", 0.35,
                    "LN_SKIN_LEVEL", 0.40,
                    "SKIN_SLOPE", 0.30,
                    "SKIN_RESPONSES", 0.15,
                    "LN_RMSSD", -0.10,
                    "LN_MOVEMENT", -0.15));

    /** science/golden/syn_decision.json, evidence. */
    @Test
    void weighsAsTheReferenceDoes() {
        for (var row : Golden.invented("syn_evidence.json").get("rows")) {
            var evidence = StressEvidence.weigh(deviations(row.get("z")), UsualEvidence.START, REFERENCE);

            Golden.assertClose("p", evidence.likelihood(), row.get("p").asDouble());
            Golden.assertClose(
                    "logit",
                    evidence.beforeCorrection(REFERENCE),
                    row.get("logit").asDouble());
            var terms = evidence.terms().stream()
                    .filter(term -> !term.feature().equals(StressEvidence.PERSON))
                    .toList();
            assertThat(terms).hasSize(row.get("contributions").size());
            for (int i = 0; i < terms.size(); i++) {
                var expected = row.get("contributions").get(i);
                assertThat(terms.get(i).feature())
                        .isEqualTo(
                                REFERENCE_NAMES.get(expected.get(0).asString()).name());
                Golden.assertClose(
                        "term", terms.get(i).logOdds(), expected.get(1).asDouble());
            }
        }
    }

    @Test
    void withoutAnySignItIsAsLikelyAsTheWeightsSay() {
        var evidence = StressEvidence.weigh(Map.of(), UsualEvidence.START, REFERENCE);

        assertThat(evidence.likelihood()).isEqualTo(REFERENCE.likelihoodWithoutAnySign());
        assertThat(evidence.coverage(REFERENCE)).isZero();
    }

    @Test
    void whatIsUsualForThePersonIsATermOfItsOwn() {
        var usual = new UsualEvidence(30, REFERENCE.intercept() + 1);
        var evidence = StressEvidence.weigh(Map.of(Feature.HEART_RATE, 1.0), usual, REFERENCE);

        assertThat(evidence.terms().stream().collect(Collectors.toMap(Term::feature, Term::logOdds)))
                .hasSize(2)
                .hasEntrySatisfying(
                        StressEvidence.PERSON, value -> assertThat(value).isCloseTo(-0.5, within(1e-12)));
        assertThat(LogOdds.of(evidence.likelihood())).isCloseTo(REFERENCE.intercept() + 0.35 - 0.5, within(1e-12));
    }

    @Test
    void aWatchWithoutASkinSensorCoversAThirdOfTheEvidence() {
        var evidence = StressEvidence.weigh(
                Map.of(Feature.HEART_RATE, 1.0, Feature.LN_MOVEMENT, 0.0), UsualEvidence.START, REFERENCE);

        assertThat(evidence.coverage(REFERENCE)).isCloseTo(0.5 / 1.45, within(1e-12));
    }

    private static Map<Feature, Double> deviations(JsonNode z) {
        var deviations = new EnumMap<Feature, Double>(Feature.class);
        REFERENCE_NAMES.forEach((name, feature) -> {
            if (z.has(name)) {
                deviations.put(feature, z.get(name).asDouble());
            }
        });
        return deviations;
    }
}
