package org.handrail.companion.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.handrail.alerts.Nudges;
import org.handrail.alerts.Plan;
import org.handrail.alerts.Prompts;
import org.handrail.alerts.SilenceMeans;
import org.handrail.companion.house.House;
import org.handrail.companion.house.HouseSettings;
import org.handrail.companion.journey.Plans;
import org.handrail.companion.journey.WrittenPlan;
import org.handrail.companion.pages.RealBrowser.Size;
import org.handrail.companion.people.Person;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * An evening as the people in it see it, each in a browser of their own. No page is reloaded by the test. The
 * pictures of all pages are kept, for somebody to look at.
 */
class EveningInABrowserTests {

    @TempDir
    private static Path data;

    private static RealBrowser browser;
    private static House house;
    private static Clock clock;

    @BeforeAll
    static void openTheHouse() {
        if (RealBrowser.whatIsMissing().isPresent()) {
            return;
        }
        browser = RealBrowser.open();
        house = House.open(HouseSettings.onFreePorts(data));
        clock = house.room(Clock.class);
    }

    /** Before each, not before all: a test that was skipped is counted, a class that was is not even named. */
    @BeforeEach
    void aBrowserIsHere() {
        var missing = RealBrowser.whatIsMissing();
        assumeTrue(missing.isEmpty(), () -> "Skipped, because " + missing.orElse(""));
    }

