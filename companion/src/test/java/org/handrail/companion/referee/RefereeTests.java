package org.handrail.companion.referee;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Weeks of two dozen people, against the figures that are committed beside this test. Whoever makes the detection better, or
 * worse for a reason, renews them and says why:
 *
 * <pre>./handrail referee --wearers 24 --weeks 1 --seed 2 --event-time-only \
 *     --json companion/src/test/resources/org/handrail/companion/referee/expected.json</pre>
 */
class RefereeTests {

    /** Rounding, and the last bits of logarithms on another Java. */
    private static final double SLACK = 1.02;

    @Test
    void noPromiseIsBrokenAndNothingIsFoundWorseThanBefore() throws Exception {
        var expected = expected();
        var settings = new Referee.Settings(
                expected.get("wearers").asInt(),
                expected.get("weeks").asInt(),
                expected.get("seed").asLong(),
                2);

        var total = Referee.judge(settings, share -> {}).total();

        assertThat(total.stale()).as("stale").isZero();
        assertThat(total.lost()).as("lost").isZero();
        assertThat(total.doubled()).as("doubled").isZero();
        assertThat(total.budgetExceeded()).as("budget exceeded").isZero();
        assertThat(total.promptsAfterEasing()).as("prompts after easing").isZero();
        assertThat(total.stretches()).isEqualTo(expected.get("stretches").asInt());
        assertThat(total.found())
                .as("found")
                .isGreaterThanOrEqualTo(expected.get("found").asInt());
        assertThat(total.delay().orElseThrow().medianS())
                .as("median delay")
                .isLessThanOrEqualTo(expected.get("delay_s").get("median").asLong());
        assertThat(total.needlessWindowsPerWeek())
                .as("needless windows")
                .isLessThanOrEqualTo(expected.get("needless_windows_per_week").asDouble() * SLACK);
        assertThat(total.needlessPromptsPerWeek())
                .as("needless prompts")
                .isLessThanOrEqualTo(expected.get("needless_prompts_per_week").asDouble() * SLACK);
        assertThat(total.unknownShare())
                .as("minutes unknown")
                .isLessThanOrEqualTo(expected.get("unknown_share").asDouble() * SLACK);
    }

    @Test
    void oneSeedGivesOneScoreboardHoweverManyThreads() throws InterruptedException {
        var one = Referee.judge(new Referee.Settings(4, 1, 11, 1), share -> {});
        assertThat(Referee.judge(new Referee.Settings(4, 1, 11, 2), share -> {}))
                .isEqualTo(one);
        assertThat(one.total().windowsPerWeek()).isPositive();
    }

    private static JsonNode expected() throws IOException {
        try (InputStream file = RefereeTests.class.getResourceAsStream("expected.json")) {
            return JsonMapper.builder().build().readTree(file);
        }
    }
}
