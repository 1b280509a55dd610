package io.duckboard.engine.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.duckboard.engine.local.FunctionDefinition.WorkerFunction;
import io.duckboard.engine.local.testing.Caller;
import io.duckboard.engine.local.testing.ParentProcess;
import io.duckboard.engine.local.testing.TestHandlers;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No worker outlives LocalLambda. */
@Tag("process")
class EndOfWorkersTest {

    @TempDir
    Path home;

    @Test
    void closeLeavesNoWorkerBehind() throws IOException {
        LocalLambda lambda = LocalLambda.start(LocalLambdaConfig.of(
                WorkerFunction.of("pid", TestHandlers.Pid.class.getName()).workers(1, 1)));
        long worker;
        try (Caller caller = Caller.of(lambda)) {
            worker = Long.parseLong(caller.ask("pid", ""));
        }
        assertThat(ProcessHandle.of(worker)).isPresent();

        lambda.close();
        lambda.close();

        assertThat(ProcessHandle.of(worker)).isEmpty();
    }

    @Test
    void aWorkerGoesWhenItsParentIsKilled() throws IOException {
        Process parent = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + home,
                        "-cp",
                        System.getProperty("java.class.path"),
                        ParentProcess.class.getName(),
                        home.toString()))
                .inheritIO()
                .start();
        try {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> EngineFile.read(home).isPresent());
            EngineFile engine = EngineFile.read(home).orElseThrow();
            long worker;
            try (Caller caller = new Caller(engine.endpoint(), engine.accessKey(), engine.secretKey())) {
                worker = Long.parseLong(caller.ask("pid", ""));
            }
            assertThat(ProcessHandle.of(worker)).isPresent();

            parent.destroyForcibly();

            await().until(() ->
                    !ProcessHandle.of(worker).map(ProcessHandle::isAlive).orElse(false));
        } finally {
            parent.destroyForcibly();
        }
    }
}
