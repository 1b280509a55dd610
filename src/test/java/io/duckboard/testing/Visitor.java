package io.duckboard.testing;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Somebody who calls an app over HTTP as a browser would, with cookies of their own, and follows no redirection. */
public final class Visitor {

    private final String app;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    public Visitor(int port) {
        this("http://localhost:" + port);
    }

    /** @param app its address, without a slash at the end */
    public Visitor(String app) {
        this.app = app;
    }

    /** @param address of this app with its leading slash, or whole */
    public HttpResponse<String> open(String address, String... headers) throws IOException, InterruptedException {
        return send(request(address).header("Accept", "text/html"), headers);
    }

    /** Sends a form from a page of the app. */
    public HttpResponse<String> post(String address, Map<String, String> form, String... headers)
            throws IOException, InterruptedException {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(
                request(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .setHeader("Origin", app)
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                headers);
    }

    /** Sends nothing by some method, from a page of the app. */
    public HttpResponse<String> send(String method, String address) throws IOException, InterruptedException {
        return send(request(address).setHeader("Origin", app).method(method, HttpRequest.BodyPublishers.noBody()));
    }

    /** Sends nothing by some method, as a program does, which says nothing of its origin. */
    public HttpResponse<String> plain(String method, String address, String... headers)
            throws IOException, InterruptedException {
        return send(request(address).method(method, HttpRequest.BodyPublishers.noBody()), headers);
    }

    public HttpResponse<String> signIn(String name, String password) throws IOException, InterruptedException {
        return post("/sign-in", Map.of("name", name, "password", password));
    }

    /** Returns the session's cookie; empty if there is none. */
    public String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("JSESSIONID"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    /** Returns where the answer sends a browser, without the app's own address; empty if nowhere. */
    public String next(HttpResponse<String> answer) {
        String address = answer.headers().firstValue("Location").orElse("");
        return address.startsWith(app) ? address.substring(app.length()) : address;
    }

    private HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(address.startsWith("/") ? app + address : address));
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String... headers)
            throws IOException, InterruptedException {
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
