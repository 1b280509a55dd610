package io.duckboard.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.duckboard.testing.OtlpCollector;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A server of traces that is away, answers nonsense or does not answer is told once, and keeps nobody waiting. */
@Tag("process")
@ExtendWith(OutputCaptureExtension.class)
class ToldExporterTest {

    private static final String AWAY = "Traces do not arrive";

    @Test
    void saysOnceThatTracesDoNotArriveAndOnceThatTheyDoAgain(CapturedOutput log) throws IOException {
        int port;
        try (OtlpCollector collector = OtlpCollector.start()) {
            port = collector.endpoint().getPort();
        }
        try (Traces traces = sending(URI.create("http://127.0.0.1:" + port))) {
            traces.begin("first").close();
            await().untilAsserted(() -> assertThat(log).containsOnlyOnce(AWAY));
            traces.begin("second").close();

            try (OtlpCollector collector = OtlpCollector.start(port)) {
                await().untilAsserted(() -> {
                    traces.begin("third").close();
                    assertThat(collector.spans()).isNotEmpty();
                });
                await().untilAsserted(() -> assertThat(log).containsOnlyOnce("Traces arrive again."));
            }
            assertThat(log).containsOnlyOnce(AWAY).doesNotContain("\tat ");
        }
    }

    @ParameterizedTest
    @CsvSource({"500, no", "404, <html>", "200, this is no protobuf"})
    void goesOnWhateverTheServerAnswers(int status, String body, CapturedOutput log) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                byte[] answer = body.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, answer.length);
                exchange.getResponseBody().write(answer);
            }
        });
        server.start();
        try (Traces traces =
                sending(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))) {
            traces.begin("first").close();
        } finally {
            server.stop(0);
        }

        assertThat(log.getAll().contains(AWAY)).isEqualTo(status != 200);
        assertThat(log).doesNotContain("\tat ");
    }

    @Test
    void keepsNobodyWaitingForAServerThatDoesNotAnswer() throws IOException {
        var end = new CountDownLatch(1);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
        try (Traces traces =
                sending(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))) {
            for (int part = 0; part < 10_000; part++) {
                traces.begin("part " + part).close();
            }
            end.countDown();
        } finally {
            server.stop(0);
        }
    }

    private static Traces sending(URI endpoint) {
        return Traces.sending(
                Map.of(
                        "otel.exporter.otlp.endpoint", endpoint.toString(),
                        "otel.bsp.schedule.delay", "50",
                        "otel.java.exporter.otlp.retry.disabled", "true"),
                false);
    }
}
