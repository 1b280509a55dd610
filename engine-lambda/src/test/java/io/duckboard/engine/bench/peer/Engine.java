package io.duckboard.engine.bench.peer;

import io.duckboard.engine.lambda.QueryHandler;
import io.duckboard.engine.local.DuckboardFunctions;
import io.duckboard.engine.local.FunctionDefinition.WorkerFunction;
import io.duckboard.engine.local.LocalLambda;
import io.duckboard.engine.local.LocalLambdaConfig;
import io.duckboard.engine.local.Worker;
import io.duckboard.engine.local.testing.Caller;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.RequestJson;
import io.duckboard.engine.protocol.RowFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Our engine as a worker of LocalLambda, asked by the AWS SDK, as the app does. */
public final class Engine implements Peer {

    /** What a function on Lambda may take at most. The longest question here takes a minute. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private static final String WORKER = Worker.class.getName() + '\0';

    private final LocalLambda lambda;
    private final Caller caller;

    private Engine(LocalLambda lambda) {
        this.lambda = lambda;
        this.caller = Caller.of(lambda);
    }

    /** @param environment with the lake and the keys to its store */
    public static Engine start(Map<String, String> environment) throws IOException {
        return new Engine(LocalLambda.start(
                LocalLambdaConfig.of(WorkerFunction.of(DuckboardFunctions.QUERY, QueryHandler.class.getName())
                        .workers(1, 1)
                        .timeout(LONGEST)
                        .environment(environment))));
    }

    @Override
    public Answered ask(String sql, int limit) {
        return RoundTrip.of(caller, DuckboardFunctions.QUERY, new String(event(sql, limit), StandardCharsets.UTF_8));
    }

    public static byte[] event(String sql, int limit) {
        return RequestJson.write(Request.Query.of(sql).limit(limit).format(RowFormat.RECORDS));
    }

    /** Of the only worker there is. */
    @Override
    public long pid() throws IOException {
        for (ProcessHandle process : ProcessHandle.current().descendants().toList()) {
            if (Files.readString(Path.of("/proc/" + process.pid() + "/cmdline")).endsWith(WORKER)) {
                return process.pid();
            }
        }
        throw new IllegalStateException("There is no worker");
    }

    @Override
    public void close() {
        caller.close();
        lambda.close();
    }
}
