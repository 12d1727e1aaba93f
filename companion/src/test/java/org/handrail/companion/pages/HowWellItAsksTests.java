package org.handrail.companion.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.handrail.alerts.Nudges;
import org.handrail.analytics.Labels;
import org.handrail.analytics.MenteeAnswered;
import org.handrail.analytics.QuestionUnanswered;
import org.handrail.companion.house.House;
import org.handrail.companion.house.HouseSettings;
import org.handrail.companion.pages.RealBrowser.Size;
import org.handrail.signals.Answer.Choice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** How well Handrail asks, on the coordinator's page: from the mentee's answer to the sentence and the table. */
class HowWellItAsksTests {

    @TempDir
    private Path data;

    @Test
    void anAnswerOnThePageIsCountedAndNobodyIsNamed() {
        try (var house = House.open(HouseSettings.onFreePorts(data))) {
            var people = Neighbours.moveInto(house, "asking");
            var kim = Visitor.signedIn(house.pagesUrl(), people.kim());
            assertThat(asking(kim)).contains("No question has been asked", "Not enough answers yet");

            people.hardStretch(house.room(Clock.class).instant());
            var nudges = house.room(Nudges.class);
            await().until(() -> nudges.openFor(people.robin().asMentee()).isPresent());
            var question =
                    nudges.openFor(people.robin().asMentee()).orElseThrow().id();
            Visitor.signedIn(house.pagesUrl(), people.robin())
                    .post("/mentee/nudges/" + question, "choice=ROUGH", "/mentee");

            await().untilAsserted(() -> assertThat(asking(kim))
                    .contains("Of 1 question 1 was answered; once it was a hard stretch (100 %, 95 % interval 21 to"));
            assertThat(asking(kim)).doesNotContain("Robin", "Mentee ");
        }
    }

    @Test
    void enoughAnswersShowWhetherItComesTrueOnEveryScreen() {
        var missing = RealBrowser.whatIsMissing();
        assumeTrue(missing.isEmpty(), () -> "Skipped, because " + missing.orElse(""));
        try (var house = House.open(HouseSettings.onFreePorts(data));
                var browser = RealBrowser.open()) {
            var people = Neighbours.moveInto(house, "asking");
            answerForDays(house, people);
            for (var size : Size.values()) {
                var page = browser.page(size, ColorScheme.LIGHT);
                RealBrowser.signIn(page, house.pagesUrl(), people.kim().signInName());
                RealBrowser.picture(page, "coordinator-asking-" + size.name().toLowerCase(Locale.ROOT));

                assertThat(page.locator(".asking").innerText())
                        .contains(
                                "Of 150 questions 120 were answered",
                                "Brier score",
                                "the hard one had the higher score");
                assertThat(page.locator("#reliability tbody tr").count()).isGreaterThan(3);
                assertThat(page.locator(".asking .scroll").evaluate("part => part.scrollWidth - part.clientWidth"))
                        .as("hidden part of the table")
                        .isEqualTo(0);
                assertThat(page.evaluate("document.documentElement.scrollWidth"))
                        .isEqualTo(size.width());
                assertThat(RealBrowser.barriersOn(page)).isEmpty();
            }
        }
    }

    /** Twenty-five days of questions, every fifth left open, with a score that is right more often than not. */
    private static void answerForDays(House house, Neighbours people) {
        var mentee = people.robin().asMentee();
        var labels = house.room(Labels.class);
        var random = new Random(5);
        Instant first = house.room(Clock.class).instant().minus(Duration.ofDays(25));
        for (int i = 0; i < 150; i++) {
            double score = random.nextGaussian() * 1.5;
            boolean hard = random.nextDouble() < 1 / (1 + Math.exp(-score));
            var at = first.plus(Duration.ofHours(4L * i));
            house.room(JdbcTemplate.class)
                    .update("""
                            INSERT INTO analytics.minute
                              (mentee, start, state, heart_coverage, skin_coverage, likelihood, method)
                            VALUES (?, ?, 'USUAL', 1, 1, ?, 'invented')""", mentee.value(), Timestamp.from(at.minusSeconds(90)), 1 / (1 + Math.exp(-score)));
            var question = UUID.randomUUID();
            if (i % 5 == 0) {
                labels.tell(new QuestionUnanswered(mentee, question, at));
            } else {
                labels.tell(new MenteeAnswered(
                        mentee, Optional.of(question), hard ? Choice.ROUGH : Choice.OKAY, at, at.plusSeconds(2)));
            }
        }
    }

    private static String asking(Visitor kim) {
        String page = kim.get("/coordinator").body();
        return page.substring(page.indexOf("<section aria-labelledby=\"asking\""), page.indexOf("</main>"));
    }
}
