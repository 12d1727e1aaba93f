package org.handrail.companion.embedded;

import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttSubscribeMessage;
import io.netty.handler.codec.mqtt.MqttUnsubscribeMessage;
import org.apache.activemq.artemis.core.protocol.mqtt.MQTTInterceptor;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;

/**
 * Keeps devices away from shared subscriptions, before the broker looks at the packet.
 *
 * <p>The queue behind {@code $share/name/filter} is called {@code name.filter}, and so is the queue of a client called {@code name}.
 * Artemis 2.55 finds that queue first, then refuses the device its place there, and then <em>deletes the queue</em> with all
 * messages in it. So a refusal by {@link BrokerGuard} alone would let any device empty the inbox of the house.
 *
 * <p>The connection is closed without a reason. A client that subscribes before it has its CONNACK is not known yet and counts as a
 * device; our own clients wait for it.
 */
final class SharedQueueGuard implements MQTTInterceptor {

    @Override
    public boolean intercept(MqttMessage packet, RemotingConnection connection) {
        return !asksForSharedQueue(packet)
                || BrokerGuard.guest(connection)
                        .filter(BrokerGuest.House.class::isInstance)
                        .isPresent();
    }

    private static boolean asksForSharedQueue(MqttMessage packet) {
        if (packet instanceof MqttSubscribeMessage subscribe) {
            return subscribe.payload().topicSubscriptions().stream()
                    .anyMatch(subscription -> isUnusual(subscription.topicFilter()));
        }
        return packet instanceof MqttUnsubscribeMessage unsubscribe
                && unsubscribe.payload().topics().stream().anyMatch(SharedQueueGuard::isUnusual);
    }

    /** Two colons are how Artemis lets a client name a queue directly. */
    private static boolean isUnusual(String filter) {
        return filter.startsWith("$") || filter.contains("::");
    }
}
