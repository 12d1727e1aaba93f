package org.handrail.analytics.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.handrail.analytics.Why;
import org.handrail.analytics.Why.Term;
import org.handrail.analytics.feature.Feature;
import org.handrail.signals.StreamKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainWordsTests {

    private static final List<Term> EVENING = List.of(
            new Term("STRAIN", 0, 1.4),
            new Term("HEART_RATE", 2.5, 0.9),
            new Term("SLEEP_SHORT", 1.2, 0.2),
            new Term("PERSON", 0, 0.2));

    @Test
    void theMentorReadsOfSomebodyElseAndTheMenteeOfOneself() {
        assertThat(PlainWords.sentence(EVENING, true))
                .isEqualTo("Heart rate higher than usual for this hour while sitting still, and a short night.");
        assertThat(PlainWords.toTheMentee(EVENING, true))
                .isEqualTo("Heart rate higher than your usual for this hour while sitting still, and a short night.");
    }

    @Test
    void theTwoHeaviestSignsOfTheWristAreSaid() {
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
                .isEqualTo("Several small signs of strain together while sitting still.");
        assertThat(PlainWords.sentence(List.of(new Term("STRAIN", 0, 0.6), new Term("SLEEP_DEBT", 1, 0.2)), false))
                .isEqualTo("Several small signs of strain together, and too little sleep these two weeks.");
    }

    @Test
    void whatWasSaidIsEnoughWithoutTheWrist() {
        var terms = List.of(new Term("CRAVING_SAID", 0, 1.5), new Term("PRIOR", 0, 0.4));

        assertThat(PlainWords.sentence(terms, true))
                .isEqualTo("A hard moment told of at a check-in and an hour that is often hard.");
        assertThat(PlainWords.toTheMentee(terms, true))
                .isEqualTo("The hard moment you told of at a check-in and an hour that is often hard for you.");
    }

    @ParameterizedTest
    @CsvSource({"HEART_RATE, -2", "SKIN_RESPONSES, -1", "LN_RMSSD, 1.5"})
    void nothingIsCalledHigherThatWasLower(String feature, double deviation) {
        assertThat(PlainWords.sentence(List.of(new Term(feature, deviation, 0.5)), false))
                .isEqualTo("Several small signs of strain together.");
    }

    @Test
    void whatSaidNothingIsNamed() {
        assertThat(PlainWords.unheard(List.of("skin-conductance"))).contains("The watch’s skin sensor said nothing.");
        assertThat(PlainWords.unheard(List.of("beats", "skin-conductance", "motion")))
                .contains("The watch’s beat counter, skin sensor and motion sensor said nothing.");
        assertThat(PlainWords.unheard(List.of())).isEmpty();
        assertThat(PlainWords.unheard(List.of("moonlight"))).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void noSentenceBlamesNorSpeaksLikeAClinic(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            var why = new Why("", randomTerms(random), randomStreams(random), 1, "invented");
            boolean knowsStillness = random.nextBoolean();
            Stream.of(
                            PlainWords.sentence(why.terms(), knowsStillness),
                            PlainWords.toTheMentee(why.terms(), knowsStillness),
                            why.toTheMentee(),
                            why.unheard().orElse("Nothing."))
                    .filter(sentence -> !sentence.isEmpty())
                    .forEach(
                            sentence -> assertThat(sentence)
                                    .as("seed %d, %s", seed, why)
                                    .matches("[A-Z][a-z’ ,-]+\\.")
                                    .doesNotContainPattern(
                                            "(?i)addict|abus|clean|dirty|relapse|laps|failure|complian|suspicious"
                                                    + "|surveil|probabilit|conductance|variability|stress|craving|symptom|diagnos"));
        }
    }

    private static List<Term> randomTerms(Random random) {
        var names =
                new ArrayList<>(Stream.of(Feature.values()).map(Feature::name).toList());
        names.addAll(List.of("PRIOR", "STRAIN", "SLEEP_SHORT", "SLEEP_RESTLESS", "SLEEP_IRREGULAR", "SLEEP_DEBT"));
        names.addAll(List.of("CRAVING_SAID", "STRESS_SAID", "UNANSWERED", "SINCE_CONTACT", "PERSON", "RELAPSE_2030"));
        return random.ints(random.nextInt(9), 0, names.size())
                .mapToObj(names::get)
                .map(name -> new Term(name, random.nextGaussian() * 2, random.nextGaussian()))
                .toList();
    }

    private static List<String> randomStreams(Random random) {
        return Stream.of(StreamKind.values())
                .filter(stream -> random.nextInt(4) == 0)
                .map(StreamKind::topicName)
                .toList();
    }
}
