package org.handrail.companion.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.regex.Pattern;
import org.handrail.companion.house.House;
import org.handrail.companion.house.HouseSettings;
import org.handrail.companion.people.Person;
import org.handrail.devicesim.publish.AnswerPolicy;
import org.handrail.devicesim.publish.Watch;
import org.handrail.devicesim.publish.WatchCredential;
import org.handrail.devicesim.publish.WatchSettings;
import org.handrail.ingest.DeviceOverviews;
import org.handrail.ingest.FrameArchive;
import org.handrail.ingest.PairingCode;
import org.handrail.ingest.Pairings;
import org.handrail.signals.DeviceId;
import org.handrail.signals.FrameId;
import org.handrail.signals.Series;
import org.handrail.signals.SignalFrame;
import org.handrail.signals.StreamKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A watch from its code to its end, through the real parts of a house that stands behind a proxy. */
@Timeout(120)
class PairingAWatchTests {

    private static final String FORWARDED = "server.forward-headers-strategy";
    private static final Pattern SHOWN = Pattern.compile(">\\s*([2-9A-Z]{4}-[2-9A-Z]{4})\\s*<");
    private static final String CODE_PAGE = "/mentee/watches/code";

    @TempDir
    private static Path data;

    private static House house;
    private static ScheduledExecutorService scheduler;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void openTheHouse() {
        System.setProperty(FORWARDED, "native");
        try {
            house = House.open(HouseSettings.onFreePorts(data));
        } finally {
            System.clearProperty(FORWARDED);
        }
        scheduler = Executors.newSingleThreadScheduledExecutor();
    }

    @AfterAll
    static void closeTheHouse() {
        scheduler.shutdownNow();
        house.close();
    }

    @Test
    void aWatchThatReadsTheSquareComesInAndItsFramesAreTheMentees() throws Exception {
        var people = Neighbours.moveInto(house, "square");
        var earlier = house.room(Pairings.class).devicesOf(people.robin().asMentee());
        var robin = signedIn(people.robin());
        robin.post(CODE_PAGE, "earlier=END", CODE_PAGE);
        var link = UriComponentsBuilder.fromUriString(
                        QrReader.read(robin.get(CODE_PAGE).body()))
                .build();
        assertThat(link.getScheme()).isEqualTo("handrail");
        var said = link.getQueryParams();
        assertThat(URI.create(URLDecoder.decode(said.getFirst("house"), StandardCharsets.UTF_8)))
                .isEqualTo(URI.create(house.pagesUrl()));

        var answer = redeem(said.getFirst("code"));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        var json = json(answer);
        assertThat(json.propertyNames()).containsExactlyInAnyOrder("device", "secret", "broker", "protocol");
        assertThat(answer.body()).doesNotContain(people.robin().id().toString(), "Robin");
        var device = new DeviceId(json.get("device").stringValue());
        assertThat(earlier).hasSize(1).doesNotContain(device);
        assertThat(house.room(Pairings.class).devicesOf(people.robin().asMentee()))
                .as("the earlier watch was replaced")
                .containsExactly(device);
        try (var watch = watch(json)) {
            watch.publish(frame(device, 1));
            assertThat(watch.awaitAcknowledged(Duration.ofSeconds(20))).isTrue();
        }
        await().until(() -> house.room(FrameArchive.class).count(device) == 1);
        assertThat(robin.get(CODE_PAGE).body())
                .contains("Your watch is paired.")
                .doesNotContainPattern(SHOWN);
        assertThat(robin.get("/mentee").body()).contains("Steady 2");
    }

