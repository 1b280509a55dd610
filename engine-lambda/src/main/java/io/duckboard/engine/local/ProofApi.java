package io.duckboard.engine.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Proves to any caller that this is the engine that wrote engine.json. */
final class ProofApi implements HttpHandler {

    private static final Pattern QUERY = Pattern.compile("nonce=(?<nonce>[0-9a-f]{64})");

    private final ServedHosts hosts;
    private final Credential credential;
    private final URI endpoint;

    ProofApi(String boundHost, Credential credential, URI endpoint) throws UnknownHostException {
        this.hosts = new ServedHosts(boundHost);
        this.credential = credential;
        this.endpoint = endpoint;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String query = exchange.getRequestURI().getRawQuery();
            Matcher asked = QUERY.matcher(query == null ? "" : query);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            if (!hosts.serve(exchange.getRequestHeaders().getFirst("Host"))) {
                respond(exchange, 403, "This host name is not served here.");
            } else if (!exchange.getRequestMethod().equals("GET") || !asked.matches()) {
                respond(exchange, 400, "Expected: GET " + EngineProof.PATH + "?nonce=64 hex digits.");
            } else {
                byte[] proof = EngineProof.of(credential.secretKey(), endpoint, asked.group("nonce"));
                respond(exchange, 200, HexFormat.of().formatHex(proof));
            }
        }
    }

    private static void respond(HttpExchange exchange, int status, String text) throws IOException {
        HttpEndpoint.respond(exchange, status, text.getBytes(StandardCharsets.UTF_8));
    }
}
