package io.duckboard.engine.local;

import io.duckboard.engine.local.FunctionDefinition.WorkerFunction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** One process that runs invocations of a function, one at a time. */
final class WorkerProcess {

    private static final System.Logger LOG = System.getLogger(WorkerProcess.class.getName());

    /** The time that AWS gives a function to start. A longer timeout of the function extends it, as on AWS. */
    private static final Duration INIT_TIME = Duration.ofSeconds(10);

    private final Process process;
    private final RuntimeSession session;
    private final Duration startup;
    private final CompletableFuture<Void> gone;

    private WorkerProcess(Process process, RuntimeSession session, Duration startup, Runnable onExit) {
        this.process = process;
        this.session = session;
        this.startup = startup;
        // Process.onExit would wait for the common pool, which the app may keep busy.
        this.gone = CompletableFuture.runAsync(
                () -> {
                    session.end(new Outcome.Exited(reason(exitValue())));
                    onExit.run();
                },
                Thread::startVirtualThread);
    }

    /** Returns as soon as the process exists, before it is ready. */
    static WorkerProcess start(WorkerFunction function, RuntimeApi runtimeApi) throws IOException {
        RuntimeSession session = new RuntimeSession();
        String token = runtimeApi.open(session);
        Path temporary = Files.createTempDirectory("duckboard-worker-");
        // The pipe to its standard input stays open as long as this process lives. When it closes, the worker ends.
        ProcessBuilder builder = new ProcessBuilder(WorkerCommand.of(function, temporary))
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().keySet().removeIf(name -> !WorkerEnvironment.isPassedOn(name));
        builder.environment().putAll(WorkerEnvironment.of(function, runtimeApi.address(token)));
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            runtimeApi.forget(token);
            delete(temporary);
            throw e;
        }
        Duration startup = function.timeout().compareTo(INIT_TIME) > 0 ? function.timeout() : INIT_TIME;
        return new WorkerProcess(process, session, startup, () -> {
            runtimeApi.forget(token);
            delete(temporary);
            LeftRooms.remove(function);
        });
    }

    /** Returns when the worker has answered, died, or been killed because its time was over. */
    Outcome run(Invocation invocation) throws InterruptedException {
        session.submit(invocation);
        try {
            Outcome outcome = invocation.await(startup);
            switch (outcome) {
                // The worker may be ending now. Whoever waits for the answer need not wait for that too.
                case Outcome.Answered _, Outcome.Errored _, Outcome.AnswerTooLarge _ -> killIfEnded();
                case Outcome.TimedOut _, Outcome.Exited _, Outcome.InitFailed _, Outcome.Throttled _ -> {
                    kill();
                    awaitExit();
                }
            }
            return outcome;
        } catch (InterruptedException e) {
            kill();
            throw e;
        }
    }

    private void killIfEnded() {
        if (session.ended()) {
            kill();
        }
    }

    boolean isUsable() {
        return process.isAlive() && !session.ended();
    }

    boolean isGone() {
        return gone.isDone();
    }

    boolean wasReady() {
        return session.wasReady();
    }

    /** Lets the worker end by itself, as when its parent is gone, and returns when it has ended. */
    void end() throws IOException {
        process.getOutputStream().close();
        awaitExit();
    }

    void kill() {
        process.destroyForcibly();
    }

    /** Returns when nothing is left of the process. */
    void awaitExit() {
        gone.join();
    }

    private int exitValue() {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody has this thread to interrupt it", e);
        }
    }

    /** Java reports a signal as 128 plus its number. */
    private static String reason(int exitValue) {
        return switch (exitValue) {
            case 128 + 6 -> "signal: aborted";
            case 128 + 9 -> "signal: killed";
            case 128 + 11 -> "signal: segmentation fault";
            case 128 + 15 -> "signal: terminated";
            default -> "exit status " + exitValue;
        };
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.log(System.Logger.Level.WARNING, "A worker's temporary folder could not be removed: " + directory, e);
        }
    }
}
