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
 * Asks whoever listens where engine.json says for the proof that it wrote that file. It is sent a random number and nothing
 * else. By a bare socket: each command asks, and Java's HTTP clients cost its start more than the question does.
 */
final class EngineChallenge {

    /** Loopback accepts at once, or nobody is there. */
    private static final Duration CONNECT = Duration.ofMillis(500);

    /** An engine may be busy; what never answers is none. */
    private static final Duration ANSWER = Duration.ofSeconds(5);

    /** Of an answer with its headers, in bytes. */
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

    /** To its end, or as much of it as came in time: who sends a byte now and then holds nobody up. */
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

    /** Only the proof itself matters, whatever stands before it. */
    private static String lastLine(String answer) {
        return answer.substring(answer.lastIndexOf('\n') + 1);
    }
}
