package io.duckboard.database.socket;

import io.duckboard.engine.failure.FailureException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the process that has a home's database open. */
public final class HomeCall {

    private static final Logger LOG = LoggerFactory.getLogger(HomeCall.class);

    /** Longer than the longest query. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final SocketFile file;

    private HomeCall(SocketFile file) {
        this.file = file;
    }

    /** Returns a way to ask; empty if no process answers in that home. */
    public static Optional<HomeCall> to(Path home) {
        var file = new SocketFile(home);
        if (file.isTooLong()) {
            return Optional.empty();
        }
        try (SocketChannel _ = SocketChannel.open(file.address())) {
            return Optional.of(new HomeCall(file));
        } catch (IOException | UnsupportedOperationException e) {
            LOG.debug("nobody answers at {}", file.path(), e);
            return Optional.empty();
        }
    }

    /**
     * Asks a question and waits for the answer.
     *
     * @throws FailureException with what the other process says, or if it does not answer
     */
    public Map<String, Object> ask(String question, Map<String, ?> members) {
        Map<String, Object> reply = reply(Map.of("ask", question, "with", members));
        if (reply.get("failure") instanceof Map<?, ?> failure) {
            throw new FailureException(String.valueOf(failure.get("message")), String.valueOf(failure.get("hint")));
        }
        if (!(reply.get("answer") instanceof Map<?, ?> answer)) {
            throw new FailureException(
                    "The Duckboard that runs here answers in another way.", "Restart it, so that both are the same.");
        }
        @SuppressWarnings("unchecked") // A member of a JSON object has a name.
        var said = (Map<String, Object>) answer;
        return said;
    }

    private Map<String, Object> reply(Map<String, ?> question) {
        try (SocketChannel channel = SocketChannel.open(file.address())) {
            var done = new CompletableFuture<Void>();
            var _ = done.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).exceptionally(_ -> {
                close(channel);
                return null;
            });
            try {
                Line.write(Channels.newOutputStream(channel), question);
                return Line.read(new BufferedInputStream(Channels.newInputStream(channel)));
            } finally {
                done.complete(null);
            }
        } catch (IOException e) {
            throw new FailureException(
                    "The Duckboard that has this home open does not answer (" + file.home() + ").",
                    "Try again, or restart it.",
                    e);
        }
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
