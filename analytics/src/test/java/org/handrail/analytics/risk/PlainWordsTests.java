package org.handrail.analytics.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.handrail.analytics.Why.Term;
import org.junit.jupiter.api.Test;

class PlainWordsTests {

    @Test
    void theTwoHeaviestReasonsAreSaid() {
        var terms = List.of(
                new Term("LN_SKIN_LEVEL", 2.0, 0.8),
                new Term("HEART_RATE", 2.0, 0.7),
                new Term("SKIN_SLOPE", 1.0, 0.3));

        assertThat(PlainWords.sentence(terms, true))
                .isEqualTo("More tension in the skin than usual and heart rate higher than usual for this hour,"
                        + " while sitting still.");
    }

    @Test
    void whereNobodySawTheWristNothingIsSaidOfSittingStill() {
        assertThat(PlainWords.sentence(List.of(new Term("HEART_RATE", 2.5, 0.9)), false))
                .isEqualTo("Heart rate higher than usual for this hour.");
        assertThat(PlainWords.sentence(List.of(), false)).isEqualTo("Several small signs of strain together.");
    }

    @Test
    void weakReasonsAreNotSaidOneByOne() {
        assertThat(PlainWords.sentence(List.of(new Term("HEART_RATE", 0.2, 0.07)), true))
                .isEqualTo("Several small signs of strain together, while sitting still.");
    }
}
