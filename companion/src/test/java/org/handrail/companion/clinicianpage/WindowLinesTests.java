package org.handrail.companion.clinicianpage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.handrail.analytics.RiskWindow;
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
        var window = new RiskWindow(
                new RiskWindowId(new UUID(1, 1)),
                new MenteeId(new UUID(1, 2)),
                START,
                START.plusSeconds(300),
                Optional.empty(),
                Optional.of(START.plusSeconds(1_800)),
                Optional.of(Ending.EASED),
                Optional.empty(),
                Optional.empty(),
                why);
        return WindowLines.of(List.of(window), TIMES).lines().get(0);
    }
}
