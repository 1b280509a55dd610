package io.duckboard.engine.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpHandler;
import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.local.FunctionDefinition.InProcessFunction;
import io.duckboard.engine.local.testing.TestHandlers;
import io.duckboard.engine.testing.Attack;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An engine proves that it wrote its engine.json, and nobody else can. */
@Attack("Another program listens where a dead engine's file says, and is to be sent SQL")
@Tag("process")
class EngineChallengeTest {

    @TempDir
    private Path lake;

    private LocalLambda lambda;
    private EngineFile engine;

    @BeforeEach
    void start() throws IOException {
        lambda = LocalLambda.start(LocalLambdaConfig.of(InProcessFunction.of("echo", new TestHandlers.Echo())));
        engine = EngineFile.of(lambda, new LakeLocation.Folder(lake));
    }

    @AfterEach
    void close() {
        lambda.close();
    }

    @Test
    void isMetByTheEngineThatWroteTheFile() {
        assertThat(engine.isProven()).isTrue();
    }

    @Test
    void isNotMetByAnEngineOfAnotherSecret() {
        assertThat(at(engine.endpoint(), "another secret").isProven()).isFalse();
    }

    @Test
    void isNotMetByNobody() {
        lambda.close();

        assertThat(engine.isProven()).isFalse();
    }

    @Test
    void isNotMetByWhoeverAnswersEverything() throws IOException {
        assertThat(isMetBy(exchange -> HttpEndpoint.respond(exchange, 200, bytes("0".repeat(64)))))
                .isFalse();
        assertThat(isMetBy(exchange -> HttpEndpoint.respond(exchange, 200, bytes(""))))
                .isFalse();
        assertThat(isMetBy(exchange -> HttpEndpoint.respond(exchange, 500, bytes("no"))))
                .isFalse();
    }

    /** An occasional byte would otherwise keep the caller waiting for hours. */
    @Test
    void isNotMetByWhoeverGoesOnAnswering() throws IOException {
        var sent = new AtomicInteger();

        assertThat(isMetBy(exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    while (true) {
                        exchange.getResponseBody().write('0');
                        exchange.getResponseBody().flush();
                        sent.incrementAndGet();
                        LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
                    }
                }))
                .isFalse();
        assertThat(sent).hasValueLessThan(1_000);
    }

    @Test
    void isNotMetByWhoeverPassesItOnToTheEngine() throws IOException {
        assertThat(isMetBy(exchange -> {
                    URI passedOn =
                            engine.endpoint().resolve(exchange.getRequestURI().toString());
                    try (InputStream proof = passedOn.toURL().openStream()) {
                        HttpEndpoint.respond(exchange, 200, proof.readAllBytes());
                    }
                }))
                .isFalse();
    }

    @Test
    void sendsARandomNumberAndNothingElse() throws IOException {
        var sent = new AtomicReference<>("");
        HttpHandler listener = exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            sent.set(exchange.getRequestMethod() + " " + exchange.getRequestURI() + body
                    + exchange.getRequestHeaders().entrySet());
            HttpEndpoint.respond(exchange, 200, bytes("x"));
        };

        assertThat(isMetBy(listener)).isFalse();
        String first = sent.get();
        assertThat(isMetBy(listener)).isFalse();

        assertThat(first)
                .matches("GET /duckboard/proof\\?nonce=[0-9a-f]{64}\\[.*")
                .doesNotContain(engine.accessKey(), engine.secretKey(), "Authorization");
        assertThat(sent.get().substring(0, 90)).isNotEqualTo(first.substring(0, 90));
    }

    @Test
    void isAnsweredOnlyWhenItIsANumber() throws IOException {
        assertThat(status("/duckboard/proof?nonce=" + "0".repeat(64))).isEqualTo(200);
        assertThat(status("/duckboard/proof?nonce=" + "0".repeat(63))).isEqualTo(400);
        assertThat(status("/duckboard/proof?nonce=" + "0".repeat(64) + "%0A")).isEqualTo(400);
        assertThat(status("/duckboard/proof")).isEqualTo(400);
    }

    private int status(String path) throws IOException {
        var request =
                (HttpURLConnection) engine.endpoint().resolve(path).toURL().openConnection();
        return request.getResponseCode();
    }

    private boolean isMetBy(HttpHandler squatter) throws IOException {
        try (HttpEndpoint server = HttpEndpoint.start(LocalLambdaConfig.LOOPBACK, 0, exchange -> {
            try (exchange) {
                squatter.handle(exchange);
            }
        })) {
            return at(server.uri(), engine.secretKey()).isProven();
        }
    }

    private EngineFile at(URI endpoint, String secretKey) {
        return new EngineFile(endpoint, engine.accessKey(), secretKey, engine.pid(), engine.lake());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
