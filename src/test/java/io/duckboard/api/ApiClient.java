package io.duckboard.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;

/** A program that asks with a token. */
record ApiClient(int port, String token) {

    HttpResponse<String> query(String json, String... headers) throws IOException, InterruptedException {
        return post(
                "/api/query",
                json,
                Stream.concat(Stream.of("Content-Type", "application/json"), Stream.of(headers))
                        .toArray(String[]::new));
    }

    HttpResponse<String> post(String address, String body, String... headers) throws IOException, InterruptedException {
        return send(request(address, headers).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> get(String address, String... headers) throws IOException, InterruptedException {
        return send(request(address, headers).GET());
    }

    HttpResponse<String> send(String method, String address) throws IOException, InterruptedException {
        return send(request(address).method(method, HttpRequest.BodyPublishers.noBody()));
    }

    HttpRequest.Builder request(String address, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + address))
                .header("Authorization", "Bearer " + token);
        List<String> all = List.of(headers);
        for (int i = 0; i < all.size(); i += 2) {
            request.setHeader(all.get(i), all.get(i + 1));
        }
        return request;
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
