package io.duckboard.engine.local;

import io.duckboard.engine.lambda.QueryHandler;
import io.duckboard.engine.local.FunctionDefinition.WorkerFunction;
import io.duckboard.engine.protocol.CallerId;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.RequestJson;
import java.io.IOException;
import java.util.List;
import java.util.Map;
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

    private WorkerCache() {}

    /** @param arguments a folder lake, which may be empty, and the new file for the cache */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        WorkerFunction function = WorkerFunction.of(DuckboardFunctions.QUERY, QueryHandler.class.getName())
                .memoryMb(ADDRESS_SPACE_MB)
                .environment(Map.of("DUCKBOARD_LAKE", arguments[0]))
                .jvmOptions(List.of("-XX:AOTCacheOutput=" + arguments[1]));
        try (RuntimeApi runtimeApi = RuntimeApi.start()) {
            WorkerProcess worker = WorkerProcess.start(function, runtimeApi);
            for (String question : QUESTIONS) {
                Payload event = new Payload(RequestJson.write(Request.Query.of(question)));
                Outcome outcome = worker.run(new Invocation(
                        new InvokeRequest(UUID.randomUUID().toString(), function.name(), CallerId.UNNAMED, event),
                        function.timeout()));
                if (!(outcome instanceof Outcome.Answered)) {
                    worker.kill();
                    throw new IllegalStateException("The worker did not answer: " + outcome);
                }
            }
            worker.end();
        }
    }
}
