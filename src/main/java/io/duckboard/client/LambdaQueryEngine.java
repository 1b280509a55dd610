package io.duckboard.client;

import io.duckboard.engine.local.DuckboardFunctions;
import io.duckboard.engine.protocol.Answer;
import io.duckboard.engine.protocol.AnswerJson;
import io.duckboard.engine.protocol.CallerId;
import io.duckboard.engine.protocol.Export;
import io.duckboard.engine.protocol.Metadata;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.RequestJson;
import io.duckboard.engine.protocol.ResultFile;
import io.duckboard.security.Asker;
import io.duckboard.security.Role;
import io.duckboard.trace.Part;
import io.duckboard.trace.Traces;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
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
    private final Optional<HeldAnswers> held;
    private final Traces traces;

    private LambdaQueryEngine(
            LambdaClient client,
            String function,
            String controlFunction,
            String description,
            ResultDownload downloads,
            Optional<CallerId> own,
            Optional<HeldAnswers> held,
            Traces traces) {
        this.client = client;
        this.function = function;
        this.controlFunction = controlFunction;
        this.description = description;
        this.downloads = downloads;
        this.own = own;
        this.held = held;
        this.traces = traces;
    }

    /** The same engine, which does not give an answer again that it has given and that is still right. */
    LambdaQueryEngine holdingAnswers() {
        return new LambdaQueryEngine(
                client,
                function,
                controlFunction,
                description,
                downloads,
                own,
                Optional.of(new HeldAnswers(System::nanoTime)),
                traces);
    }

    /** The same engine, whose calls are parts of traces. */
    LambdaQueryEngine traced(Traces by) {
        return new LambdaQueryEngine(client, function, controlFunction, description, downloads, own, held, by);
    }

    /**
     * Connects to the function deployed on AWS, or to the engine of another machine that AWS_ENDPOINT_URL_LAMBDA names.
     * It finds the region and credentials in the standard way, as every AWS tool does. A function on AWS is not told who
     * asks: there no call waits for another, and reading the caller would lengthen a cold start.
     *
     * @throws SdkException when no region is configured
     */
    public static LambdaQueryEngine onAws(String function, String controlFunction, Duration timeout) {
        LambdaClient client = InvokeClient.onAws(timeout);
        Optional<URI> elsewhere = client.serviceClientConfiguration().endpointOverride();
        return new LambdaQueryEngine(
                client,
                function,
                controlFunction,
                InvokeClient.described(function, client),
                new ResultDownload(elsewhere),
                elsewhere.map(_ -> CallerId.random()),
                Optional.empty(),
                Traces.NONE);
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
                Optional.of(CallerId.random()),
                Optional.empty(),
                Traces.NONE);
    }

    @Override
    public RowsOutcome ask(Request.Query query) {
        return rows(query, own, Role.OPERATOR);
    }

    @Override
    public ExportOutcome export(Request.Query query, Export into) {
        return file(query, into, own);
    }

    @Override
    public RowsOutcome ask(Request.Query query, Asker asker) {
        return rows(query, own.map(_ -> asker.caller()), asker.role());
    }

    @Override
    public ExportOutcome export(Request.Query query, Export into, Asker asker) {
        return file(query, into, own.map(_ -> asker.caller()));
    }

    private RowsOutcome rows(Request.Query query, Optional<CallerId> caller, Role role) {
        return held.isPresent()
                ? held.get().ask(query, role, asked -> reply(asked, caller))
                : switch (reply(query, caller)) {
                    case HeldAnswers.Reply.Anew(RowsOutcome outcome) -> outcome;
                    case HeldAnswers.Reply.Unchanged unchanged -> throw unexpected();
                };
    }

    private HeldAnswers.Reply reply(Request.Query query, Optional<CallerId> caller) {
        return switch (call(query, caller)) {
            case Called.Answered(Answer.Rows rows, Duration roundTrip) ->
                new HeldAnswers.Reply.Anew(new QueryOutcome.Answered(rows, roundTrip));
            case Called.Answered(Answer.Unchanged(var metadata), Duration roundTrip) ->
                new HeldAnswers.Reply.Unchanged(metadata, roundTrip);
            case Called.Answered(Answer.Failed(var problem), Duration _) ->
                new HeldAnswers.Reply.Anew(new QueryOutcome.Failed(problem));
            case Called.Answered(Answer.Exported _, Duration _) -> throw unexpected();
            case Called.Failed(CallFailure failure) -> new HeldAnswers.Reply.Anew(failure);
        };
    }

    private ExportOutcome file(Request.Query query, Export into, Optional<CallerId> caller) {
        return switch (call(query.into(into), caller)) {
            case Called.Answered(Answer.Exported exported, Duration roundTrip) ->
                new QueryOutcome.Exported(exported, roundTrip);
            case Called.Answered(Answer.Failed(var problem), Duration _) -> new QueryOutcome.Failed(problem);
            case Called.Answered(Answer.Rows _, Duration _) -> throw unexpected();
            case Called.Answered(Answer.Unchanged _, Duration _) -> throw unexpected();
            case Called.Failed(CallFailure failure) -> failure;
        };
    }

    /** Then the engine is not one of Duckboard's. */
    private static IllegalArgumentException unexpected() {
        return new IllegalArgumentException("No answer of a Duckboard engine: it is not what was asked for");
    }

    private Called call(Request.Query query, Optional<CallerId> caller) {
        try (Part part = traces.call("invoke " + function)) {
            Called called = part.parent()
                    .map(query::trace)
                    .map(traced -> called(traced, caller))
                    .orElseGet(() -> called(query, caller));
            switch (called) {
                case Called.Answered(Answer.Failed(var problem), Duration _) ->
                    part.say("duckboard.code", problem.code().name());
                case Called.Answered(Answer.Rows(var metadata, var _), Duration _) -> say(part, metadata);
                case Called.Answered(Answer.Exported(var metadata, var _), Duration _) -> say(part, metadata);
                case Called.Answered(Answer.Unchanged(var metadata), Duration _) -> say(part, metadata);
                case Called.Failed(QueryOutcome.Failed(var problem)) ->
                    part.failed(problem.code().name());
                case Called.Failed(CallFailure _) -> part.failed("UNREACHABLE");
            }
            return called;
        }
    }

    private static void say(Part part, Metadata metadata) {
        part.say("faas.invocation_id", metadata.eventId());
        part.say("faas.coldstart", String.valueOf(!metadata.warm()));
        metadata.usage().bytesRead().ifPresent(bytes -> part.say("duckboard.bytes_read", bytes));
        part.say("duckboard.billed_ms", metadata.usage().billedMs());
        part.add(metadata.phases(), metadata.time());
    }

    private Called called(Request.Query query, Optional<CallerId> caller) {
        long start = System.nanoTime();
        InvokeResponse response;
        try {
            response = new FunctionCalls(client, function, caller).invoke(RequestJson.write(query));
        } catch (SdkException e) {
            return new Called.Failed(InvocationFailures.outcome(e, description));
        }
        byte[] payload = response.payload().asByteArrayUnsafe();
        return response.functionError() == null
                ? new Called.Answered(AnswerJson.read(payload), Duration.ofNanos(System.nanoTime() - start))
                : new Called.Failed(InvocationFailures.functionError(payload));
    }

    private sealed interface Called {

        /** @param roundTrip the time from the call to the decoded answer */
        record Answered(Answer answer, Duration roundTrip) implements Called {}

        record Failed(CallFailure failure) implements Called {}
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
    public EngineFacts facts() {
        return own.isPresent()
                ? EngineFacts.of(description)
                : new EngineFacts(
                        description,
                        EngineFacts.Where.ON_AWS,
                        client.serviceClientConfiguration().region().id(),
                        OptionalInt.empty(),
                        Optional.empty());
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