    @Test
    void aLostWatchIsOutAtOnceAndStaysOut() throws Exception {
        var people = Neighbours.moveInto(house, "lost");
        var robin = signedIn(people.robin());
        var json = json(redeem(codeFor(robin)));
        var device = new DeviceId(json.get("device").stringValue());
        try (var watch = watch(json)) {
            watch.publish(frame(device, 1));
            assertThat(watch.awaitAcknowledged(Duration.ofSeconds(20))).isTrue();

            var answer = robin.post("/mentee/watches/" + device + "/lost", "", "/mentee/watches/" + device + "/end");

            assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/mentee");
            await().atMost(Duration.ofSeconds(5)).until(() -> isShownOut(device));
            watch.publish(frame(device, 2));
            assertThat(watch.awaitAcknowledged(Duration.ofSeconds(3)))
                    .as("it tries to come back, and nobody lets it in")
                    .isFalse();
            assertThat(watch.counts().connected()).isEqualTo(1);
        }
        assertThat(house.room(FrameArchive.class).count(device)).isEqualTo(1);
        assertThat(robin.get("/mentee").body()).contains("No watch is paired", "The watch is shut out");
        assertThat(house.room(JdbcTemplate.class)
                        .queryForMap(
                                "SELECT ended_by, ended_reason FROM ingest.pairing WHERE device = ?", device.value()))
                .containsEntry("ended_by", people.robin().id())
                .containsEntry("ended_reason", "LOST");
    }

    @Test
    void aCoordinatorEndsAPairingAndReadsWhatWasNotTaken() throws Exception {
        var people = Neighbours.moveInto(house, "coordinator");
        var robin = signedIn(people.robin());
        var json = json(redeem(codeFor(robin)));
        var device = new DeviceId(json.get("device").stringValue());
        try (var watch = watch(json)) {
            watch.publish(tooOld(device));
            assertThat(watch.awaitAcknowledged(Duration.ofSeconds(20))).isTrue();
        }
        var kim = signedIn(people.kim());
        await().until(() -> house.room(DeviceOverviews.class)
                        .of(people.robin().asMentee())
                        .get(0)
                        .refusals()
                        .size()
                == 1);
        assertThat(kim.get("/coordinator").body()).contains("1 message not taken: older than what is taken");
        String page = "/coordinator/watches/" + device + "/end";
        assertThat(kim.get(page).body()).contains("Robin", device.value());

        kim.post(page, "", page);

        assertThat(kim.get("/coordinator").body())
                .contains("The pairing has ended: Robin.")
                .doesNotContain(device.value());
        assertThat(kim.get(page).statusCode()).isEqualTo(404);
    }

