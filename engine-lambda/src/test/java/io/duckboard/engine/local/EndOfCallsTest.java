package io.duckboard.engine.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.duckboard.engine.local.FunctionDefinition.InProcessFunction;
import io.duckboard.engine.local.FunctionDefinition.WorkerFunction;
import io.duckboard.engine.local.testing.Caller;
import io.duckboard.engine.local.testing.TestHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.lambda.model.LambdaException;

/** A LocalLambda that is to end answers the calls under way, and takes only those that could cancel them. */
@Tag("process")
class EndOfCallsTest {

    @TempDir
    private Path folder;

    @Test
    void answersWhatIsUnderWayAndRefusesTheRest() throws Exception {
        try (LocalLambda lambda = LocalLambda.start(LocalLambdaConfig.of(
                        WorkerFunction.of("meeting", TestHandlers.Meeting.class.getName())
                                .workers(1, 0)
                                .environment(Map.of("MEETING", "2")),
                        InProcessFunction.of("echo", new TestHandlers.Echo())));
                Caller caller = Caller.of(lambda)) {
            CompletableFuture<String> underWay = caller.askAsync("meeting", folder.toString());
            await().atMost(Duration.ofMinutes(1)).until(() -> folder.toFile().list().length == 1);

            lambda.finish(Duration.ZERO);

            assertThatThrownBy(() -> caller.invoke("meeting", folder.toString()))
                    .isInstanceOfSatisfying(
                            LambdaException.class,
                            refusal -> assertThat(refusal.statusCode()).isEqualTo(503));
            assertThat(caller.ask("echo", "\"cancel\"")).isEqualTo("\"cancel\"");
            assertThat(lambda.calls()).isEqualTo(1);
            assertThat(underWay).isNotDone();

            Files.createFile(folder.resolve("the test itself"));
            lambda.finish(Duration.ofMinutes(10));
            assertThat(underWay).succeedsWithin(Duration.ofMinutes(1));
            assertThat(lambda.calls()).isZero();
        }
    }
}
