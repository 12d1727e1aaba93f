package org.handrail.alerts.delivery;

import com.google.firebase.messaging.AndroidConfig;
import com.google.firebase.messaging.AndroidNotification;
import com.google.firebase.messaging.ApnsConfig;
import com.google.firebase.messaging.Aps;
import com.google.firebase.messaging.Message;
import com.google.firebase.messaging.Notification;
import java.time.Duration;
import java.time.Instant;
import org.handrail.alerts.delivery.PromptCourier.Push;

/**
 * What a push says: an opaque id and a line that fits anybody. It lives no longer than its prompt is worth acting on, and a
 * second one of the same prompt takes the place of the first.
 */
final class NeutralMessage {

    private static final String TITLE = "Handrail";
    private static final String LINE = "Someone may need you";
    private static final String APNS_AT_ONCE = "10";

    private NeutralMessage() {}

    // The successor of the token, the installation's fid, is not in the service's published schema yet.
    @SuppressWarnings("deprecation")
    static Message of(Push push, Instant now) {
        String id = push.prompt().toString();
        Duration left = Duration.between(now, push.worthUntil());
        return Message.builder()
                .setToken(push.token())
                .putData("prompt", id)
                .setNotification(
                        Notification.builder().setTitle(TITLE).setBody(LINE).build())
                .setAndroidConfig(AndroidConfig.builder()
                        .setPriority(AndroidConfig.Priority.HIGH)
                        .setTtl(left.isNegative() ? 0 : left.toMillis())
                        .setCollapseKey(id)
                        .setNotification(AndroidNotification.builder()
                                .setTag(id)
                                .setVisibility(AndroidNotification.Visibility.PRIVATE)
                                .build())
                        .build())
                .setApnsConfig(ApnsConfig.builder()
                        .putHeader("apns-priority", APNS_AT_ONCE)
                        .putHeader(
                                "apns-expiration",
                                Long.toString(push.worthUntil().getEpochSecond()))
                        .putHeader("apns-collapse-id", id)
                        .setAps(Aps.builder().setSound("default").build())
                        .build())
                .build();
    }
}
