package io.duckboard.client;

import io.duckboard.engine.local.DuckboardFunctions;
import io.duckboard.engine.local.EngineFile;
import io.duckboard.engine.local.LocalLambda;
import io.duckboard.engine.protocol.CallerId;
import io.duckboard.engine.protocol.TransformAnswer;
import io.duckboard.engine.protocol.TransformJson;
import io.duckboard.engine.protocol.TransformRequest;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/** The transform behind the Lambda Invoke API, on AWS or on this machine. */
final class LambdaTransformEngine implements TransformEngine, AutoCloseable {

    private final LambdaClient client;
    private final String function;
    private final String controlFunction;
    private final String description;
    private final Optional<CallerId> own;

    private LambdaTransformEngine(
            LambdaClient client, String function, String controlFunction, String description, Optional<CallerId> own) {
        this.client = client;
        this.function = function;
        this.controlFunction = controlFunction;
        this.description = description;
        this.own = own;
    }

    /** @throws software.amazon.awssdk.core.exception.SdkClientException when no region is configured */
    static LambdaTransformEngine onAws(String function, String controlFunction) {
        LambdaClient client = InvokeClient.onAws(DuckboardFunctions.TRANSFORM_TIMEOUT);
        return new LambdaTransformEngine(
                client,
                function,
                controlFunction,
                InvokeClient.described(function, client),
                client.serviceClientConfiguration().endpointOverride().map(_ -> CallerId.random()));
    }

    static LambdaTransformEngine of(EngineFile engine) {
        return onThisMachine(InvokeClient.of(engine, DuckboardFunctions.TRANSFORM_TIMEOUT));
    }

    static LambdaTransformEngine of(LocalLambda lambda) {
        return onThisMachine(InvokeClient.onThisMachine(
                lambda.endpoint(), lambda.accessKey(), lambda.secretKey(), DuckboardFunctions.TRANSFORM_TIMEOUT));
    }

    private static LambdaTransformEngine onThisMachine(LambdaClient client) {
        return new LambdaTransformEngine(
                client,
                DuckboardFunctions.TRANSFORM,
                DuckboardFunctions.CONTROL,
                DuckboardFunctions.TRANSFORM + " on this machine",
                Optional.of(CallerId.random()));
    }

    @Override
    public TransformOutcome ask(TransformRequest request) {
        InvokeResponse response;
        try {
            response = new FunctionCalls(client, function, own).invoke(TransformJson.write(request));
        } catch (SdkException e) {
            return outcome(InvocationFailures.outcome(e, description));
        }
        byte[] payload = response.payload().asByteArrayUnsafe();
        return response.functionError() != null
                ? outcome(InvocationFailures.functionError(payload))
                : new TransformOutcome.Answered(TransformJson.answer(payload));
    }

    @Override
    public CancelOutcome cancel(UUID run) {
        return new ControlCalls(client, controlFunction).cancel(run);
    }

    @Override
    public void close() {
        client.close();
    }

    private static TransformOutcome outcome(CallFailure failure) {
        return switch (failure) {
            case QueryOutcome.Failed(var problem) -> new TransformOutcome.Answered(new TransformAnswer.Failed(problem));
            case QueryOutcome.Unreachable(var unreachable) -> new TransformOutcome.Unreachable(unreachable);
            case QueryOutcome.Limited(var limited, var _) -> new TransformOutcome.Unreachable(limited);
        };
    }
}
