package io.duckboard.engine.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.duckboard.engine.local.FunctionDefinition.WorkerFunction;
import io.duckboard.engine.local.testing.Caller;
import io.duckboard.engine.local.testing.TestHandlers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/** A worker that dies or hangs costs one call; the next call gets another worker. */
@Tag("process")
class WorkerReplacementTest {

    @TempDir
    Path folder;

    @Test
    void killsAWorkerWhoseTimeIsOver() throws IOException {
        try (LocalLambda lambda = start(meeting(2).timeout(Duration.ofMillis(500)));
                Caller caller = Caller.of(lambda)) {
            InvokeResponse timedOut = caller.invoke("f", folder.toString());

            assertThat(timedOut.functionError()).isEqualTo("Unhandled");
            assertThat(timedOut.payload().asUtf8String())
                    .contains("\"errorType\":\"Sandbox.Timedout\"")
                    .contains("RequestId: " + timedOut.responseMetadata().requestId()
                            + " Error: Task timed out after 0.50 seconds");
            long killed = onlyPid();
            assertThat(ProcessHandle.of(killed)).isEmpty();

            assertThat(caller.ask("f", folder.toString())).isNotEqualTo(Long.toString(killed));
        }
    }

    @Test
    void replacesAWorkerThatExits() throws IOException {
        try (LocalLambda lambda = start(worker(TestHandlers.Exiter.class));
                Caller caller = Caller.of(lambda)) {
            InvokeResponse exited = caller.invoke("f", "3");

            assertThat(exited.functionError()).isEqualTo("Unhandled");
            assertThat(exited.payload().asUtf8String())
                    .contains("\"errorType\":\"Runtime.ExitError\"")
                    .contains("Error: Runtime exited with error: exit status 3");
            assertThat(caller.ask("f", "")).isEqualTo("1");
        }
    }

    @Test
    void replacesAWorkerKilledInTheMiddleOfACall() throws IOException {
        try (LocalLambda lambda = start(meeting(2));
                Caller caller = Caller.of(lambda)) {
            CompletableFuture<String> call = caller.askAsync("f", folder.toString());
            await().until(() -> !pids().isEmpty());
            ProcessHandle.of(onlyPid()).orElseThrow().destroyForcibly();

            assertThat(call).succeedsWithin(Duration.ofSeconds(10)).asString().contains("signal: killed");
            assertThat(caller.invoke("f", folder.toString()).functionError()).isNull();
        }
    }

    @Test
    void replacesAWorkerThatDiedIdleWithoutFailingACall() throws IOException {
        try (LocalLambda lambda = start(worker(TestHandlers.Pid.class));
                Caller caller = Caller.of(lambda)) {
            String first = caller.ask("f", "");
            ProcessHandle worker = ProcessHandle.of(Long.parseLong(first)).orElseThrow();
            worker.destroyForcibly();
            // A signal takes some time, and a worker may take a call until then.
            worker.onExit().join();

            InvokeResponse next = caller.invoke("f", "");
            assertThat(next.functionError()).isNull();
            assertThat(next.payload().asUtf8String()).isNotEqualTo(first);
        }
    }

    @Test
    void tellsWhyAWorkerNeverGetsReady() throws IOException {
        try (LocalLambda lambda = start(worker(TestHandlers.Broken.class));
                Caller caller = Caller.of(lambda)) {
            assertThat(caller.invoke("f", "").functionError()).isEqualTo("Unhandled");
            assertThat(caller.ask("f", "")).contains("no lake to open");
        }
    }

    @Test
    void tellsThatTheHandlerIsMissing() throws IOException {
        try (LocalLambda lambda = start(WorkerFunction.of("f", "no.such.Handler::handleRequest"));
                Caller caller = Caller.of(lambda)) {
            assertThat(caller.ask("f", "")).contains("ClassNotFoundException").contains("no.such.Handler");
        }
    }

    @Test
    void tellsThatAWorkersJvmDoesNotStart() throws IOException {
        try (LocalLambda lambda = start(worker(TestHandlers.Echo.class).jvmOptions(List.of("-XX:+NoSuchOption")));
                Caller caller = Caller.of(lambda)) {
            assertThat(caller.ask("f", "")).contains("Runtime.ExitError").contains("exit status 1");
        }
    }

    private static LocalLambda start(WorkerFunction function) throws IOException {
        return LocalLambda.start(LocalLambdaConfig.of(function));
    }

    private static WorkerFunction worker(Class<?> handler) {
        return WorkerFunction.of("f", handler.getName()).workers(1, 0);
    }

    private static WorkerFunction meeting(int participants) {
        return worker(TestHandlers.Meeting.class).environment(Map.of("MEETING", Integer.toString(participants)));
    }

    private long onlyPid() throws IOException {
        List<Long> pids = pids();
        assertThat(pids).hasSize(1);
        return pids.getFirst();
    }

    private List<Long> pids() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> Long.valueOf(file.getFileName().toString()))
                    .toList();
        }
    }
}
