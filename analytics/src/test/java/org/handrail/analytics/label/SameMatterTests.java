package org.handrail.analytics.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.handrail.analytics.RiskWindowId;
import org.handrail.signals.Answer.Choice;
import org.handrail.signals.MenteeId;
import org.handrail.signals.SelfReport;
import org.handrail.signals.SelfReport.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SameMatterTests {

    private static final MenteeId MENTEE = new MenteeId(new UUID(1, 1));
    private static final Instant START = Instant.parse("2026-11-18T20:00:00Z");
    private static final UUID QUESTION = new UUID(2, 1);
    private static final UUID OTHER_QUESTION = new UUID(2, 2);

    @Test
    void theLaterOfTwoAnswersToOneQuestionStands() {
        var rough = answer(Choice.ROUGH, 0, QUESTION);
        var okay = answer(Choice.OKAY, 90, QUESTION);

        assertThat(SameMatter.settle(okay, List.of(rough, okay))).isEqualTo(Map.of(rough.id(), okay.id()));
        assertThat(SameMatter.settle(rough, List.of(rough, okay))).isEqualTo(Map.of(rough.id(), okay.id()));
    }

    @Test
    void silenceGivesWayToAnAnswerThatWasPressedBeforeAndComesLate() {
        var silence = label(Said.NOTHING, 3, Optional.of(QUESTION), Optional.empty());
        var okay = answer(Choice.OKAY, 2, QUESTION);

        assertThat(SameMatter.settle(okay, List.of(silence, okay))).isEqualTo(Map.of(silence.id(), okay.id()));
        assertThat(SameMatter.settle(silence, List.of(silence, okay))).isEqualTo(Map.of(silence.id(), okay.id()));
    }

    @Test
    void answersToTwoQuestionsDoNotContradictEachOther() {
        var first = answer(Choice.ROUGH, 0, QUESTION);
        var second = answer(Choice.OKAY, 5, OTHER_QUESTION);

        assertThat(SameMatter.settle(second, List.of(first, second))).isEmpty();
    }

    @Test
    void checkInsAreOneMatterWithinHalfAnHourOrInOneRiskWindow() {
        var window = Optional.of(new RiskWindowId(new UUID(3, 1)));
        var seven = checkIn(Subject.CRAVING, 7, 0, window);
        var two = checkIn(Subject.CRAVING, 2, 30, Optional.empty());
        var one = checkIn(Subject.CRAVING, 1, 61, Optional.empty());
        var nine = checkIn(Subject.CRAVING, 9, 100, window);

        assertThat(SameMatter.settle(two, List.of(seven, two))).containsOnlyKeys(seven.id());
        assertThat(SameMatter.settle(one, List.of(two, one))).isEmpty();
        assertThat(SameMatter.settle(nine, List.of(seven, nine))).containsOnlyKeys(seven.id());
    }

    @Test
    void cravingAndStressDoNotContradictEachOther() {
        var craving = checkIn(Subject.CRAVING, 7, 0, Optional.empty());
        var stress = checkIn(Subject.STRESS, 2, 1, Optional.empty());

        assertThat(SameMatter.settle(stress, List.of(craving, stress))).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void theOrderInWhichWordsComeDoesNotChangeWhichStand(long seed) {
        var random = new Random(seed);
        var words = invented(random);
        var expected = standing(words);

        for (int round = 0; round < 20; round++) {
            Collections.shuffle(words, random);
            assertThat(standing(words)).as("seed %d", seed).isEqualTo(expected);
        }
    }

    private static List<Label> invented(Random random) {
        var words = new ArrayList<Label>();
        for (int i = 0; i < 12; i++) {
            int minute = random.nextInt(120);
            var question = Optional.of(random.nextBoolean() ? QUESTION : OTHER_QUESTION);
            var window = random.nextBoolean()
                    ? Optional.of(new RiskWindowId(new UUID(3, random.nextInt(2))))
                    : Optional.<RiskWindowId>empty();
            var nudge = random.nextInt(3) == 0 ? Optional.<UUID>empty() : question;
            var choice = Choice.values()[random.nextInt(3)];
            var word = random.nextInt(4) == 0
                    ? label(Said.NOTHING, minute, question, Optional.empty())
                    : label(Said.of(choice), minute, nudge, window);
            if (words.stream().noneMatch(other -> other.id().equals(word.id()))) {
                words.add(word);
            }
        }
        return words;
    }

    private static Set<UUID> standing(List<Label> words) {
        var heard = new ArrayList<Label>();
        var superseded = new HashMap<UUID, UUID>();
        for (var word : words) {
            heard.add(word);
            SameMatter.settle(word, heard).forEach(superseded::putIfAbsent);
        }
        var standing = new TreeSet<UUID>();
        heard.forEach(word -> standing.add(word.id()));
        standing.removeAll(superseded.keySet());
        return standing;
    }

    private static Label answer(Choice choice, int minute, UUID question) {
        return label(Said.of(choice), minute, Optional.of(question), Optional.empty());
    }

    private static Label checkIn(Subject subject, int level, int minute, Optional<RiskWindowId> window) {
        return label(Said.of(new SelfReport(subject, level)), minute, Optional.empty(), window);
    }

    private static Label label(Said said, int minute, Optional<UUID> nudge, Optional<RiskWindowId> window) {
        return Label.of(MENTEE, said, START.plusSeconds(60L * minute), nudge, window, 0);
    }
}
