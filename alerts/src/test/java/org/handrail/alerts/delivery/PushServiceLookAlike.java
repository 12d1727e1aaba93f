package org.handrail.alerts.delivery;

import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.firebase.FirebaseApp;
import com.google.firebase.FirebaseOptions;
import com.google.firebase.internal.ApacheHttp2Transport;
import com.google.firebase.messaging.FirebaseMessaging;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Date;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.core5.http.HttpHost;
import org.handrail.alerts.AlertsSettings;

/** A push service on loopback that the real SDK believes to be the real one. It refuses what the schema does not know. */
final class PushServiceLookAlike implements AutoCloseable {

    static final String PROJECT = "a-programme";

    /** Said by a service that takes a request and then never answers. */
    static final Reply SILENCE = new Reply(0, "", Map.of());

    private static final AlertsSettings.Firebase PATIENCE = new AlertsSettings.Firebase(
            "", Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofMinutes(2));

    final List<String> bodies = new CopyOnWriteArrayList<>();
    final Deque<Reply> replies = new ArrayDeque<>();
    private final HttpServer server;
    private final FirebaseApp app;

    record Reply(int status, String body, Map<String, String> headers) {

        static Reply error(int status, String canonical, String code) {
            return error(status, canonical, code, Map.of());
        }

        static Reply error(int status, String canonical, String code, Map<String, String> headers) {
            String body = """
                    {"error": {"code": %d, "status": "%s", "message": "no", "details": [
                      {"@type": "type.googleapis.com/google.firebase.fcm.v1.FcmError", "errorCode": "%s"}]}}
                    """.formatted(status, canonical, code);
            return new Reply(status, body, headers);
        }
    }

    PushServiceLookAlike() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        var loopback = new HttpHost(
                "http", InetAddress.getLoopbackAddress(), server.getAddress().getPort());
        CloseableHttpAsyncClient client = ApacheHttp2Transport.defaultHttpAsyncClientBuilder()
                .setRoutePlanner((host, context) -> new HttpRoute(loopback))
                .build();
        client.start();
        app = FirebaseApp.initializeApp(
                FirebaseConfiguration.timed(
                                FirebaseOptions.builder()
                                        .setProjectId(PROJECT)
                                        .setCredentials(new Credentials())
                                        .setHttpTransport(new ApacheHttp2Transport(client)),
                                PATIENCE)
                        .build(),
                UUID.randomUUID().toString());
    }

    FirebaseMessaging messaging() {
        return FirebaseMessaging.getInstance(app);
    }

    void goAway() {
        server.stop(0);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Reply reply;
        if (!exchange.getRequestURI().getPath().equals("/v1/projects/" + PROJECT + "/messages:send")
                || !"Bearer a-token".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            reply = Reply.error(404, "NOT_FOUND", "NOT_FOUND");
        } else {
            bodies.add(body);
            Reply scripted = replies.poll();
            reply = scripted == null ? new Reply(200, "{\"name\": \"projects/x/messages/1\"}", Map.of()) : scripted;
        }
        if (reply == SILENCE) {
            return;
        }
        byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        reply.headers().forEach(exchange.getResponseHeaders()::add);
        exchange.sendResponseHeaders(reply.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        app.delete();
        server.stop(0);
    }

    /** The SDK throws on a fixed token once the service says 401, so this one can be had anew. */
    private static final class Credentials extends GoogleCredentials {

        @Override
        public AccessToken refreshAccessToken() {
            return new AccessToken("a-token", Date.from(Instant.now().plusSeconds(3600)));
        }
    }
}
