package io.duckboard.engine.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.duckboard.engine.json.JsonObject;
import io.duckboard.engine.local.FunctionDefinition.WorkerFunction;
import io.duckboard.engine.local.testing.Caller;
import io.duckboard.engine.local.testing.TestHandlers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.jr.ob.JSON;

/** A worker that says it is worn, or throws, ends after its answer. Another one is ready, and no call is lost. */
@Tag("process")
class WornWorkerTest {

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    @Test
    void keepsAWorkerThatIsGoodForAnotherCall() throws IOException {
        Caller caller = start(1);

        assertThat(caller.ask("f", "")).isEqualTo(caller.ask("f", ""));
    }

    @Test
    void endsAWornWorkerAfterItsAnswer() throws IOException {
        Caller caller = start(1);

        String worn = caller.ask("f", "wear");

        assertThat(caller.ask("f", "")).isNotEqualTo(worn);
        assertThat(ProcessHandle.of(Long.parseLong(worn))).isEmpty();
    }

    @Test
    void endsAWorkerThatThrewWhatNobodyForesaw() throws IOException {
        Caller caller = start(1);

        String failed =
                JsonObject.of(JSON.std.anyFrom(caller.ask("f", "throw"))).text("errorMessage");

        assertThat(caller.ask("f", "")).isNotEqualTo(failed);
        assertThat(ProcessHandle.of(Long.parseLong(failed))).isEmpty();
    }

    @Test
    void startsAnotherBeforeAnybodyCalls() throws IOException {
        Caller caller = start(1);

        long worn = Long.parseLong(caller.ask("f", "wear"));

        await().until(() -> workers().size() == 1 && !workers().contains(worn));
        long standing = workers().getFirst();
        assertThat(caller.ask("f", "")).isEqualTo(Long.toString(standing));
    }

    @Test
    void neverHasMoreWorkersThanItMay() throws IOException {
        Caller caller = start(2);
        List<CompletableFuture<String>> calls = IntStream.range(0, 12)
                .mapToObj(call -> caller.askAsync("f", call % 2 == 0 ? "wear" : ""))
                .toList();
        int most = 0;
        while (!calls.stream().allMatch(CompletableFuture::isDone)) {
            most = Math.max(most, workers().size());
        }

        assertThat(most).isBetween(1, 2);
        assertThat(calls).allSatisfy(call -> assertThat(call.join()).containsOnlyDigits());
    }

    private Caller start(int workers) throws IOException {
        LocalLambda lambda = LocalLambda.start(LocalLambdaConfig.of(
                WorkerFunction.of("f", TestHandlers.Wearing.class.getName()).workers(workers, 0)));
        open.add(lambda);
        Caller caller = Caller.of(lambda);
        open.add(caller);
        return caller;
    }

    private static List<Long> workers() {
        return ProcessHandle.current()
                .children()
                .filter(ProcessHandle::isAlive)
                .map(ProcessHandle::pid)
                .toList();
    }
}