    @AfterAll
    static void closeTheHouse() {
        if (house != null) {
            house.close();
        }
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void aWishToReachOutAppearsByItselfAndTheMenteeSeesWhoHasIt() {
        var people = Neighbours.moveInto(house, "reach-out");
        var sam = connected(people.sam());
        var robin = connected(people.robin());

        button(robin, "Reach out now").click();
        assertThat(robin.getByText("Sam is being asked.")).isVisible();
        assertThat(sam.getByText("Robin asked for you")).isVisible();
        await().until(people::samsPageHasShownIt);
        sam.getByText("Robin asked for you").click();
        button(sam, "I have it").click();

        assertThat(sam.locator("[data-stage=YOURS]")).isVisible();
        assertThat(robin.getByText("Sam has it.")).isVisible();
        button(sam, "We talked").click();
        assertThat(sam.getByText("Noted. Thank you for being there.")).isVisible();
    }

    @Test
    void aQuestionAppearsByItselfAndOkayCallsNobody() {
        var people = Neighbours.moveInto(house, "question");
        var sam = connected(people.sam());
        var robin = connected(people.robin());

        people.hardStretch(clock.instant());
        assertThat(robin.getByText("Hard stretch?")).isVisible();
        button(robin, "I’m okay").click();

        assertThat(robin.getByText("Good to hear. Nobody needs to come.")).isVisible();
        assertThat(button(robin, "Reach out now")).isVisible();
        assertThat(sam.getByText("Nobody is asking for you right now.")).isVisible();
    }

    @Test
    void aCardGoesWhenTheMenteeStandsDown() {
        var people = Neighbours.moveInto(house, "stand-down");
        var sam = connected(people.sam());
        house.room(Nudges.class).reachOut(people.robin().asMentee(), clock.instant());
        assertThat(sam.getByText("Robin asked for you")).isVisible();

        var robin = connected(people.robin());
        button(robin, "Stand down").click();

        assertThat(sam.getByText("Nobody is asking for you right now.")).isVisible();
    }

    @Test
    void handingOverBringsTheNextMentorAndThenTheCoordinator() {
        var people = Neighbours.moveInto(house, "hand-over");
        var sam = connected(people.sam());
        var alex = connected(people.alex());
        var kim = connected(people.kim());
        house.room(Nudges.class).reachOut(people.robin().asMentee(), clock.instant());

        for (var mentor : new Page[] {sam, alex}) {
            mentor.getByText("Robin asked for you").click();
            button(mentor, "Can’t right now").click();
            assertThat(mentor.locator("[data-stage=HANDED_ON]")).isVisible();
        }
        var row = kim.locator(".alarm").filter(new Locator.FilterOptions().setHasText("Robin"));
        assertThat(row).containsText("Alex: can’t right now");
        button(row, "I have it").click();

        assertThat(kim.getByText("You have it: Robin.")).isVisible();
        assertThat(sam.getByText("Somebody else has it")).isVisible();
    }

    @Test
    void aStretchThatEasesAfterSilenceStaysInSightOfTheCoordinatorWithoutAlarm() {
        var people = Neighbours.moveInto(house, "eased");
        var sam = connected(people.sam());
        var kim = connected(people.kim());
        var robin = connected(people.robin());
        var hardlyWaits = new Plan(Duration.ofMillis(100), SilenceMeans.TELL_MENTOR);
        house.room(Plans.class).write(people.robin().asMentee(), new WrittenPlan(hardlyWaits, List.of()));
        var stretch = people.hardStretch(clock.instant());
        assertThat(sam.getByText("Robin could use a hello")).isVisible();

        sam.getByText("Robin could use a hello").click();

        people.eases(stretch, clock.instant());

        assertThat(sam.getByText("The stretch has eased since.")).isVisible();

        var row = kim.locator(".card").filter(new Locator.FilterOptions().setHasText("Eased, and nobody answered"));
        assertThat(row).containsText("The stretch has eased since");
        assertThat(kim.locator(".alarm")).hasCount(0);
        button(row, "I have it").click();
        assertThat(kim.getByText("You have it: Robin.")).isVisible();
        assertThat(robin.getByText("A coordinator has it.")).isVisible();
    }

    @Test
    void aPageThatLosesItsConnectionSaysSoAndComesBack() {
        var people = Neighbours.moveInto(house, "reconnect");
        var sam = browser.page(Size.PHONE, ColorScheme.LIGHT);
        sam.route("**/mentor/live", route -> route.abort());
        signIn(sam, people.sam());
        assertThat(sam.getByText("Not connected. Trying again…")).isVisible();
        house.room(Nudges.class).reachOut(people.robin().asMentee(), clock.instant());

        sam.unroute("**/mentor/live");

        assertThat(sam.getByText("Connected.")).isVisible();
        assertThat(sam.getByText("Robin asked for you")).isVisible();
    }

    @Test
    void signingOutOnOnePhoneLeavesTheOtherConnected() {
        var people = Neighbours.moveInto(house, "sign-out");
        var here = connected(people.sam());
        var elsewhere = connected(people.sam());

        button(elsewhere, "Sign out").click();
        assertThat(elsewhere.getByText("You are signed out on this device.")).isVisible();
        house.room(Nudges.class).reachOut(people.robin().asMentee(), clock.instant());

        assertThat(here.getByText("Robin asked for you")).isVisible();
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({"PHONE, LIGHT", "PHONE, DARK", "DESKTOP, LIGHT", "DESKTOP, DARK"})
    void everyPageFitsItsScreenAndEverybody(Size size, ColorScheme scheme) {
        var people = Neighbours.moveInto(house, "pictures-" + size.ordinal() + scheme.ordinal());
        var shots = new Album(size, scheme);
        WornDays.of(people.robin(), clock.instant(), house);

        var stranger = shots.newPage();
        stranger.navigate(house.pagesUrl() + "/sign-in?error");
        shots.take(stranger, "sign-in");
        var sam = shots.signedIn(people.sam());
        shots.take(sam, "mentor-empty");
        sam.navigate(house.pagesUrl() + "/clinician");
        shots.take(sam, "nothing-here");
        sam.navigate(house.pagesUrl() + "/mentor");
        var robin = shots.signedIn(people.robin());
        shots.take(robin, "mentee");
        people.hardStretch(clock.instant());
        assertThat(robin.getByText("Hard stretch?")).isVisible();
        shots.take(robin, "mentee-question");
        robin.locator("#reach").click();
        assertThat(robin.getByText("Sam is being asked.")).isVisible();
        shots.take(robin, "mentee-asking");
        assertThat(sam.getByText("Robin asked for you")).isVisible();
        shots.take(sam, "mentor-list");
        sam.getByText("Robin asked for you").click();
        shots.take(sam, "mentor-prompt");
        button(sam, "I have it").click();
        shots.take(sam, "mentor-taken");
        assertThat(robin.getByText("Sam has it.")).isVisible();
        shots.take(robin, "mentee-taken");
        var lee = shots.signedIn(people.lee());
        shots.take(lee, "clinician-list");
        lee.getByText("Robin").click();
        assertThat(lee.locator("canvas").first()).isVisible();
        shots.take(lee, "clinician-trend");
        exhaust(people);
        people.watchWasHeard(clock.instant().minusSeconds(130));
        var kim = shots.signedIn(people.kim());
        var watch = kim.locator("#watches + ul > li").filter(new Locator.FilterOptions().setHasText("Robin"));
        assertThat(watch).containsText("heard 2 minutes ago; battery 64 %");
        assertThat(watch).containsText("15 messages not taken: dated ahead");
        shots.take(kim, "coordinator");
        kim.getByText("End pairing").first().click();
        shots.take(kim, "coordinator-end-pairing");
        robin.navigate(house.pagesUrl() + "/mentee");
        robin.getByText("Unpair it, or say it is lost").click();
        shots.take(robin, "mentee-unpair");
        robin.getByText("Leave it paired").click();
        robin.getByText("Pair a new watch").click();
        shots.take(robin, "mentee-pair");
        button(robin, "Show a code").click();
        assertThat(robin.locator("[role=timer]")).hasText(Pattern.compile("9:\\d\\d left"));
        shots.take(robin, "mentee-code");
        button(robin, "Show a new code, and keep the old watch").click();
        assertThat(robin.getByText("you keep the one you have now as well")).isVisible();
    }

    @Test
    void theCodePageChangesByItselfWhenTheWatchIsPaired() throws Exception {
        var people = Neighbours.moveInto(house, "code-page");
        var robin = connected(people.robin());
        robin.getByText("Pair a new watch").click();
        button(robin, "Show a code").click();
        assertThat(robin.getByText("Connected.")).isVisible();
        var code = robin.locator(".code [aria-hidden]").innerText();

        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(house.pagesUrl() + "/api/v1/pairings"))
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        "{\"code\":\"%s\",\"model\":\"Steady 2\",\"firmware\":\"1.4.0\"}"
                                                .formatted(code)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        org.assertj.core.api.Assertions.assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(robin.getByText("Your watch is paired.")).isVisible();
        robin.getByText("Back to your page").click();
        robin.getByText("Unpair it, or say it is lost").click();
        button(robin, "My watch is lost or stolen").click();
        assertThat(robin.getByText("The watch is shut out")).isVisible();
        assertThat(robin.getByText("No watch is paired.")).isVisible();
    }

    @Test
    void aWatchIsPairedAndUnpairedWithoutScripts() {
        var people = Neighbours.moveInto(house, "no-scripts");
        var robin = browser.pageWithoutScripts(Size.PHONE);
        signIn(robin, people.robin());

        robin.getByText("Pair a new watch").click();
        button(robin, "Show a code").click();
        assertThat(robin.locator(".code [aria-hidden]")).hasText(Pattern.compile("[2-9A-Z]{4}-[2-9A-Z]{4}"));
        assertThat(robin.getByText("Good once, until")).isVisible();
        robin.getByText("Back to your page").click();
        robin.getByText("Unpair it, or say it is lost").click();
        button(robin, "Unpair this watch").click();

        assertThat(robin.getByText("Your watch is unpaired.")).isVisible();
    }

    private static void exhaust(Neighbours people) {
        house.room(Nudges.class).reachOut(people.robin().asMentee(), clock.instant());
        var prompts = house.room(Prompts.class);
        for (var mentor : new Person[] {people.sam(), people.alex()}) {
            prompts.openFor(mentor.asMentor()).forEach(prompt -> prompts.handOver(prompt.id(), mentor.asMentor()));
        }
    }

    private static Page connected(Person person) {
        var page = browser.page(Size.PHONE, ColorScheme.LIGHT);
        signIn(page, person);
        assertThat(page.getByText("Connected.")).isVisible();
        return page;
    }

    private static void signIn(Page page, Person person) {
        RealBrowser.signIn(page, house.pagesUrl(), person.signInName());
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator button(Locator part, String name) {
        return part.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }

    /** Pages of one size and scheme, with a picture of each. */
    private record Album(Size size, ColorScheme scheme) {

        Page newPage() {
            var page = browser.page(size, scheme);
            page.onConsoleMessage(message -> {
                if (message.type().equals("error") && !message.text().contains("Failed to load resource")) {
                    throw new AssertionError("The page complains: " + message.text());
                }
            });
            return page;
        }

        Page signedIn(Person person) {
            var page = newPage();
            signIn(page, person);
            return page;
        }

        void take(Page page, String name) {
            RealBrowser.picture(page, "%s-%s-%s".formatted(name, size, scheme).toLowerCase(Locale.ROOT));
            var widths = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth].join(' ')");
            org.assertj.core.api.Assertions.assertThat(widths)
                    .as("content and screen width of %s", name)
                    .isEqualTo("%1$d %1$d".formatted(size.width()));
            org.assertj.core.api.Assertions.assertThat(RealBrowser.barriersOn(page))
                    .as("what WCAG 2.2 AA says of %s", name)
                    .isEmpty();
        }
    }
}
