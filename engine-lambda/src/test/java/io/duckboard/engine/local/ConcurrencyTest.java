package io.duckboard.engine.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.duckboard.engine.local.FunctionDefinition.WorkerFunction;
import io.duckboard.engine.local.testing.Caller;
import io.duckboard.engine.local.testing.TestHandlers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.lambda.model.TooManyRequestsException;

/** Each worker runs one call at a time, so at most as many calls run at once as there are workers. */
@Tag("process")
class ConcurrencyTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    @Test
    void runsTwoCallsInTwoWorkersAtTheSameTime() throws IOException {
        try (LocalLambda lambda = LocalLambda.start(LocalLambdaConfig.of(meeting(2)));
                Caller caller = Caller.of(lambda)) {
            CompletableFuture<String> first = call(caller);
            CompletableFuture<String> second = call(caller);

            assertThat(first).succeedsWithin(LONG_ENOUGH);
            assertThat(second).succeedsWithin(LONG_ENOUGH).isNotEqualTo(first.join());
        }
    }

    @Test
    void refusesACallWhenNoWorkerBecomesFreeInTime() throws IOException {
        LocalLambdaConfig config = LocalLambdaConfig.of(meeting(1)).queueTime(Duration.ofMillis(50));
        try (LocalLambda lambda = LocalLambda.start(config);
                Caller caller = Caller.of(lambda)) {
            CompletableFuture<String> busy = call(caller);
            await().until(() -> folder.toFile().list().length == 1);

            assertThatThrownBy(() -> caller.invoke("meeting", folder.toString()))
                    .isInstanceOf(TooManyRequestsException.class)
                    .hasMessageContaining("429");

            Files.createFile(folder.resolve("the test itself"));
            assertThat(busy).succeedsWithin(LONG_ENOUGH);
        }
    }

    @Test
    void letsACallWaitForAFreeWorker() throws IOException {
        try (LocalLambda lambda = LocalLambda.start(
                        LocalLambdaConfig.of(WorkerFunction.of("pid", TestHandlers.Pid.class.getName())
                                .workers(1, 1)));
                Caller caller = Caller.of(lambda)) {
            CompletableFuture<String> first = caller.askAsync("pid", "");
            CompletableFuture<String> second = caller.askAsync("pid", "");

            assertThat(first).succeedsWithin(LONG_ENOUGH);
            assertThat(second).succeedsWithin(LONG_ENOUGH).isEqualTo(first.join());
        }
    }

    private CompletableFuture<String> call(Caller caller) {
        return caller.askAsync("meeting", folder.toString());
    }

    /** Each call waits until two are running. */
    private static WorkerFunction meeting(int workers) {
        return WorkerFunction.of("meeting", TestHandlers.Meeting.class.getName())
                .workers(workers, 0)
                .environment(Map.of("MEETING", "2"));
    }
}
