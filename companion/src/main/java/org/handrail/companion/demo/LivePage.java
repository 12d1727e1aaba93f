package org.handrail.companion.demo;

import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Scanner;
import java.util.regex.Pattern;

/**
 * A mentor's page as a browser holds it open: signed in, listening to the page's live channel, and looking at the list again
 * whenever that tells of a change. Tells a demo without a person at the screen that a prompt has truly arrived there.
 */
public final class LivePage implements AutoCloseable {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final String A_PROMPT = "class=\"card urgent\"";

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String pages;
    private final InputStream live;
    private final Thread listening;
    private volatile boolean promptSeen;

    private LivePage(String pages, String name, String password) throws IOException, InterruptedException {
        this.pages = pages;
        signIn(name, password);
        this.live = http.send(get("/mentor/live"), BodyHandlers.ofInputStream()).body();
        this.listening = new Thread(this::listen, "live-page");
        listening.setDaemon(true);
    }

    /** @throws IOException where the sign-in does not lead to the mentor's page */
    public static LivePage open(String pages, String name, String password) throws IOException, InterruptedException {
        var page = new LivePage(pages, name, password);
        page.listening.start();
        return page;
    }

    public boolean showsPrompt() {
        return promptSeen;
    }

    private void signIn(String name, String password) throws IOException, InterruptedException {
        var form = http.send(get("/sign-in"), BodyHandlers.ofString()).body();
        var csrf = CSRF.matcher(form);
        if (!csrf.find()) {
            throw new IOException("The sign-in page has no form.");
        }
        String fields =
                "username=" + encoded(name) + "&password=" + encoded(password) + "&_csrf=" + encoded(csrf.group(1));
        var post = HttpRequest.newBuilder(URI.create(pages + "/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields))
                .build();
        http.send(post, BodyHandlers.discarding());
        if (http.send(get("/mentor"), BodyHandlers.discarding()).statusCode() != 200) {
            throw new IOException("The sign-in did not lead to the mentor's page.");
        }
    }

    private void listen() {
        look();
        try (var lines = new Scanner(live, StandardCharsets.UTF_8)) {
            while (!promptSeen && lines.hasNextLine()) {
                if (lines.nextLine().startsWith("data:")) {
                    look();
                }
            }
        }
    }

    private void look() {
        try {
            promptSeen =
                    http.send(get("/mentor"), BodyHandlers.ofString()).body().contains(A_PROMPT);
        } catch (IOException e) {
            // The next event looks again.
            promptSeen = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest get(String path) {
        return HttpRequest.newBuilder(URI.create(pages + path)).build();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        listening.interrupt();
        live.close();
    }
}
