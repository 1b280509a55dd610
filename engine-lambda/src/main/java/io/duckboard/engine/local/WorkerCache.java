package io.duckboard.engine.local;

import io.duckboard.engine.local.FunctionDefinition.WorkerFunction;
import io.duckboard.engine.protocol.BuiltModel;
import io.duckboard.engine.protocol.CallerId;
import io.duckboard.engine.protocol.Materialization;
import io.duckboard.engine.protocol.Node;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.RequestJson;
import io.duckboard.engine.protocol.TransformAnswer;
import io.duckboard.engine.protocol.TransformJson;
import io.duckboard.engine.protocol.TransformRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Starts one worker so that the JVM can record what it learns from the start. The build runs this with only the
 * engine's jar.
 */
final class WorkerCache {

    /** One value of each frequent type, and one failure. */
    private static final List<String> QUESTIONS = List.of(
            "SELECT 1 AS one, 1.5::DOUBLE AS two, 'three' AS three, TIMESTAMP '2019-04-01 12:00:00' AS four, NULL AS five",
            "SELECT DATE '2019-04-01' AS day, count(*) AS counts, avg(range) AS mean FROM range(1000)",
            "SELECT missing");

    /** A JVM that writes a cache reserves 3 GB of address space for its symbols alone. */
    private static final int ADDRESS_SPACE_MB = 16_384;

    private static final UUID RUN = new UUID(0, 1);

    private final WorkerFunction function;
    private final WorkerProcess worker;

    private WorkerCache(WorkerFunction function, WorkerProcess worker) {
        this.function = function;
        this.worker = worker;
    }

    /**
     * @param arguments a folder for a lake, the new file for the cache, and DuckDB's httpfs, without which nothing is
     *     recorded of a lake on S3
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path lake = Files.createDirectories(Path.of(arguments[0]));
        var environment = new HashMap<>(Map.of("DUCKBOARD_LAKE", lake.toString()));
        try (EmptyStore store = EmptyStore.start()) {
            if (arguments.length > 2) {
                environment.putAll(store.environment(arguments[2]));
            }
            record(environment, arguments[1]);
        }
    }

    private static void record(Map<String, String> environment, String cache) throws IOException, InterruptedException {
        WorkerFunction function = WorkerFunction.of(DuckboardFunctions.QUERY, LearningHandler.class.getName())
                .memoryMb(ADDRESS_SPACE_MB)
                .environment(environment)
                .jvmOptions(List.of("-XX:AOTCacheOutput=" + cache));
        try (RuntimeApi runtimeApi = RuntimeApi.start()) {
            var start = new WorkerCache(function, WorkerProcess.start(function, runtimeApi));
            for (String question : QUESTIONS) {
                start.ask(RequestJson.write(Request.Query.of(question)));
            }
            start.transform();
            start.worker.end();
        }
    }

    /** A table, a view of it, a test that finds rows, and the publishing. */
    private void transform() throws InterruptedException {
        BuiltModel table = built(model("learnt", Materialization.TABLE, "SELECT 1 AS one, 'two' AS two"), List.of());
        BuiltModel view = built(model("seen", Materialization.VIEW, "SELECT one FROM learnt"), List.of(table));
        List<BuiltModel> both = List.of(table, view);
        var test = new Node.Test("finds", "SELECT one FROM seen", List.of("seen"), Node.Severity.WARN);
        ask(TransformJson.write(new TransformRequest.Check(RUN, test, both)));
        ask(TransformJson.write(new TransformRequest.Publish(RUN, Instant.now(), both)));
    }

    private BuiltModel built(Node.Model model, List<BuiltModel> read) throws InterruptedException {
        byte[] answer = ask(TransformJson.write(new TransformRequest.Materialize(RUN, model, read)));
        return switch (TransformJson.answer(answer)) {
            case TransformAnswer.Built built -> built.model();
            case TransformAnswer other -> throw ended("The worker did not build: " + other);
        };
    }

    private static Node.Model model(String name, Materialization materialization, String sql) {
        return new Node.Model(
                name, materialization, sql, List.of(), List.of(), List.of(), Optional.empty(), "", Map.of());
    }

    private byte[] ask(byte[] event) throws InterruptedException {
        Outcome outcome = worker.run(new Invocation(
                new InvokeRequest(UUID.randomUUID().toString(), function.name(), CallerId.UNNAMED, new Payload(event)),
                function.timeout()));
        return switch (outcome) {
            case Outcome.Answered(Payload answer) -> answer.bytes();
            case Outcome other -> throw ended("The worker did not answer: " + other);
        };
    }

    private IllegalStateException ended(String why) {
        worker.kill();
        return new IllegalStateException(why);
    }
}
