package io.duckboard.lake.ownership;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.duckboard.client.LambdaQueryEngine;
import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.lake.LinkSignature;
import io.duckboard.engine.lambda.ControlHandler;
import io.duckboard.engine.lambda.QueryHandler;
import io.duckboard.engine.lambda.TransformHandler;
import io.duckboard.engine.local.DuckboardFunctions;
import io.duckboard.engine.local.EngineFile;
import io.duckboard.engine.local.FunctionDefinition.InProcessFunction;
import io.duckboard.engine.local.LocalLambda;
import io.duckboard.engine.local.LocalLambdaConfig;
import io.duckboard.engine.local.ServedResults;
import io.duckboard.engine.testing.BuiltHttpfs;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Duckboard's functions in this process, on a test's clock, announced where commands look for them. */
final class RunningEngine implements AutoCloseable {

    private static final String SECRET = "a secret of the tests";

    private final LocalLambda lambda;
    private final LambdaQueryEngine queries;
    private final Function query;
    private final Function transform;
    private final Function control;

    private RunningEngine(LocalLambda lambda, Function query, Function transform, Function control) {
        this.lambda = lambda;
        this.query = query;
        this.transform = transform;
        this.control = control;
        this.queries = LambdaQueryEngine.onThisMachine(
                lambda.endpoint(),
                lambda.accessKey(),
                lambda.secretKey(),
                DuckboardFunctions.QUERY,
                Duration.ofSeconds(60));
    }

    /** @param variables Duckboard's environment: the lake, its workspace, the home, and how to reach S3 */
    static RunningEngine start(Map<String, String> variables, Clock clock) throws IOException {
        var environment = new HashMap<>(variables);
        environment.put("DUCKBOARD_LINK_SECRET", SECRET);
        environment.put("DUCKBOARD_HTTPFS", BuiltHttpfs.file().toString());
        environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024");
        LakeLocation lake = LakeLocation.parse(environment.getOrDefault("DUCKBOARD_LAKE", ""));
        LakeLocation workspace = LakeLocation.parse(environment.getOrDefault("DUCKBOARD_WORKSPACE", lake.toString()));
        var query = new Function(() -> new QueryHandler(environment, clock));
        var transform = new Function(() -> new TransformHandler(environment, clock));
        var control = new Function(() -> new ControlHandler(environment, clock));
        LocalLambdaConfig functions = LocalLambdaConfig.of(
                InProcessFunction.of(DuckboardFunctions.QUERY, query),
                InProcessFunction.of(DuckboardFunctions.TRANSFORM, transform),
                InProcessFunction.of(DuckboardFunctions.CONTROL, control));
        LocalLambda lambda = LocalLambda.start(
                workspace instanceof LakeLocation.Folder folder
                        ? functions.results(new ServedResults(folder, new LinkSignature(SECRET)))
                        : functions);
        EngineFile.of(lambda, lake).write(Path.of(environment.getOrDefault("DUCKBOARD_HOME", "")));
        return new RunningEngine(lambda, query, transform, control);
    }

    /** Makes the next call of each function start a new engine. */
    void restart() {
        query.forget();
        transform.forget();
    }

    LambdaQueryEngine queries() {
        return queries;
    }

    @Override
    public void close() {
        queries.close();
        lambda.close();
        query.close();
        transform.close();
        control.close();
    }

    /**
     * A function whose calls wait for one another, as they do for a worker. Its first call starts it. Calls run on a
     * platform thread: DuckDB's own calls would block the few threads that carry the virtual threads of the S3 server.
     */
    private static final class Function implements RequestStreamHandler, AutoCloseable {

        private final Supplier<RequestStreamHandler> start;
        private final ExecutorService thread =
                Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
        private Optional<RequestStreamHandler> started = Optional.empty();

        Function(Supplier<RequestStreamHandler> start) {
            this.start = start;
        }

        /** Forgets the engine, as happens when its worker ends. */
        void forget() {
            thread.execute(() -> {
                if (started.orElse(null) instanceof AutoCloseable handler) {
                    end(handler);
                }
                started = Optional.empty();
            });
        }

        private static void end(AutoCloseable handler) {
            try {
                handler.close();
            } catch (Exception e) {
                throw new IllegalStateException("An engine does not end", e);
            }
        }

        @Override
        public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
            try {
                thread.submit(() -> {
                            RequestStreamHandler handler = started.orElseGet(start);
                            started = Optional.of(handler);
                            handler.handleRequest(event, answer, context);
                            return handler;
                        })
                        .get();
            } catch (InterruptedException | ExecutionException e) {
                throw new IOException(e);
            }
        }

        @Override
        public void close() {
            forget();
            thread.shutdown();
        }
    }
}
