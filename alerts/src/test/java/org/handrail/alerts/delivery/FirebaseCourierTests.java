package org.handrail.alerts.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.handrail.alerts.PromptId;
import org.handrail.alerts.delivery.PromptCourier.Push;
import org.handrail.alerts.delivery.PromptCourier.Receipt;
import org.handrail.alerts.delivery.PushServiceLookAlike.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** The real SDK against a push service on loopback. */
class FirebaseCourierTests {

    private static final Instant NOW = Instant.parse("2026-03-02T19:00:00Z");
    private static final Push PUSH = new Push(new PromptId(UUID.randomUUID()), "sams-phone", NOW.plusSeconds(900));

    private PushServiceLookAlike service;
    private FirebaseCourier courier;

    @BeforeEach
    void open() throws IOException {
        service = new PushServiceLookAlike();
        courier = new FirebaseCourier(service.messaging(), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void aPushSaysNothing() {
        assertThat(courier.carry(PUSH)).isEqualTo(new PromptCourier.Accepted());
        String id = PUSH.prompt().toString();
        var expected = JsonMapper.shared()
                .readTree("""
                        {"message": {
                          "token": "sams-phone",
                          "data": {"prompt": "%1$s"},
                          "notification": {"title": "Handrail", "body": "Someone may need you"},
                          "android": {
                            "priority": "high", "ttl": "900s", "collapse_key": "%1$s",
                            "notification": {"tag": "%1$s", "visibility": "private"}},
                          "apns": {
                            "headers": {
                              "apns-priority": "10", "apns-expiration": "%2$d", "apns-collapse-id": "%1$s"},
                            "payload": {"aps": {"sound": "default"}}}}}
                        """.formatted(id, NOW.plusSeconds(900).getEpochSecond()));
        assertThat(service.bodies).hasSize(1);
        assertThat(JsonMapper.shared().readTree(service.bodies.get(0))).isEqualTo(expected);
    }

    @Test
    void aPhoneThatLeftIsSaidToBeGone() {
        service.replies.add(Reply.error(404, "NOT_FOUND", "UNREGISTERED"));
        assertThat(courier.carry(PUSH)).isEqualTo(new PromptCourier.TokenGone());
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "400, INVALID_ARGUMENT, INVALID_ARGUMENT",
        "403, PERMISSION_DENIED, SENDER_ID_MISMATCH",
        "404, NOT_FOUND, NOT_FOUND"
    })
    void whatCannotSucceedIsNotTriedAgain(int status, String canonical, String code) {
        service.replies.add(Reply.error(status, canonical, code));
        assertThat(courier.carry(PUSH)).isInstanceOf(PromptCourier.Refused.class);
        assertThat(service.bodies).hasSize(1);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"429, RESOURCE_EXHAUSTED, QUOTA_EXCEEDED", "500, INTERNAL, INTERNAL"})
    void whatMaySucceedLaterIsTriedLater(int status, String canonical, String code) {
        service.replies.add(Reply.error(status, canonical, code));
        assertThat(courier.carry(PUSH)).isInstanceOf(PromptCourier.TryLater.class);
        assertThat(service.bodies).hasSize(1);
    }

    @Test
    void aBusyServiceIsLeftAloneForAsLongAsItAsks() {
        service.replies.add(Reply.error(503, "UNAVAILABLE", "UNAVAILABLE", Map.of("Retry-After", "600")));
        Receipt receipt = courier.carry(PUSH);
        assertThat(receipt).isEqualTo(new PromptCourier.TryLater(Optional.of(Duration.ofMinutes(10)), "UNAVAILABLE"));
    }

    @Test
    void aServiceThatIsNotThereIsTriedLater() {
        service.goAway();
        assertThat(courier.carry(PUSH)).isInstanceOf(PromptCourier.TryLater.class);
    }

    @Test
    void aServiceThatNeverAnswersIsGivenUpAndTriedLater() {
        service.replies.add(PushServiceLookAlike.SILENCE);
        assertThat(courier.carry(PUSH)).isInstanceOf(PromptCourier.TryLater.class);
        assertThat(service.bodies).hasSize(1);
    }
}
