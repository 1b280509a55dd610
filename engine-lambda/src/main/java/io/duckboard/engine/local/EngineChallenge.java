package io.duckboard.engine.local;

import io.duckboard.engine.lake.HmacSha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Asks the process that listens at the address in engine.json to prove that it wrote that file. It sends only a random
 * number. It uses a bare socket because every command asks, and Java's HTTP clients would take longer to start than
 * the question itself takes.
 */
final class EngineChallenge {

    /** Loopback accepts at once, or nobody is there. */
    private static final Duration CONNECT = Duration.ofMillis(500);

    /** An engine may be busy; if it never answers, it is not an engine. */
    private static final Duration ANSWER = Duration.ofSeconds(5);

    /** The maximum size of an answer with its headers, in bytes. */
    private static final int LONGEST = 4_096;

    private EngineChallenge() {}

    static boolean isMetBy(EngineFile engine) {
        String nonce = Credential.randomHex(EngineProof.NONCE_BYTES);
        try {
            return HmacSha256.isHexOf(
                    EngineProof.of(engine.secretKey(), engine.endpoint(), nonce),
                    lastLine(answer(engine.endpoint(), nonce)));
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Reads to the end, or as much as arrives in time, so that a sender of occasional bytes does not block the caller.
     */
    private static byte[] read(Socket socket, long end) throws IOException {
        var answer = new ByteArrayOutputStream();
        byte[] buffer = new byte[LONGEST];
        while (answer.size() < LONGEST) {
            int left = Math.toIntExact(TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()));
            if (left <= 0) {
                break;
            }
            socket.setSoTimeout(left);
            int bytes = socket.getInputStream().read(buffer, 0, LONGEST - answer.size());
            if (bytes < 0) {
                break;
            }
            answer.write(buffer, 0, bytes);
        }
        return answer.toByteArray();
    }

    private static String answer(URI endpoint, String nonce) throws IOException {
        String question = "GET " + EngineProof.PATH + "?nonce=" + nonce + " HTTP/1.1\r\nHost: "
                + endpoint.getAuthority() + "\r\nConnection: close\r\n\r\n";
        try (var socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(endpoint.getHost(), endpoint.getPort()), Math.toIntExact(CONNECT.toMillis()));
            socket.getOutputStream().write(question.getBytes(StandardCharsets.US_ASCII));
            return new String(read(socket, System.nanoTime() + ANSWER.toNanos()), StandardCharsets.US_ASCII);
        }
    }

    /** Only the proof itself matters, not the text before it. */
    private static String lastLine(String answer) {
        return answer.substring(answer.lastIndexOf('\n') + 1);
    }
}
