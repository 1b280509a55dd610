package io.duckboard.api;

import io.duckboard.engine.protocol.ErrorCode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** What a client sends, up to a size and within a time. */
final class Body {

    /** The longest SQL has a quarter of this, and JSON may write each of its letters as two. */
    private static final int MOST_BYTES = 1024 * 1024;

    /**
     * In all: the server itself waits twenty seconds for the next bytes, again and again, which one byte each would
     * make days of.
     */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final int CHUNK = 16 * 1024;

    private Body() {}

    /** @throws ApiException if it is too large, takes too long, or breaks off */
    static byte[] of(HttpServletRequest request) {
        return of(request, PATIENCE);
    }

    static byte[] of(HttpServletRequest request, Duration patience) {
        if (request.getContentLengthLong() > MOST_BYTES) {
            throw tooLarge();
        }
        long begin = System.nanoTime();
        var body = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        try {
            InputStream in = request.getInputStream();
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                body.write(chunk, 0, read);
                if (body.size() > MOST_BYTES) {
                    throw tooLarge();
                }
                if (System.nanoTime() - begin > patience.toNanos()) {
                    throw tooSlow();
                }
            }
            return body.toByteArray();
        } catch (SocketTimeoutException e) {
            throw tooSlow();
        } catch (IOException e) {
            throw new ApiException(
                    400, ErrorCode.INVALID_REQUEST, "The request's body cannot be read.", "Send it again.");
        }
    }

    /** @throws ApiException if it is no text in UTF-8, besides the above */
    static String text(HttpServletRequest request) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(of(request)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ApiException(
                    400, ErrorCode.INVALID_REQUEST, "The request's body is no text in UTF-8.", "Send SQL as text.");
        }
    }

    private static ApiException tooLarge() {
        return new ApiException(
                413,
                ErrorCode.INVALID_REQUEST,
                "The request's body is larger than the 1 MiB allowed.",
                "SQL may have 256 KiB.");
    }

    private static ApiException tooSlow() {
        return new ApiException(
                408, ErrorCode.INVALID_REQUEST, "The request's body took too long to arrive.", "Send it at once.");
    }
}
