package io.duckboard.database.socket;

import io.duckboard.database.HomeDatabase;
import io.duckboard.engine.failure.Failure;
import io.duckboard.engine.failure.FailureException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Answers other processes of the same account, for as long as this one has the home's database open. A connection is
 * one question and one answer, each a line of JSON: {@code {"ask": "token.list", "with": {}}}, then {@code {"answer":
 * {}}} or {@code {"failure": {"message", "hint"}}}.
 */
@Component
public final class HomeSocket implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(HomeSocket.class);

    /** As long as a question may take to arrive, and its answer to be taken, but for what answering takes. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** More at once wait at the socket. */
    private static final int MOST_AT_ONCE = 16;

    private final SocketFile file;
    private final List<HomeAnswers> answers;
    private final Semaphore room = new Semaphore(MOST_AT_ONCE);
    private Optional<ServerSocketChannel> server = Optional.empty();

    /** @param answers to all questions; no two have the same name */
    public HomeSocket(HomeDatabase database, List<HomeAnswers> answers) {
        this.file = new SocketFile(database.home());
        this.answers = List.copyOf(answers);
    }

    /** An app that cannot be asked by commands is still an app. */
    @Override
    public synchronized void start() {
        if (file.isTooLong()) {
            LOG.warn("the home's path is too long for a socket, so no command can ask this app: {}", file.home());
            return;
        }
        try {
            ServerSocketChannel opened = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            file.bind(opened);
            server = Optional.of(opened);
            Thread.ofVirtual().name("home-socket").start(() -> accept(opened));
        } catch (IOException | UnsupportedOperationException e) {
            LOG.warn("no command can ask this app, since it has no socket: {}", e.toString());
        }
    }

    @Override
    public synchronized void stop() {
        server.ifPresent(this::close);
        server = Optional.empty();
    }

    @Override
    public synchronized boolean isRunning() {
        return server.isPresent();
    }

    private void close(ServerSocketChannel opened) {
        try {
            opened.close();
            file.remove();
        } catch (IOException e) {
            LOG.debug("the socket of before stays behind", e);
        }
    }

    private void accept(ServerSocketChannel opened) {
        try {
            while (opened.isOpen()) {
                room.acquireUninterruptibly();
                SocketChannel caller = opened.accept();
                Thread.ofVirtual().name("home-question").start(() -> converse(caller));
            }
        } catch (IOException e) {
            LOG.debug("the socket has closed", e);
        }
    }

    private void converse(SocketChannel caller) {
        try (caller;
                InputStream in = new BufferedInputStream(Channels.newInputStream(caller));
                OutputStream out = Channels.newOutputStream(caller)) {
            Map<String, Object> question = within(caller, () -> Line.read(in));
            Map<String, ?> answer = answer(question);
            within(caller, () -> {
                Line.write(out, answer);
                return true;
            });
        } catch (IOException e) {
            LOG.debug("a question at the socket broke off", e);
        } finally {
            room.release();
        }
    }

    /** Closes the connection of somebody who keeps it waiting. */
    private static <T> T within(SocketChannel caller, Step<T> step) throws IOException {
        var done = new CompletableFuture<Void>();
        var _ = done.orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).exceptionally(_ -> {
            try {
                caller.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return null;
        });
        try {
            return step.take();
        } finally {
            done.complete(null);
        }
    }

    private Map<String, ?> answer(Map<String, Object> question) {
        try {
            return Map.of("answer", answered(question));
        } catch (FailureException e) {
            return failure(e.failure());
        } catch (RuntimeException e) {
            LOG.error("a question at the socket met a fault of the app", e);
            return failure(new Failure("Duckboard itself failed on this.", "Its log says more. Try again."));
        }
    }

    private Map<String, @Nullable Object> answered(Map<String, Object> question) {
        String name = String.valueOf(question.get("ask"));
        if (!(question.get("with") instanceof Map<?, ?> given)) {
            throw new FailureException("The question is not whole.", "It has the members \"ask\" and \"with\".");
        }
        @SuppressWarnings("unchecked") // A member of a JSON object has a name.
        var members = (Map<String, Object>) given;
        return answers.stream()
                .filter(all -> all.questions().contains(name))
                .findFirst()
                .orElseThrow(() -> new FailureException(
                        "The Duckboard that runs here does not know this question.",
                        "Have both be of the same version: restart the app."))
                .answer(name, members);
    }

    private static Map<String, ?> failure(Failure failure) {
        return Map.of("failure", Map.of("message", failure.message(), "hint", failure.hint()));
    }

    @FunctionalInterface
    private interface Step<T> {
        T take() throws IOException;
    }
}
