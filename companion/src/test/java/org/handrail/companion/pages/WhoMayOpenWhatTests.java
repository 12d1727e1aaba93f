package org.handrail.companion.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Scanner;
import java.util.UUID;
import org.handrail.alerts.EscalationState;
import org.handrail.alerts.Escalations;
import org.handrail.alerts.Nudges;
import org.handrail.alerts.Prompt;
import org.handrail.alerts.PromptState;
import org.handrail.alerts.Prompts;
import org.handrail.companion.consent.Consents;
import org.handrail.companion.consent.Disclosures;
import org.handrail.companion.consent.Scope;
import org.handrail.companion.house.House;
import org.handrail.companion.house.HouseSettings;
import org.handrail.companion.people.Person;
import org.handrail.ingest.Pairings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rights at every door, asked for over plain HTTP as anybody could. */
class WhoMayOpenWhatTests {

    @TempDir
    private static Path data;

    private static House house;

    @BeforeAll
    static void openTheHouse() {
        house = House.open(HouseSettings.onFreePorts(data));
    }

    @AfterAll
    static void closeTheHouse() {
        house.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/mentor",
                "/mentor/live",
                "/mentor/prompts/9b2e7f0e-0000-4000-8000-000000000000",
                "/mentee",
                "/mentee/watches/code",
                "/mentee/watches/w-123/end",
                "/clinician",
                "/coordinator",
                "/coordinator/watches/w-123/end"
            })
    void whoeverIsNotSignedInIsSentToTheSignIn(String path) {
        var answer = new Visitor(house.pagesUrl()).get(path);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/sign-in");
    }

    @Test
    void aWrongPasswordAndAnUnknownNameAreAnsweredAlike() {
        var people = Neighbours.moveInto(house, "wrong-password");
        var visitor = new Visitor(house.pagesUrl());

        var wrong = visitor.post("/sign-in", "username=" + people.sam().signInName() + "&password=no", "/sign-in");
        var unknown = visitor.post("/sign-in", "username=nobody&password=no", "/sign-in");

        assertThat(wrong.headers().firstValue("Location").orElseThrow()).endsWith("/sign-in?error");
        assertThat(unknown.headers().firstValue("Location"))
                .isEqualTo(wrong.headers().firstValue("Location"));
    }

    @ParameterizedTest(name = "{0} at {1}")
    @CsvSource({
        "mentee, /mentor",
        "mentee, /mentor/now",
        "mentee, /mentor/live",
        "mentee, /clinician",
        "mentee, /coordinator",
        "mentor, /mentee",
        "mentor, /clinician",
        "mentor, /coordinator",
        "clinician, /mentor",
        "clinician, /mentee",
        "coordinator, /mentor",
        "coordinator, /clinician",
        "mentor, /mentee/watches/code",
        "coordinator, /mentee/watches/code",
        "coordinator, /mentee/watches/w-123/end",
        "mentee, /coordinator/watches/w-123/end",
        "mentor, /coordinator/watches/w-123/end",
        "coordinator, /no-such-page"
    })
    void eachRoleSeesItsOwnPagesOnly(String role, String path) {
        var people = Neighbours.moveInto(house, "roles-" + UUID.randomUUID());
        var visitor = signedIn(who(role, people));

        var answer = visitor.get(path);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("Nothing here for you to see");
    }

    @ParameterizedTest
    @CsvSource({"mentee, /mentee", "mentor, /mentor", "clinician, /clinician", "coordinator, /coordinator"})
    void theFirstPageIsThatOfTheRole(String role, String home) {
        var people = Neighbours.moveInto(house, "home-" + role);
        var visitor = signedIn(who(role, people));

        assertThat(visitor.get("/").headers().firstValue("Location").orElseThrow())
                .endsWith(home);
        assertThat(visitor.get(home).statusCode()).isEqualTo(200);
    }

    @Test
    void anotherMentorsPromptLooksLikeNone() {
        var people = Neighbours.moveInto(house, "other-mentor");
        var prompt = promptToSam(people);
        var alex = signedIn(people.alex());

        var others = alex.get("/mentor/prompts/" + prompt.id());
        var none = alex.get("/mentor/prompts/" + UUID.randomUUID());

        assertThat(others.statusCode()).isEqualTo(404);
        assertThat(Visitor.apartFromTokens(others))
                .isEqualTo(Visitor.apartFromTokens(none))
                .doesNotContain("Robin");
        assertThat(alex.get("/mentor").body()).doesNotContain("Robin");
        var word = alex.post("/mentor/prompts/" + prompt.id() + "/have-it", "", "/mentor");
        assertThat(word.statusCode()).isEqualTo(404);
        assertThat(stateOf(prompt)).isEqualTo(PromptState.RAISED);
    }

    @Test
    void noWordCountsWithoutItsFormsToken() {
        var people = Neighbours.moveInto(house, "token");
        var prompt = promptToSam(people);
        var sam = signedIn(people.sam());

        var answer = sam.postWithoutToken("/mentor/prompts/" + prompt.id() + "/have-it", "");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(stateOf(prompt)).isEqualTo(PromptState.RAISED);
    }

    @Test
    @Timeout(20)
    void anOpenStreamIsNoReceiptOnlyThePageThatShowsItGivesOne() throws IOException {
        var people = Neighbours.moveInto(house, "receipt");
        var sam = signedIn(people.sam());

        try (var lines = new Scanner(sam.listen("/mentor/live"), StandardCharsets.UTF_8)) {
            var prompt = promptToSam(people);
            while (!lines.nextLine().equals("event:changed")) {
                assertThat(lines.hasNextLine()).isTrue();
            }
            assertThat(people.samsPageHasShownIt()).isFalse();

            sam.post("/mentor/prompts/" + prompt.id() + "/shown", "", "/mentor");
            assertThat(people.samsPageHasShownIt()).isTrue();
        }
    }

    @Test
    @Timeout(20)
    void aStreamEndsWithItsSignIn() throws IOException {
        var people = Neighbours.moveInto(house, "stream");
        var sam = signedIn(people.sam());

        try (var stream = sam.listen("/mentor/live")) {
            assertThat(stream.read()).isPositive();
            sam.post("/sign-out", "", "/mentor");
            assertThat(new String(stream.readAllBytes(), StandardCharsets.UTF_8))
                    .doesNotContain("Robin");
        }
        assertThat(sam.get("/mentor").statusCode()).isEqualTo(302);
    }

    @Test
    void openingAPromptIsWrittenDownAndItsRenewalIsNot() {
        var people = Neighbours.moveInto(house, "ledger");
        var prompt = promptToSam(people);
        var sam = signedIn(people.sam());

        assertThat(sam.get("/mentor/prompts/" + prompt.id()).body()).contains("Robin asked for you");
        assertThat(sam.get("/mentor/prompts/" + prompt.id() + "/now").body()).contains("Robin asked for you");

        assertThat(stateOf(prompt)).isEqualTo(PromptState.OPENED);
        assertThat(house.room(Disclosures.class).of(people.robin().asMentee(), 10))
                .extracting("what")
                .containsExactly("opened the note about you", "was asked to look in on you");
    }

    @Test
    void aWithdrawnConsentLeavesNoNameAndNoWordToSay() {
        var people = Neighbours.moveInto(house, "withdrawn");
        var prompt = promptToSam(people);
        var sam = signedIn(people.sam());
        assertThat(sam.get("/mentor").body()).contains("Robin");
        String link = "/mentor/prompts/" + prompt.id();

        withdraw(people.robin(), people.sam(), Scope.STRAINED_STRETCH);

        assertThat(sam.get("/mentor").body()).doesNotContain("Robin");
        assertThat(sam.get(link).body())
                .contains("Not shared with you any more")
                .doesNotContain("Robin");
        assertThat(sam.get(link + "/now").body()).doesNotContain("Robin");
        sam.post(link + "/have-it", "", "/mentor");
        assertThat(stateOf(prompt)).isEqualTo(PromptState.RAISED);
    }

    @Test
    void aTrendNeedsTheConsentAndIsWrittenDown() {
        var people = Neighbours.moveInto(house, "trend");
        var lee = signedIn(people.lee());
        String trend = "/clinician/mentees/" + people.robin().id() + "?days=7";
        assertThat(lee.get(trend).body()).contains("Robin").contains("42 CFR Part 2");
        assertThat(house.room(Disclosures.class).of(people.robin().asMentee(), 10))
                .extracting("what")
                .containsExactly("looked at your trends of 7 days");

        withdraw(people.robin(), people.lee(), Scope.TRENDS);

        var gone = lee.get(trend);
        var none = lee.get("/clinician/mentees/" + UUID.randomUUID() + "?days=7");
        assertThat(gone.statusCode()).isEqualTo(404);
        assertThat(Visitor.apartFromTokens(gone)).isEqualTo(Visitor.apartFromTokens(none));
        assertThat(lee.get("/clinician").body()).doesNotContain("Robin");
    }

    @Test
    void aMenteeWithdrawsOnlyWhatIsTheirOwn() {
        var people = Neighbours.moveInto(house, "own-consent");
        var others = Neighbours.moveInto(house, "others-consent");
        var theirs = house.room(Consents.class)
                .held(others.robin().asMentee(), others.sam().id(), Scope.STRAINED_STRETCH)
                .orElseThrow();

        signedIn(people.robin()).post("/mentee/consents/" + theirs.id() + "/withdraw", "", "/mentee");

        assertThat(house.room(Consents.class).heldOf(others.robin().asMentee())).contains(theirs);
    }

    @Test
    void aMenteeEndsNoPairingOfAnother() {
        var people = Neighbours.moveInto(house, "own-watch");
        var others = Neighbours.moveInto(house, "others-watch");
        var pairings = house.room(Pairings.class);
        var theirs = pairings.devicesOf(others.robin().asMentee()).get(0);
        var robin = signedIn(people.robin());

        for (var word : List.of("unpair", "lost")) {
            assertThat(robin.post("/mentee/watches/" + theirs + "/" + word, "", "/mentee")
                            .statusCode())
                    .isEqualTo(404);
        }

        var ofAnother = robin.get("/mentee/watches/" + theirs + "/end");
        var ofNobody = robin.get("/mentee/watches/w-123/end");
        assertThat(ofAnother.statusCode()).isEqualTo(404);
        assertThat(Visitor.apartFromTokens(ofAnother)).isEqualTo(Visitor.apartFromTokens(ofNobody));
        assertThat(robin.get("/mentee/watches/NO%20ID/end").statusCode()).isEqualTo(404);
        assertThat(pairings.devicesOf(others.robin().asMentee())).containsExactly(theirs);
    }

    @Test
    void noPairingEndsAndNoCodeIsMadeWithoutItsFormsToken() {
        var people = Neighbours.moveInto(house, "watch-token");
        var pairings = house.room(Pairings.class);
        var own = pairings.devicesOf(people.robin().asMentee()).get(0);

        assertThat(signedIn(people.robin())
                        .postWithoutToken("/mentee/watches/" + own + "/lost", "")
                        .statusCode())
                .isEqualTo(403);
        assertThat(signedIn(people.robin())
                        .postWithoutToken("/mentee/watches/code", "")
                        .statusCode())
                .isEqualTo(403);
        assertThat(signedIn(people.kim())
                        .postWithoutToken("/coordinator/watches/" + own + "/end", "")
                        .statusCode())
                .isEqualTo(403);
        assertThat(pairings.devicesOf(people.robin().asMentee())).containsExactly(own);
    }

    @Test
    void aCoordinatorReadsNoNameThatIsNotShared() {
        var people = Neighbours.moveInto(house, "coordinator");
        withdraw(people.robin(), people.kim(), Scope.STRAINED_STRETCH);
        var prompt = promptToSam(people);
        var kim = signedIn(people.kim());

        String stranger = "Mentee " + people.robin().id().toString().substring(0, 8);
        assertThat(kim.get("/coordinator").body()).contains(stranger);
        var device =
                house.room(Pairings.class).devicesOf(people.robin().asMentee()).get(0);
        assertThat(kim.get("/coordinator/watches/" + device + "/end").body())
                .contains(stranger)
                .doesNotContain("Robin");
        kim.post("/coordinator/escalations/" + prompt.escalation() + "/take-over", "", "/coordinator");
        assertThat(house.room(Escalations.class)
                        .find(prompt.escalation())
                        .orElseThrow()
                        .state())
                .as("one that is being walked is not taken over")
                .isEqualTo(EscalationState.WALKING);
    }

    @Test
    void aPlanOutOfBoundsIsRefusedInWords() {
        var people = Neighbours.moveInto(house, "plan");
        var robin = signedIn(people.robin());

        robin.post("/mentee/plan", "waitingMinutes=31&silenceMeans=LEAVE_IT&copingSteps=tea", "/mentee");

        assertThat(robin.get("/mentee").body())
                .contains("between 0 and 30 minutes")
                .contains("Walk around the block");
    }

    @Test
    void quietHoursAreWrittenIntoThePlanAndStandOnThePage() {
        var people = Neighbours.moveInto(house, "quiet");
        var robin = signedIn(people.robin());
        String plan = "waitingMinutes=3&silenceMeans=LEAVE_IT&copingSteps=tea&quietFrom=22:00&quietUntil=";

        robin.post("/mentee/plan", plan + "06:45", "/mentee");
        assertThat(robin.get("/mentee").body()).contains("value=\"22:00\"", "value=\"06:45\"");
        robin.post("/mentee/plan", plan, "/mentee");
        assertThat(robin.get("/mentee").body()).contains("Quiet hours need", "value=\"06:45\"");
        robin.post("/mentee/plan", "waitingMinutes=3&silenceMeans=LEAVE_IT&copingSteps=tea", "/mentee");
        assertThat(robin.get("/mentee").body()).doesNotContain("value=\"22:00\"");
    }

    @ParameterizedTest
    @CsvSource({"mentee, true, false", "mentor, true, true", "clinician, false, true"})
    void crisisLineAndNoticeAreWhereTheyBelong(String role, boolean crisisLine, boolean notice) {
        var people = Neighbours.moveInto(house, "frame-" + role);
        var page = signedIn(who(role, people)).get("/" + role).body();

        assertThat(page.contains("href=\"tel:988\"")).isEqualTo(crisisLine);
        assertThat(page.contains("42 CFR Part 2")).isEqualTo(notice);
    }

    @Test
    void nothingRunsOnAPageButTheHousesOwnFiles() {
        var page = new Visitor(house.pagesUrl()).get("/sign-in");

        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'")
                .doesNotContain("unsafe");
        assertThat(page.body())
                .doesNotContain("<style")
                .doesNotContain("onclick")
                .doesNotContain(" style=");
    }

    private static Prompt promptToSam(Neighbours people) {
        house.room(Nudges.class)
                .reachOut(people.robin().asMentee(), house.room(Clock.class).instant());
        return house.room(Prompts.class).openFor(people.sam().asMentor()).get(0);
    }

    private static PromptState stateOf(Prompt prompt) {
        return house.room(Prompts.class).find(prompt.id()).orElseThrow().state();
    }

    private static void withdraw(Person mentee, Person recipient, Scope scope) {
        var consents = house.room(Consents.class);
        var held = consents.held(mentee.asMentee(), recipient.id(), scope).orElseThrow();
        consents.withdraw(mentee.asMentee(), held.id());
    }

    private static Visitor signedIn(Person person) {
        return Visitor.signedIn(house.pagesUrl(), person);
    }

    private static Person who(String role, Neighbours people) {
        return switch (role) {
            case "mentee" -> people.robin();
            case "mentor" -> people.sam();
            case "clinician" -> people.lee();
            case "coordinator" -> people.kim();
            default -> throw new IllegalArgumentException(role);
        };
    }
}
