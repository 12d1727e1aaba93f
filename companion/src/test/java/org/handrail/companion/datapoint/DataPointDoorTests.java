package org.handrail.companion.datapoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.handrail.companion.consent.Consents;
import org.handrail.companion.consent.Scope;
import org.handrail.companion.house.House;
import org.handrail.companion.house.HouseSettings;
import org.handrail.companion.people.People;
import org.handrail.companion.people.Person;
import org.handrail.companion.people.Role;
import org.handrail.ingest.DeviceCredential;
import org.handrail.ingest.DeviceOverviews;
import org.handrail.ingest.FrameArchive;
import org.handrail.ingest.PairingEnd;
import org.handrail.ingest.Pairings;
import org.handrail.signals.RefusalReason;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The door as an app finds it: a whole house, and HTTP. */
@Timeout(120)
class DataPointDoorTests {

    @TempDir
    private static Path data;

    private static House house;

    private final HttpClient http = HttpClient.newHttpClient();
    private Person mentee;
    private DeviceCredential watch;

    @BeforeAll
    static void openTheHouse() {
        house = House.open(HouseSettings.onFreePorts(data));
    }

    @AfterAll
    static void closeTheHouse() {
        house.close();
    }

    @BeforeEach
    void pair() {
        mentee = new Person(
                UUID.randomUUID(),
                Role.MENTEE,
                "Robin",
                "robin-" + UUID.randomUUID(),
                ZoneOffset.UTC,
                Optional.empty());
        house.room(People.class).add(mentee, "one step at a time");
        house.room(Consents.class).give(mentee.asMentee(), Optional.empty(), Scope.COLLECTION, "for a test");
        watch = house.room(Pairings.class).pair(mentee.asMentee());
    }

    @Test
    void aDataPointIsStoredWhenTheAnswerComesAndTwiceIsOnce() {
        var point = heartRate(1, minutesAgo(5), "beats/min");

        for (int time = 0; time < 2; time++) {
            var answer = send(point);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(json(answer)).isEqualTo(json("{'accepted':1,'refused':[]}"));
            assertThat(stored()).isEqualTo(1);
        }
    }

    @Test
    void aThousandDataPointsAreStoredWithOneAnswer() {
        var points = IntStream.range(0, 1_000)
                .mapToObj(i -> heartRate(i, minutesAgo(5).plusMillis(100L * i), "beats/min"))
                .toList();

        assertThat(json(send(points.toString()))).isEqualTo(json("{'accepted':1000,'refused':[]}"));
        assertThat(stored()).isEqualTo(1_000);
    }

    @Test
    void aFaultyDataPointIsPointedAtAndNothingIsStored() {
        var answer = send(List.of(heartRate(1, minutesAgo(5), "beats/min"), heartRate(2, minutesAgo(5), "Hz"))
                .toString());

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(contentTypeOf(answer)).isEqualTo("application/problem+json");
        assertThat(json(answer).at("/status").asInt()).isEqualTo(422);
        assertThat(json(answer).at("/errors/0/pointer").asString()).isEqualTo("/1/body/heart_rate/unit");
        assertThat(json(answer).at("/errors/0/reason").asString()).isEqualTo("MALFORMED");
        assertThat(json(answer).at("/errors").size()).isEqualTo(1);
        assertThat(stored()).isZero();
        assertThat(refusals()).isEqualTo(Map.of(RefusalReason.MALFORMED, 1L));
    }

