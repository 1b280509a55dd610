package io.duckboard.client;

import io.duckboard.engine.local.DuckboardFunctions;
import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.AnswerJson;
import io.duckboard.engine.protocol.CallerId;
import io.duckboard.engine.protocol.Export;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.RequestJson;
import io.duckboard.engine.protocol.ResultFile;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/** An engine behind the Lambda Invoke API, on AWS or on this machine. */
public final class LambdaQueryEngine implements QueryEngine, AutoCloseable {

    private final LambdaClient client;
    private final String function;
    private final String controlFunction;
    private final String description;
    private final ResultDownload downloads;
    private final Optional<CallerId> own;

    private LambdaQueryEngine(
            LambdaClient client,
            String function,
            String controlFunction,
            String description,
            ResultDownload downloads,
            Optional<CallerId> own) {
        this.client = client;
        this.function = function;
        this.controlFunction = controlFunction;
        this.description = description;
        this.downloads = downloads;
        this.own = own;
    }

    /**
     * Connects to the function deployed on AWS. It finds the region and credentials in the standard way, as every AWS
     * tool does. The function is not told who asks: on AWS no call waits for another, and reading the caller would
     * lengthen a cold start.
     *
     * @throws SdkException when no region is configured
     */
    public static LambdaQueryEngine onAws(String function, String controlFunction, Duration timeout) {
        LambdaClient client = InvokeClient.onAws(timeout);
        String region = client.serviceClientConfiguration().region().id();
        return new LambdaQueryEngine(
                client,
                function,
                controlFunction,
                function + " in AWS Lambda, " + region,
                new ResultDownload(Optional.empty()),
                Optional.empty());
    }

    /** Connects to the same Invoke API on this machine, as a caller of its own. */
    public static LambdaQueryEngine onThisMachine(
            URI endpoint, String accessKey, String secretKey, String function, Duration timeout) {
        LambdaClient client = InvokeClient.onThisMachine(endpoint, accessKey, secretKey, timeout);
        return new LambdaQueryEngine(
                client,
                function,
                DuckboardFunctions.CONTROL,
                function + " on this machine",
                new ResultDownload(Optional.of(endpoint)),
                Optional.of(CallerId.random()));
    }

    @Override
    public RowsOutcome ask(Request.Query query) {
        return expected(RowsOutcome.class, call(query, own));
    }

    @Override
    public ExportOutcome export(Request.Query query, Export into) {
        return expected(ExportOutcome.class, call(query.into(into), own));
    }

    @Override
    public RowsOutcome ask(Request.Query query, CallerId caller) {
        return expected(RowsOutcome.class, call(query, own.map(_ -> caller)));
    }

    @Override
    public ExportOutcome export(Request.Query query, Export into, CallerId caller) {
        return expected(ExportOutcome.class, call(query.into(into), own.map(_ -> caller)));
    }

    /** Fails if the outcome is not of the requested kind, since then the engine is not one of Duckboard's. */
    private static <O extends QueryOutcome> O expected(Class<O> kind, QueryOutcome outcome) {
        if (kind.isInstance(outcome)) {
            return kind.cast(outcome);
        }
        throw new IllegalArgumentException("No answer of a Duckboard engine: it is not what was asked for");
    }

    private QueryOutcome call(Request.Query query, Optional<CallerId> caller) {
        long start = System.nanoTime();
        InvokeResponse response;
        try {
            response = new FunctionCalls(client, function, caller).invoke(RequestJson.write(query));
        } catch (SdkException e) {
            return InvocationFailures.outcome(e, description);
        }
        byte[] payload = response.payload().asByteArrayUnsafe();
        if (response.functionError() != null) {
            return InvocationFailures.functionError(payload);
        }
        return switch (AnswerJson.read(payload)) {
            case Answer.Rows rows -> new QueryOutcome.Answered(rows, Duration.ofNanos(System.nanoTime() - start));
            case Answer.Exported exported ->
                new QueryOutcome.Exported(exported, Duration.ofNanos(System.nanoTime() - start));
            case Answer.Failed(var problem) -> new QueryOutcome.Failed(problem);
        };
    }

    @Override
    public CancelOutcome cancel(UUID queryId) {
        return new ControlCalls(client, controlFunction).cancel(queryId);
    }

    @Override
    public InputStream open(ResultFile file) throws IOException {
        return downloads.open(file);
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public void close() {
        client.close();
    }
}
