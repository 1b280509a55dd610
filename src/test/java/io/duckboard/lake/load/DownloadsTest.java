package io.duckboard.lake.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.duckboard.engine.failure.FailureException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A download is either complete or fails with an error. */
class DownloadsTest {

    private final byte[] content = new byte[300_000];
    private final List<String> ranges = new CopyOnWriteArrayList<>();
    private final AtomicInteger broken = new AtomicInteger();

    @TempDir
    Path folder;

    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        new Random(1).nextBytes(content);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/month.parquet", this::answer);
        server.createContext("/denied", exchange -> {
            exchange.sendResponseHeaders(403, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void getsAllBytesAndTellsOfThem() {
        var told = new AtomicLong();

        Path file = new Downloads(folder, (what, bytes) -> told::addAndGet).get(address("/month.parquet"));

        assertThat(file).hasBinaryContent(content);
        assertThat(told).hasValue(content.length);
    }

    @Test
    void takesUpWhatBrokeOffWhereItEnded() {
        broken.set(2);

        assertThat(get("/month.parquet")).hasBinaryContent(content);
        // The bytes that were on their way when the connection broke may or may not have arrived.
        assertThat(ranges).hasSize(3).startsWith("");
        assertThat(start(1)).isPositive().isLessThanOrEqualTo(100_000);
        assertThat(start(2)).isGreaterThan(start(1)).isLessThanOrEqualTo(start(1) + 100_000);
    }

    @Test
    void saysThatItBrokeOffWhenNothingMoreComes() {
        broken.set(Integer.MAX_VALUE);
        ranges.addAll(List.of("", "", ""));

        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() -> get("/month.parquet"))
                .withMessageContaining("broke off after 0 bytes of 300000");
    }

    @Test
    void saysThatThereIsNothing() {
        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() -> get("/nowhere"))
                .withMessageContaining("There is nothing at");
        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() -> get("/denied"))
                .withMessageContaining("(403)");
        assertThatExceptionOfType(FailureException.class)
                .isThrownBy(() -> new Downloads(folder, LoadProgress.SILENT).get("http://"))
                .withMessageContaining("is no address");
    }

    private int start(int request) {
        return Integer.parseInt(ranges.get(request).replaceAll("bytes=|-", ""));
    }

    private Path get(String path) {
        return new Downloads(folder, LoadProgress.SILENT).get(address(path));
    }

    private String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /**
     * The first {@code broken} answers break off: the first three each after another third of the file, later ones at
     * once.
     */
    private void answer(HttpExchange exchange) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        ranges.add(range == null ? "" : range);
        int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
        exchange.sendResponseHeaders(range == null ? 200 : 206, content.length - from);
        try (exchange) {
            int sent = broken.getAndDecrement() <= 0 ? content.length - from : ranges.size() > 3 ? 0 : 100_000;
            exchange.getResponseBody().write(Arrays.copyOfRange(content, from, from + sent));
            exchange.getResponseBody().flush();
        }
    }
}
