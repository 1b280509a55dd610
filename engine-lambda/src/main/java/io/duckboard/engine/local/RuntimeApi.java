package io.duckboard.engine.local;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lambda's Runtime API for worker processes: <a
 * href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">next, response, error, init error</a>.
 *
 * <p>Each worker has a secret path prefix, so no other process on the machine can take or answer its invocations.
 */
final class RuntimeApi implements AutoCloseable {

    private static final Pattern PATH = Pattern.compile(
            "/(?<token>[0-9a-f]+)/2018-06-01/runtime/(?:(?<next>invocation/next)|(?<init>init/error)|invocation/(?<id>[^/]+)/(?<result>response|error))");
    private static final byte[] ACCEPTED = "{\"status\":\"OK\"}".getBytes(StandardCharsets.UTF_8);

    private final Map<String, RuntimeSession> sessions = new ConcurrentHashMap<>();
    private final HttpEndpoint endpoint;

    private RuntimeApi() throws IOException {
        endpoint = HttpEndpoint.start(LocalLambdaConfig.LOOPBACK, 0, this::handle);
    }

    static RuntimeApi start() throws IOException {
        return new RuntimeApi();
    }

    /** @return the token that identifies the worker */
    String open(RuntimeSession session) {
        String token = Credential.randomHex(16);
        sessions.put(token, session);
        return token;
    }

    void forget(String token) {
        sessions.remove(token);
    }

    /** The value of AWS_LAMBDA_RUNTIME_API for the worker with that token. */
    String address(String token) {
        return LocalLambdaConfig.LOOPBACK + ":" + endpoint.port() + "/" + token;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Matcher path = PATH.matcher(exchange.getRequestURI().getPath());
            RuntimeSession session = path.matches() ? sessions.get(path.group("token")) : null;
            if (session == null) {
                refuse(exchange, 404, "NotFound");
            } else if (path.group("next") != null) {
                next(exchange, session);
            } else if (path.group("init") != null) {
                session.end(new Outcome.InitFailed(
                        new Payload(exchange.getRequestBody().readNBytes(Payload.MAX_ANSWER))));
                accept(exchange);
            } else {
                result(exchange, session, path.group("id"), path.group("result"));
            }
        }
    }

    private static void next(HttpExchange exchange, RuntimeSession session) throws IOException {
        Optional<Invocation> next;
        try {
            next = session.next();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        if (next.isEmpty()) {
            return;
        }
        Invocation invocation = next.get();
        InvokeRequest request = invocation.request();
        Instant deadline = invocation.take();
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "application/json");
        headers.set("Lambda-Runtime-Aws-Request-Id", request.id());
        headers.set("Lambda-Runtime-Deadline-Ms", Long.toString(deadline.toEpochMilli()));
        headers.set("Lambda-Runtime-Invoked-Function-Arn", request.arn());
        HttpEndpoint.respond(exchange, 200, request.payload().bytes());
    }

    private static void result(HttpExchange exchange, RuntimeSession session, String id, String kind)
            throws IOException {
        InputStream body = exchange.getRequestBody();
        Payload payload = new Payload(body.readNBytes(Payload.MAX_ANSWER + 1));
        boolean tooLarge = payload.bytes().length > Payload.MAX_ANSWER;
        body.transferTo(OutputStream.nullOutputStream());
        Outcome outcome = tooLarge
                ? new Outcome.AnswerTooLarge()
                : kind.equals("error") ? new Outcome.Errored(payload) : new Outcome.Answered(payload);
        boolean isLast = exchange.getRequestHeaders().containsKey(RuntimeClient.ENDS);
        if (!(isLast ? session.completeLast(id, outcome) : session.complete(id, outcome))) {
            refuse(exchange, 400, "InvalidRequestID");
        } else if (tooLarge) {
            refuse(exchange, 413, "RequestEntityTooLarge");
        } else {
            accept(exchange);
        }
    }

    private static void accept(HttpExchange exchange) throws IOException {
        HttpEndpoint.respond(exchange, 202, ACCEPTED);
    }

    private static void refuse(HttpExchange exchange, int status, String type) throws IOException {
        String body = "{\"errorType\":\"" + type + "\",\"errorMessage\":\"" + type + "\"}";
        HttpEndpoint.respond(exchange, status, body.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        endpoint.close();
    }
}
