package org.handrail.ingest.mosquitto;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.handrail.ingest.MqttSettings;
import org.handrail.ingest.RightsSettings;
import org.handrail.ingest.mqtt.BrokerSockets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One conversation with the plugin, from sign-in to good-bye. Commands are rare, so each call has a connection of its own and
 * none has to be kept alive. Used by one thread.
 */
final class ControlTalk implements AutoCloseable {

    private static final String COMMANDS = "$CONTROL/dynamic-security/v1";
    private static final String ANSWERS = COMMANDS + "/response";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int FIRST_REFUSING_CODE = 0x80;

    private final MqttAsyncClient client;
    private final long patienceMillis;
    private volatile @Nullable Question asked;

    /** Answers come to everybody who commands the plugin; ours are known by this word. */
    private record Question(String word, CompletableFuture<JsonNode> answers) {}

    private ControlTalk(MqttAsyncClient client, RightsSettings rights) {
        this.client = client;
        this.patienceMillis = rights.patience().toMillis();
    }

    static ControlTalk open(MqttSettings mqtt, RightsSettings rights) throws MqttException {
        var account = rights.account().orElseThrow();
        var client = new MqttAsyncClient(
                mqtt.broker().toString(), "handrail-rights-" + UUID.randomUUID(), new MemoryPersistence());
        var talk = new ControlTalk(client, rights);
        try {
            client.setCallback(talk.new Callback());
            var options = new MqttConnectionOptions();
            options.setAutomaticReconnect(false);
            options.setConnectionTimeout(Math.max(1, (int) rights.patience().toSeconds()));
            options.setUserName(account.user());
            options.setPassword(account.secret().getBytes(StandardCharsets.UTF_8));
            options.setSocketFactory(BrokerSockets.to(mqtt));
            client.connect(options).waitForCompletion(talk.patienceMillis);
            talk.mustBeAllowed(client.subscribe(ANSWERS, 1));
            return talk;
        } catch (MqttException | RuntimeException fault) {
            talk.close();
            throw fault;
        }
    }

    /**
     * Gives the commands and returns their answers, in their order.
     *
     * @throws IllegalStateException if the plugin does not answer; the commands may have been carried out
     */
    List<ControlAnswer> ask(List<Map<String, Object>> commands) throws MqttException {
        String word = UUID.randomUUID().toString();
        var question = new Question(word, new CompletableFuture<>());
        asked = question;
        var marked = commands.stream().map(command -> marked(command, word)).toList();
        byte[] payload = JSON.writeValueAsBytes(Map.of("commands", marked));
        mustBeAllowed(client.publish(COMMANDS, new MqttMessage(payload, 1, false, new MqttProperties())));
        var answers = read(awaited(question.answers()));
        if (answers.size() != commands.size()) {
            throw new IllegalStateException("Mosquitto's dynamic-security plugin answered " + answers.size() + " of "
                    + commands.size() + " commands.");
        }
        return answers;
    }

    ControlAnswer ask(Map<String, Object> command) throws MqttException {
        return ask(List.of(command)).get(0);
    }

    private static Map<String, Object> marked(Map<String, Object> command, String word) {
        var marked = new LinkedHashMap<>(command);
        marked.put("correlationData", word);
        return marked;
    }

    private static List<ControlAnswer> read(JsonNode responses) {
        var answers = new ArrayList<ControlAnswer>();
        for (var response : responses) {
            answers.add(new ControlAnswer(
                    response.path("command").asString(""),
                    Optional.ofNullable(response.get("error")).map(JsonNode::asString),
                    response.path("data")));
        }
        return answers;
    }

    private JsonNode awaited(CompletableFuture<JsonNode> answers) {
        try {
            return answers.get(patienceMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the broker was asked.", end);
        } catch (ExecutionException lost) {
            throw new IllegalStateException("The connection was lost while the broker was asked.", lost.getCause());
        } catch (TimeoutException silent) {
            throw new IllegalStateException(
                    "The broker took a command and did not answer it; is its dynamic-security plugin loaded?", silent);
        }
    }

    private void mustBeAllowed(IMqttToken token) throws MqttException {
        token.waitForCompletion(patienceMillis);
        int[] codes = token.getReasonCodes();
        if (codes != null && codes.length > 0 && codes[0] >= FIRST_REFUSING_CODE) {
            throw new IllegalStateException(
                    "The broker does not let the user of handrail.ingest.rights command its dynamic-security plugin.");
        }
    }

    @Override
    public void close() {
        try {
            if (client.isConnected()) {
                client.disconnect(0).waitForCompletion(patienceMillis);
            } else {
                client.disconnectForcibly(0, 1, false);
            }
            client.close(true);
        } catch (MqttException | RuntimeException gone) {
            // Then there is nobody to take leave of.
        }
    }

    /** Called by Paho's thread. */
    private final class Callback implements MqttCallback {

        @Override
        public void messageArrived(String topic, MqttMessage message) {
            var question = asked;
            if (question == null) {
                return;
            }
            try {
                var responses = JSON.readTree(message.getPayload()).path("responses");
                if (question.word()
                        .equals(responses.path(0).path("correlationData").asString(""))) {
                    question.answers().complete(responses);
                }
            } catch (JacksonException notJson) {
                question.answers().completeExceptionally(notJson);
            }
        }

        @Override
        public void disconnected(MqttDisconnectResponse response) {
            var question = asked;
            if (question != null) {
                question.answers().completeExceptionally(new IllegalStateException("disconnected"));
            }
        }

        @Override
        public void mqttErrorOccurred(MqttException fault) {}

        @Override
        public void deliveryComplete(IMqttToken token) {}

        @Override
        public void connectComplete(boolean reconnect, String broker) {}

        @Override
        public void authPacketArrived(int reasonCode, MqttProperties properties) {}
    }
}
