package io.duckboard.engine.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.duckboard.engine.local.FunctionDefinition.WorkerFunction;
import io.duckboard.engine.local.testing.Caller;
import io.duckboard.engine.local.testing.TestHandlers;
import io.duckboard.engine.protocol.CallerId;
import io.duckboard.engine.testing.Attack;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;

/** A caller whose calls fill every worker does not keep others waiting. */
@Attack("Long queries of one caller are to keep everybody else waiting")
@Tag("process")
class OtherCallersTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(40);

    @TempDir
    Path folder;

    /** The two calls end when the third has begun. If the third waited for one of them, all three would wait. */
    @Test
    void runsWhileTwoLongCallsOfOneHoldBothWorkers() throws IOException {
        WorkerFunction meeting = WorkerFunction.of("meeting", TestHandlers.Meeting.class.getName())
                .workers(2, 0)
                .environment(Map.of("MEETING", "3"));
        try (LocalLambda lambda = LocalLambda.start(LocalLambdaConfig.of(meeting));
                Caller caller = Caller.of(lambda)) {
            CallerId one = CallerId.random();
            CompletableFuture<String> first = call(caller, one);
            CompletableFuture<String> second = call(caller, one);
            await().atMost(LONG_ENOUGH).until(() -> folder.toFile().list().length == 2);

            CompletableFuture<String> other = call(caller, CallerId.random());

            assertThat(other).succeedsWithin(LONG_ENOUGH);
            assertThat(first).succeedsWithin(LONG_ENOUGH);
            assertThat(second).succeedsWithin(LONG_ENOUGH);
        }
    }

    private CompletableFuture<String> call(Caller caller, CallerId id) {
        return CompletableFuture.supplyAsync(
                () -> caller.sdk()
                        .invoke(request -> request.functionName("meeting")
                                .clientContext(id.clientContext())
                                .payload(SdkBytes.fromUtf8String(folder.toString())))
                        .payload()
                        .asUtf8String(),
                Thread::startVirtualThread);
    }
}
