package io.duckboard.engine.local;

import io.duckboard.engine.lambda.QueryHandler;
import io.duckboard.engine.local.FunctionDefinition.WorkerFunction;
import io.duckboard.engine.protocol.CallerId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Measures a function that is started for one call, from the start of its process to its first answer. */
public final class ColdStart {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private ColdStart() {}

    /**
     * A worker that is started as LocalLambda starts one for a query.
     *
     * @param environment what it is told beside Lambda's variables
     * @return ms
     */
    public static double ofWorker(Map<String, String> environment, byte[] event)
            throws IOException, InterruptedException {
        WorkerFunction function = WorkerFunction.of(DuckboardFunctions.QUERY, QueryHandler.class.getName())
                .environment(environment);
        try (RuntimeApi runtimeApi = RuntimeApi.start()) {
            long start = System.nanoTime();
            WorkerProcess worker = WorkerProcess.start(function, runtimeApi);
            Outcome outcome = worker.run(new Invocation(
                    new InvokeRequest(
                            UUID.randomUUID().toString(), function.name(), CallerId.UNNAMED, new Payload(event)),
                    function.timeout()));
            double milliseconds = (System.nanoTime() - start) / 1e6;
            worker.kill();
            worker.awaitExit();
            check(outcome);
            return milliseconds;
        }
    }

    /**
     * @param command ends with a client of the Runtime API; the process is killed when it has answered
     * @return ms
     */
    public static double time(List<String> command, Map<String, String> environment, byte[] event)
            throws IOException, InterruptedException {
        RuntimeSession session = new RuntimeSession();
        try (RuntimeApi runtimeApi = RuntimeApi.start()) {
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().clear();
            builder.environment().putAll(environment);
            builder.environment().put("AWS_LAMBDA_RUNTIME_API", runtimeApi.address(runtimeApi.open(session)));
            Invocation invocation = new Invocation(
                    new InvokeRequest(
                            UUID.randomUUID().toString(),
                            "arn:aws:lambda:us-east-1:1:function:bench",
                            CallerId.UNNAMED,
                            new Payload(event)),
                    TIMEOUT);
            session.submit(invocation);
            long start = System.nanoTime();
            Process process = builder.start();
            Outcome outcome = invocation.await(TIMEOUT);
            double milliseconds = (System.nanoTime() - start) / 1e6;
            // A worker whose parent closes the pipe ends by itself, and writes what it has recorded if it was asked to.
            process.getOutputStream().close();
            process.waitFor();
            session.end(new Outcome.Exited("done"));
            check(outcome);
            return milliseconds;
        }
    }

    private static void check(Outcome outcome) {
        String answer = outcome instanceof Outcome.Answered(Payload payload)
                ? new String(payload.bytes(), StandardCharsets.UTF_8)
                : outcome.toString();
        if (!(outcome instanceof Outcome.Answered) || answer.startsWith("{\"errorMessage\"")) {
            throw new IllegalStateException("The cold start failed: " + answer);
        }
    }
}
