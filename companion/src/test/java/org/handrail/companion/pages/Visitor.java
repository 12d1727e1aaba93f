package org.handrail.companion.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.handrail.companion.people.Person;

/** Somebody who asks for pages over plain HTTP, with cookies of their own, and does not follow where they are sent. */
final class Visitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String house;

    Visitor(String house) {
        this.house = house;
    }

    static Visitor signedIn(String house, Person person) {
        var visitor = new Visitor(house);
        visitor.post("/sign-in", signInFields(person), "/sign-in");
        return visitor;
    }

    static String signInFields(Person person) {
        return "username=" + person.signInName() + "&password="
                + URLEncoder.encode(Neighbours.PASSWORD, StandardCharsets.UTF_8);
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(house + path))
                .header("Accept", "text/html")
                .build());
    }

    /** @param form the page whose form it is */
    HttpResponse<String> post(String path, String fields, String form) {
        return postWithoutToken(path, fields + "&_csrf=" + URLEncoder.encode(tokenOn(form), StandardCharsets.UTF_8));
    }

    HttpResponse<String> postWithoutToken(String path, String fields) {
        return send(HttpRequest.newBuilder(URI.create(house + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .POST(BodyPublishers.ofString(fields))
                .build());
    }

    /** A stream, as soon as it is open. */
    InputStream listen(String path) {
        try {
            return http.send(HttpRequest.newBuilder(URI.create(house + path)).build(), BodyHandlers.ofInputStream())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A page without its tokens, which are masked anew each time. */
    static String apartFromTokens(HttpResponse<String> page) {
        return page.body().replaceAll("(value|content)=\"[A-Za-z0-9_-]{90,}\"", "");
    }

    private String tokenOn(String form) {
        var token = TOKEN.matcher(get(form).body());
        if (!token.find()) {
            throw new IllegalStateException("There is no form on " + form);
        }
        return token.group(1);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
