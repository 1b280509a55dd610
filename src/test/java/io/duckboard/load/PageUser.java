package io.duckboard.load;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/** Somebody who has signed in, as the server sees their browser: one cookie, and requests from the app's own pages. */
final class PageUser {

    private final HttpClient client;
    private final String app;
    private String cookie = "";

    /** @param app the app's address without a slash at the end */
    PageUser(HttpClient client, String app) {
        this.client = client;
        this.app = app;
    }

    /** @throws IOException if the name or the password is wrong */
    void signIn(String name, String password) throws IOException, InterruptedException {
        String form = "name=" + URLEncoder.encode(name, StandardCharsets.UTF_8) + "&password="
                + URLEncoder.encode(password, StandardCharsets.UTF_8);
        HttpResponse<String> answer = send(request("/sign-in")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        String next = answer.headers().firstValue("Location").orElse("");
        if (answer.statusCode() != 302 || next.contains("why=")) {
            throw new IOException(name + " cannot sign in: " + answer.statusCode() + " " + next);
        }
    }

    /** @throws IOException if the answer is anything but a page or a message */
    String get(String path) throws IOException, InterruptedException {
        return whole(send(request(path).header("Accept", "text/html")));
    }

    /** @throws IOException if the answer is anything but a page or a message */
    String post(String path, String json) throws IOException, InterruptedException {
        return whole(send(request(path)
                .header("Content-Type", "application/json; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(json))));
    }

    CompletableFuture<java.net.http.WebSocket> socket(String path, PushMessages messages) {
        return client.newWebSocketBuilder()
                .header("Cookie", cookie)
                .header("Origin", app)
                .buildAsync(URI.create(app.replaceFirst("^http", "ws") + path), messages);
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(app + path)).header("Origin", app);
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        for (String set : answer.headers().allValues("Set-Cookie")) {
            if (set.startsWith("JSESSIONID=")) {
                cookie = set.substring(0, set.indexOf(';'));
            }
        }
        return answer;
    }

    private static String whole(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() != 200) {
            throw new IOException(answer.request().uri() + " answered " + answer.statusCode());
        }
        return answer.body();
    }
}