    @Test
    void aUsedCodeAndAnInventedOneAreAnsweredAlike() throws Exception {
        var people = Neighbours.moveInto(house, "alike");
        var code = codeFor(signedIn(people.robin()));
        redeem(code);

        var used = redeem(code, "X-Forwarded-For", "198.51.100.1", "X-Forwarded-Proto", "https");
        var invented =
                redeem(PairingCode.next().value(), "X-Forwarded-For", "198.51.100.2", "X-Forwarded-Proto", "https");

        assertThat(used.statusCode()).isEqualTo(404);
        assertThat(used.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(used.body()).isEqualTo(invented.body());
        assertThat(used.statusCode()).isEqualTo(invented.statusCode());
    }

    @Test
    void theSecretDoesNotTravelInTheClear() throws Exception {
        var people = Neighbours.moveInto(house, "clear");
        var code = codeFor(signedIn(people.robin()));

        var clear = redeem(code, "X-Forwarded-For", "198.51.100.3", "X-Forwarded-Proto", "http");
        assertThat(clear.statusCode()).isEqualTo(403);
        assertThat(json(clear).get("type").stringValue()).isEqualTo("urn:handrail:problem:not-secure");

        var secure = redeem(code, "X-Forwarded-For", "198.51.100.3", "X-Forwarded-Proto", "https");
        assertThat(secure.statusCode()).as("the code was not used up").isEqualTo(201);
    }

    @Test
    void whoGuessesIsToldWhenToTryAgainAndAnotherWatchIsNotHeldUp() throws Exception {
        var people = Neighbours.moveInto(house, "guessing");
        var code = codeFor(signedIn(people.robin()));
        for (int i = 0; i < 5; i++) {
            assertThat(guess(PairingCode.next().value()).statusCode()).isEqualTo(404);
        }

        var answer = guess(code);

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(Long.parseLong(answer.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1L, 10L);
        assertThat(redeem(code).statusCode()).isEqualTo(201);
    }

    @Test
    void whatCannotBeReadIsAProblemThatNamesTheField() throws Exception {
        var answer = post("{\"code\":\"ABCD-EFGH\",\"firmware\":\"1\"}");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(json(answer).get("pointer").stringValue()).isEqualTo("/model");
        assertThat(json(answer).get("status").intValue()).isEqualTo(422);
    }

    @Test
    void nothingButTheOneRequestIsAnsweredThere() throws Exception {
        var get = http.send(
                HttpRequest.newBuilder(URI.create(house.pagesUrl() + "/api/v1/pairings"))
                        .build(),
                BodyHandlers.ofString());
        assertThat(get.statusCode()).isEqualTo(405);
        assertThat(new Visitor(house.pagesUrl())
                        .get("/api/v1/pairings/anything")
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void aCodeIsShownToNobodyElseEvenInTheSameBrowser() throws Exception {
        var people = Neighbours.moveInto(house, "browser");
        var others = Neighbours.moveInto(house, "browser-too");
        var robin = signedIn(people.robin());
        var code = codeFor(robin);

        robin.post("/sign-in", Visitor.signInFields(others.robin()), "/sign-in");

        assertThat(robin.get(CODE_PAGE).body()).contains("Show a code").doesNotContain(code);
    }

    private static boolean isShownOut(DeviceId device) {
        return house.room(JdbcTemplate.class)
                .queryForObject(
                        "SELECT revoked_at IS NOT NULL FROM ingest.pairing WHERE device = ?",
                        Boolean.class,
                        device.value());
    }

    private static Visitor signedIn(Person person) {
        return Visitor.signedIn(house.pagesUrl(), person);
    }

    private static String codeFor(Visitor mentee) {
        mentee.post(CODE_PAGE, "", CODE_PAGE);
        var shown = SHOWN.matcher(mentee.get(CODE_PAGE).body());
        assertThat(shown.find()).isTrue();
        return shown.group(1);
    }

    private static Watch watch(JsonNode paired) {
        var credential = new WatchCredential(
                paired.get("broker").get("url").stringValue(),
                new DeviceId(paired.get("device").stringValue()),
                paired.get("secret").stringValue());
        var watch = new Watch(
                credential, WatchSettings.defaults(), AnswerPolicy.ignore(), house.room(Clock.class), scheduler);
        watch.connect();
        return watch;
    }

    private static SignalFrame frame(DeviceId device, long counter) {
        return frame(device, counter, Duration.ofMinutes(3));
    }

    private static SignalFrame tooOld(DeviceId device) {
        return frame(device, 1, Duration.ofDays(90));
    }

    private static SignalFrame frame(DeviceId device, long counter, Duration ago) {
        var at = house.room(Clock.class).instant().minus(ago).truncatedTo(ChronoUnit.MILLIS);
        return new SignalFrame(
                new FrameId(device, counter),
                StreamKind.HEART_RATE,
                at,
                Series.of(Duration.ofSeconds(10), 0.5, 70, 71, 72));
    }

    private HttpResponse<String> guess(String code) throws Exception {
        return redeem(code, "X-Forwarded-For", "198.51.100.4", "X-Forwarded-Proto", "https");
    }

    private HttpResponse<String> redeem(String code, String... headers) throws Exception {
        return post("{\"code\":\"%s\",\"model\":\"Steady 2\",\"firmware\":\"1.4.0\"}".formatted(code), headers);
    }

    private HttpResponse<String> post(String body, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(house.pagesUrl() + "/api/v1/pairings"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return new JsonMapper().readTree(answer.body());
    }
}
