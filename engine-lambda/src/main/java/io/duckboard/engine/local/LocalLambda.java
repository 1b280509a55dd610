package io.duckboard.engine.local;

import io.duckboard.engine.local.FunctionDefinition.InProcessFunction;
import io.duckboard.engine.local.FunctionDefinition.WorkerFunction;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * AWS Lambda on a laptop: it offers Lambda's Invoke API to callers, and the Runtime API to worker processes.
 *
 * <p>Any AWS SDK can call it with {@link #endpoint()} as endpoint override and the key pair as credentials. Requests
 * are signed with Signature Version 4, in any region. A signature is valid for 15 minutes and for the exact request.
 */
public final class LocalLambda implements AutoCloseable {

    private final List<LocalFunction> functions;
    private final Map<String, WorkerPool> pools;
    private final RuntimeApi runtimeApi;
    private final HttpEndpoint invokeEndpoint;
    private final Credential credential;
    private final UnderWay calls;
    private volatile boolean closed;

    private LocalLambda(
            Map<String, LocalFunction> functions,
            RuntimeApi runtimeApi,
            HttpEndpoint invokeEndpoint,
            Credential credential,
            UnderWay calls) {
        this.functions = List.copyOf(functions.values());
        this.pools = functions.entrySet().stream()
                .filter(function -> function.getValue() instanceof WorkerPool)
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, function -> (WorkerPool) function.getValue()));
        this.runtimeApi = runtimeApi;
        this.invokeEndpoint = invokeEndpoint;
        this.credential = credential;
        this.calls = calls;
    }

    /**
     * Opens the port and starts the warm workers, without waiting for them to be ready.
     *
     * @throws IOException if the host and port cannot be listened on
     */
    public static LocalLambda start(LocalLambdaConfig config) throws IOException {
        RuntimeApi runtimeApi = RuntimeApi.start();
        Map<String, LocalFunction> functions = new HashMap<>();
        for (FunctionDefinition definition : config.functions()) {
            functions.put(
                    definition.name(),
                    switch (definition) {
                        case WorkerFunction function -> new WorkerPool(function, config.queueTime(), runtimeApi);
                        case InProcessFunction function -> new InProcess(function);
                    });
        }
        Map<String, LocalFunction> started = Map.copyOf(functions);
        config.aliases().forEach((alias, name) -> functions.put(alias, functions.get(name)));
        Credential credential = config.keys().orElseGet(Credential::random);
        var calls = new UnderWay();
        try {
            HttpEndpoint invoke = HttpEndpoint.start(
                    config.host(),
                    config.port(),
                    new InvokeApi(
                            config.host(),
                            new SignatureCheck(credential, Clock.systemUTC()),
                            Map.copyOf(functions),
                            calls));
            invoke.serve(EngineProof.PATH, new ProofApi(config.host(), credential, invoke.uri()));
            if (config.results().isPresent()) {
                invoke.serve(
                        ResultDownloads.PATH,
                        new ResultDownloads(config.host(), config.results().get(), Clock.systemUTC()));
            }
            started.values().forEach(LocalFunction::warm);
            return new LocalLambda(started, runtimeApi, invoke, credential, calls);
        } catch (IOException e) {
            runtimeApi.close();
            throw e;
        }
    }

    public URI endpoint() {
        return invokeEndpoint.uri();
    }

    public String accessKey() {
        return credential.accessKey();
    }

    public String secretKey() {
        return credential.secretKey();
    }

    /** Whether it takes calls. A worker that has died is replaced by the next call. */
    public boolean isOpen() {
        return !closed;
    }

    /** Returns the workers of a function; empty if the function has none. */
    public Optional<Workers> workers(String function) {
        return Optional.ofNullable(pools.get(function)).map(WorkerPool::workers);
    }

    /** Returns how many calls are under way. */
    public int calls() {
        return calls.count();
    }

    /**
     * Takes no more calls but those that cancel others, and returns when the ones under way have been answered, or after
     * {@code longest}.
     */
    public void finish(Duration longest) throws InterruptedException {
        calls.finish();
        calls.await(longest);
    }

    /**
     * Returns when every worker has ended. Running calls are cut off. May be called more than once, and from a shutdown
     * hook.
     */
    @Override
    public void close() {
        closed = true;
        invokeEndpoint.close();
        functions.forEach(LocalFunction::close);
        runtimeApi.close();
    }
}
