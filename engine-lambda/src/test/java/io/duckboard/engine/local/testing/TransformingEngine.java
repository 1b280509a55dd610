package io.duckboard.engine.local.testing;

import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.lambda.QueryHandler;
import io.duckboard.engine.lambda.TransformHandler;
import io.duckboard.engine.local.DuckboardFunctions;
import io.duckboard.engine.local.FunctionDefinition.WorkerFunction;
import io.duckboard.engine.local.LocalLambda;
import io.duckboard.engine.local.LocalLambdaConfig;
import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.AnswerJson;
import io.duckboard.engine.protocol.CompiledPlan;
import io.duckboard.engine.protocol.Materialization;
import io.duckboard.engine.protocol.Node;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.RequestJson;
import io.duckboard.engine.protocol.TransformAnswer;
import io.duckboard.engine.protocol.TransformJson;
import io.duckboard.engine.protocol.TransformRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The query and the transform function in real workers, called by the AWS SDK. */
public final class TransformingEngine implements AutoCloseable {

    /** Recognises the transform's workers by their command line. */
    private static final String MARK = "-Dtransforms";

    private final LocalLambda lambda;
    private final Caller caller;

    public TransformingEngine(LakeLocation lake) throws IOException {
        Map<String, String> environment = Map.of("DUCKBOARD_LAKE", lake.toString());
        lambda = LocalLambda.start(LocalLambdaConfig.of(
                WorkerFunction.of(DuckboardFunctions.QUERY, QueryHandler.class.getName())
                        .workers(2, 1)
                        .environment(environment),
                WorkerFunction.of(DuckboardFunctions.TRANSFORM, TransformHandler.class.getName())
                        .workers(1, 1)
                        .jvmOptions(List.of(MARK))
                        .environment(environment)));
        caller = Caller.of(lambda);
    }

    /** Models {@code a} and {@code b} of one plan. Both have the value {@code state}, and b reads a. */
    public static CompiledPlan bothSay(int state) {
        return new CompiledPlan(
                "states",
                List.of(
                        table("a", "SELECT " + state + " AS state FROM range(100000)"),
                        table("b", "SELECT state FROM a", "a")));
    }

    private static Node.Model table(String name, String sql, String... dependsOn) {
        return new Node.Model(
                name,
                Materialization.TABLE,
                sql,
                List.of(dependsOn),
                List.of(),
                List.of(),
                Optional.empty(),
                "",
                Map.of());
    }

    /** @return whether it was published; false if its worker died */
    public boolean run(CompiledPlan plan) {
        byte[] request = TransformJson.write(new TransformRequest.Run(UUID.randomUUID(), plan));
        var response = caller.invoke(DuckboardFunctions.TRANSFORM, new String(request, StandardCharsets.UTF_8));
        return response.functionError() == null
                && TransformJson.answer(response.payload().asByteArray())
                        instanceof TransformAnswer.Ran(var run, var steps, var published)
                && published.isPresent();
    }

    public CompletableFuture<Boolean> runAsync(CompiledPlan plan) {
        return CompletableFuture.supplyAsync(() -> run(plan), Thread::startVirtualThread);
    }

    public List<List<@Nullable Object>> rows(String sql) {
        byte[] request = RequestJson.write(Request.Query.of(sql));
        String answer = caller.ask(DuckboardFunctions.QUERY, new String(request, StandardCharsets.UTF_8));
        return switch (AnswerJson.read(answer.getBytes(StandardCharsets.UTF_8))) {
            case Answer.Rows rows -> rows.rows();
            case Answer other -> throw new AssertionError(other.toString());
        };
    }

    /** Kills the workers that run transforms, like kill -9. */
    public void killTransform() {
        ProcessHandle.current()
                .descendants()
                .filter(process -> Arrays.asList(process.info().arguments().orElse(new String[0]))
                        .contains(MARK))
                .forEach(ProcessHandle::destroyForcibly);
    }

    @Override
    public void close() {
        caller.close();
        lambda.close();
    }
}
