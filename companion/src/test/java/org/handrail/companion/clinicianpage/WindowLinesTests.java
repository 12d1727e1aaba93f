package org.handrail.companion.clinicianpage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.analytics.RiskWindow;
import org.handrail.analytics.RiskWindowClosed;
import org.handrail.analytics.RiskWindowClosed.Ending;
import org.handrail.analytics.RiskWindowId;
import org.handrail.analytics.Why;
import org.handrail.analytics.Why.Term;
import org.handrail.companion.web.PlainTimes;
import org.handrail.signals.MenteeId;
import org.junit.jupiter.api.Test;

class WindowLinesTests {

    private static final Instant START = Instant.parse("2026-11-18T20:00:00Z");
    private static final PlainTimes TIMES = new PlainTimes(ZoneOffset.UTC, START.plusSeconds(7_200));

    @Test
    void theThreeHeaviestTermsStandWithTheirDeviationAndShare() {
        var line = lineOf(new Why(
                "Why.",
                List.of(
                        new Term("HEART_RATE", 2.6, 1.0),
                        new Term("CRAVING_SAID", 8, 0.5),
                        new Term("PERSON", 0, -0.3),
                        new Term("SKIN_SLOPE", 0.6, 0.2)),
                List.of(),
                1,
                "3"));

        assertThat(line.terms())
                .containsExactly(
                        new WindowLines.Term(
                                "Heart rate",
                                "+2.6 spreads from this person’s usual, log-odds +1.00, 50 % of the weight"),
                        new WindowLines.Term("Self-reported craving", "log-odds +0.50, 25 % of the weight"),
                        new WindowLines.Term("What is ordinary for this person", "log-odds -0.30, 15 % of the weight"));
        assertThat(line.method()).isEqualTo("3");
        assertThat(line.strength()).isEqualTo("100 % of the evidence could speak; not worth a question.");
    }

    @Test
    void aClosedWindowSaysHowStrongItWasAndWhenItWasWorthAQuestion() {
        var why = new Why("Why.", List.of(), List.of(), 0.83, "3");
        var peak = new RiskWindowClosed.Strength(START.plusSeconds(600), 0.781);

        assertThat(lineOf(why, Optional.of(peak), Optional.of(START.plusSeconds(300)))
                        .strength())
                .isEqualTo("Strongest: " + TIMES.at(START.plusSeconds(600))
                        + " (0.78 of 1); 83 % of the evidence could speak; worth a question: "
                        + TIMES.at(START.plusSeconds(300)) + ".");
    }

    @Test
    void whatAnOlderMethodDidNotTellIsLeftOut() {
        var why = new Why("Why.", List.of(), List.of(), Double.NaN, "2");

        assertThat(lineOf(why).strength()).isEqualTo("Not worth a question.");
    }

    @Test
    void whatSaidNothingIsNamedAndATermWithoutWordsIsNotLeftOut() {
        var line = lineOf(new Why(
                "Why.", List.of(new Term("MOONLIGHT", 1, 0)), List.of("beats", "skin-conductance", "motion"), 1, "3"));

        assertThat(line.missing()).containsExactly("beat-to-beat intervals", "skin conductance", "movement");
        assertThat(line.terms())
                .containsExactly(
                        new WindowLines.Term("MOONLIGHT", "+1.0 spreads from this person’s usual, log-odds +0.00"));
    }

    private static WindowLines.Line lineOf(Why why) {
        return lineOf(why, Optional.empty(), Optional.empty());
    }

    private static WindowLines.Line lineOf(
            Why why, Optional<RiskWindowClosed.Strength> strength, Optional<Instant> decisionPoint) {
        var window = new RiskWindow(
                new RiskWindowId(new UUID(1, 1)),
                new MenteeId(new UUID(1, 2)),
                START,
                START.plusSeconds(300),
                Optional.empty(),
                Optional.of(START.plusSeconds(1_800)),
                Optional.of(Ending.EASED),
                strength,
                decisionPoint,
                why);
        return WindowLines.of(List.of(window), TIMES).lines().get(0);
    }
}
