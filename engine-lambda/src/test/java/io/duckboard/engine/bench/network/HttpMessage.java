package io.duckboard.engine.bench.network;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * The head of an HTTP request or answer, with its empty line.
 *
 * @param head each byte is one character
 */
record HttpMessage(String head) {

    /** Receives the pieces of a body, each at most this large. */
    private static final int PIECE = 64 * 1024;

    /** @return empty if the connection ended before a head began */
    static Optional<HttpMessage> read(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream(1024);
        int matched = 0;
        while (matched < 4) {
            int next = in.read();
            if (next < 0) {
                return Optional.empty();
            }
            head.write(next);
            matched = next == "\r\n\r\n".charAt(matched) ? matched + 1 : next == '\r' ? 1 : 0;
        }
        return Optional.of(new HttpMessage(head.toString(StandardCharsets.ISO_8859_1)));
    }

    /** The first line without its version, {@code GET /bucket/key?query}. */
    String request() {
        return head.substring(0, head.indexOf(" HTTP/"));
    }

    int status() {
        return Integer.parseInt(head.substring(9, 12));
    }

    Optional<String> header(String name) {
        String start = "\r\n" + name.toLowerCase(Locale.ROOT) + ":";
        int at = head.toLowerCase(Locale.ROOT).indexOf(start);
        return at < 0
                ? Optional.empty()
                : Optional.of(head.substring(at + start.length(), head.indexOf("\r\n", at + 2))
                        .strip());
    }

    boolean isLast() {
        return header("Connection").filter("close"::equalsIgnoreCase).isPresent();
    }

    /** An answer to a HEAD, and one of these kinds, has no body whatever its head says. */
    boolean hasBody(HttpMessage request) {
        return !request.head.startsWith("HEAD ") && status() >= 200 && status() != 204 && status() != 304;
    }

    void writeHead(OutputStream out) throws IOException {
        out.write(head.getBytes(StandardCharsets.ISO_8859_1));
    }

    /**
     * Copies the body as it comes, chunks and all.
     *
     * @return its bytes
     */
    long copyBody(InputStream in, OutputStream out) throws IOException {
        if (header("Transfer-Encoding").isEmpty()) {
            return copy(in, out, Long.parseLong(header("Content-Length").orElse("0")));
        }
        long bytes = 0;
        while (true) {
            String size = line(in, out);
            long chunk = Long.parseLong(size.split(";", 2)[0].strip(), 16);
            bytes += copy(in, out, chunk);
            String end = line(in, out);
            while (chunk == 0 && !end.isEmpty()) {
                end = line(in, out);
            }
            if (chunk == 0) {
                return bytes;
            }
        }
    }

    private static long copy(InputStream in, OutputStream out, long length) throws IOException {
        byte[] piece = new byte[PIECE];
        for (long left = length; left > 0; ) {
            int read = in.read(piece, 0, (int) Math.min(piece.length, left));
            if (read < 0) {
                throw new EOFException("A body ended early");
            }
            out.write(piece, 0, read);
            left -= read;
        }
        return length;
    }

    private static String line(InputStream in, OutputStream out) throws IOException {
        var line = new ByteArrayOutputStream();
        int next = in.read();
        for (; next >= 0 && next != '\n'; next = in.read()) {
            line.write(next);
        }
        line.write('\n');
        line.writeTo(out);
        return line.toString(StandardCharsets.ISO_8859_1).strip();
    }
}
