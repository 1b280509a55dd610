package io.duckboard.testing;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that takes traces by OTLP over HTTP, as protobuf. */
public final class OtlpCollector implements AutoCloseable {

    private final HttpServer server;
    private final List<ReceivedSpan> spans = new CopyOnWriteArrayList<>();

    private OtlpCollector(HttpServer server) {
        this.server = server;
    }

    public static OtlpCollector start() throws IOException {
        return start(0);
    }

    /** @param port 0 for a free one */
    public static OtlpCollector start(int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        var collector = new OtlpCollector(server);
        server.createContext("/v1/traces", exchange -> {
            try (exchange) {
                collector.receive(exchange.getRequestBody().readAllBytes());
                exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
                exchange.sendResponseHeaders(200, -1);
            }
        });
        server.start();
        return collector;
    }

    /** Returns the address that OTEL_EXPORTER_OTLP_ENDPOINT names. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Returns all spans so far, in the order of their arrival. */
    public List<ReceivedSpan> spans() {
        return spans;
    }

    /**
     * A span as it was received.
     *
     * @param parent empty for the first of a trace
     * @param attributes texts and whole numbers, as texts
     */
    public record ReceivedSpan(
            String trace,
            String id,
            String parent,
            String name,
            long beginNanos,
            long endNanos,
            boolean failed,
            Map<String, String> attributes) {}

    /** The numbers are those of the fields in opentelemetry/proto/trace/v1/trace.proto. */
    private void receive(byte[] request) {
        for (byte[] resource : new Message(request).messages(1)) {
            for (byte[] scope : new Message(resource).messages(2)) {
                new Message(scope).messages(2).forEach(span -> spans.add(span(new Message(span))));
            }
        }
    }

    private static ReceivedSpan span(Message span) {
        Map<String, String> attributes = new HashMap<>();
        for (byte[] attribute : span.messages(9)) {
            var pair = new Message(attribute);
            var value = new Message(pair.messages(2).getFirst());
            attributes.put(pair.text(1), value.messages(1).isEmpty() ? String.valueOf(value.number(3)) : value.text(1));
        }
        return new ReceivedSpan(
                span.hex(1),
                span.hex(2),
                span.hex(4),
                span.text(5),
                span.number(7),
                span.number(8),
                span.messages(15).stream().anyMatch(status -> new Message(status).number(3) == 2),
                attributes);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** A message of <a href="https://protobuf.dev/programming-guides/encoding/">protobuf</a>, by the fields' numbers. */
    private static final class Message {

        private static final int VARINT = 0;
        private static final int FIXED_64 = 1;
        private static final int BYTES = 2;
        private static final int FIXED_32 = 5;

        private final Map<Integer, List<byte[]>> messages = new HashMap<>();
        private final Map<Integer, Long> numbers = new HashMap<>();

        private Message(byte[] encoded) {
            ByteBuffer in = ByteBuffer.wrap(encoded).order(ByteOrder.LITTLE_ENDIAN);
            while (in.hasRemaining()) {
                int tag = (int) varint(in);
                int field = tag >>> 3;
                switch (tag & 7) {
                    case VARINT -> numbers.put(field, varint(in));
                    case FIXED_64 -> numbers.put(field, in.getLong());
                    case FIXED_32 -> numbers.put(field, (long) in.getInt());
                    case BYTES -> {
                        byte[] bytes = new byte[(int) varint(in)];
                        in.get(bytes);
                        messages.computeIfAbsent(field, _ -> new ArrayList<>()).add(bytes);
                    }
                    default -> throw new IllegalArgumentException("No protobuf: wire type " + (tag & 7));
                }
            }
        }

        private List<byte[]> messages(int field) {
            return messages.getOrDefault(field, List.of());
        }

        private String text(int field) {
            return new String(messages(field).getFirst(), StandardCharsets.UTF_8);
        }

        private String hex(int field) {
            return messages(field).stream()
                    .findFirst()
                    .map(HexFormat.of()::formatHex)
                    .orElse("");
        }

        private long number(int field) {
            return numbers.getOrDefault(field, 0L);
        }

        private static long varint(ByteBuffer in) {
            long value = 0;
            for (int shift = 0; ; shift += 7) {
                byte next = in.get();
                value |= (long) (next & 0x7f) << shift;
                if (next >= 0) {
                    return value;
                }
            }
        }
    }
}