    @Test
    void whatMayNotEnterIsToldAndCountedAndTheRestIsStored() {
        var answer = send(List.of(
                        heartRate(1, minutesAgo(60 * 24 * 70), "beats/min"),
                        heartRate(2, minutesAgo(5), "beats/min"),
                        heartRate(3, minutesAgo(-60), "beats/min"))
                .toString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).at("/accepted").asInt()).isEqualTo(1);
        assertThat(json(answer).at("/refused/0/pointer").asString()).isEqualTo("/0");
        assertThat(json(answer).at("/refused/0/reason").asString()).isEqualTo("TOO_OLD");
        assertThat(json(answer).at("/refused/1/pointer").asString()).isEqualTo("/2");
        assertThat(stored()).isEqualTo(1);
        assertThat(refusals()).isEqualTo(Map.of(RefusalReason.TOO_OLD, 1L, RefusalReason.FROM_THE_FUTURE, 1L));
    }

    @Test
    void withoutConsentNothingEntersAndTheAnswerNamesNobody() {
        var consents = house.room(Consents.class);
        var held = consents.heldOf(mentee.asMentee()).get(0);
        consents.withdraw(mentee.asMentee(), held.id());

        var answer = send(heartRate(1, minutesAgo(5), "beats/min"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(json(answer).at("/errors/0/pointer").asString()).isEmpty();
        assertThat(json(answer).at("/errors/0/reason").asString()).isEqualTo("NO_CONSENT");
        assertThat(answer.body())
                .doesNotContain(mentee.displayName(), mentee.id().toString());
        assertThat(stored()).isZero();
    }

    @Test
    void anUnknownDeviceAWrongSecretAndNoCredentialAreAnsweredAlike() {
        var point = heartRate(1, minutesAgo(5), "beats/min");
        unpair(house.room(Pairings.class).pair(mentee.asMentee()));
        var unknown = post(point, "application/json", "w-nobody", "secret");
        var wrong = post(point, "application/json", watch.device().value(), watch.secret() + "x");
        var person = post(point, "application/json", mentee.signInName(), "one step at a time");
        var none = exchange(
                request("application/json").POST(BodyPublishers.ofString(point)).build());

        assertThat(List.of(unknown, wrong, person, none)).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(contentTypeOf(answer)).isEqualTo("application/problem+json");
            assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
            assertThat(answer.body()).isEqualTo(wrong.body());
        });
        assertThat(stored()).isZero();
    }

    private void unpair(DeviceCredential ended) {
        var byTheMentee = PairingEnd.asked(PairingEnd.Reason.UNPAIRED, mentee.id());
        house.room(Pairings.class).unpair(ended.device(), byTheMentee);
    }

    @Test
    void anUnpairedDeviceIsAStrangerAtOnce() {
        unpair(watch);

        assertThat(send(heartRate(1, minutesAgo(5), "beats/min")).statusCode()).isEqualTo(401);
    }

    @Test
    void nothingButPlainJsonIsRead() {
        var answer = post("heart rate 71", "text/plain", watch.device().value(), watch.secret());

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(contentTypeOf(answer)).isEqualTo("application/problem+json");
        assertThat(post("{}", "no type", watch.device().value(), watch.secret()).statusCode())
                .isEqualTo(415);
    }

    @Test
    void aRequestBeyondTheBoundIsNotLookedAt() {
        var answer = send("[" + " ".repeat(1_100_000) + "]");

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(contentTypeOf(answer)).isEqualTo("application/problem+json");
        assertThat(refusals()).isEqualTo(Map.of(RefusalReason.TOO_LARGE, 1L));
    }

    @Test
    void noSessionIsOpened() {
        assertThat(send(heartRate(1, minutesAgo(5), "beats/min")).headers().firstValue("Set-Cookie"))
                .isEmpty();
    }

    private long stored() {
        return house.room(FrameArchive.class).count(watch.device());
    }

    private Map<RefusalReason, Long> refusals() {
        return house.room(DeviceOverviews.class).of(mentee.asMentee()).get(0).refusals();
    }

    private static Instant minutesAgo(int minutes) {
        return house.room(Clock.class).instant().minus(Duration.ofMinutes(minutes));
    }

    private static String heartRate(int number, Instant at, String unit) {
        return ("{'header':{'uuid':'3f0e6c1a-0000-4000-8000-%012d','source_creation_date_time':'%s',"
                        + "'schema_id':{'namespace':'omh','name':'heart-rate','version':'2.0'}},"
                        + "'body':{'heart_rate':{'value':71.5,'unit':'%s'},'effective_time_frame':{'date_time':'%s'}}}")
                .formatted(number, at, unit, at)
                .replace('\'', '"');
    }

    private HttpResponse<String> send(String body) {
        return post(body, "application/json", watch.device().value(), watch.secret());
    }

    private HttpResponse<String> post(String body, String type, String device, String secret) {
        var credential = Base64.getEncoder().encodeToString((device + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return exchange(request(type)
                .header("Authorization", "Basic " + credential)
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private static HttpRequest.Builder request(String type) {
        return HttpRequest.newBuilder(URI.create(house.pagesUrl() + "/api/v1/data-points"))
                .header("Content-Type", type);
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        return http.sendAsync(request, BodyHandlers.ofString()).join();
    }

    private static String contentTypeOf(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElse("none").split(";")[0];
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return new JsonMapper().readTree(answer.body());
    }

    private static JsonNode json(String text) {
        return new JsonMapper().readTree(text.replace('\'', '"'));
    }
}
