package io.duckboard.client;

import io.duckboard.engine.failure.Failure;
import io.duckboard.engine.protocol.AnswerJson;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.RequestJson;
import java.time.Duration;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/** Asks a deployed engine which formats of the catalog it reads. */
public final class EnginePing {

    public sealed interface Outcome {

        /** @param format the newest format that the engine reads */
        record Answered(int format) implements Outcome {}

        /** The engine could not be asked, for this reason. */
        record Unanswered(Failure failure) implements Outcome {}
    }

    private EnginePing() {}

    /** @param function the function as people name it: a name, name:alias or an ARN */
    public static Outcome of(String function, Duration timeout) {
        try (LambdaClient client = InvokeClient.onAws(timeout)) {
            return answer(client, function);
        } catch (SdkClientException e) {
            return new Outcome.Unanswered(
                    EngineUnavailableException.noRegion(function, e).failure());
        }
    }

    private static Outcome answer(LambdaClient client, String function) {
        InvokeResponse response;
        try {
            response = client.invoke(invoke -> invoke.functionName(function)
                    .payload(SdkBytes.fromByteArrayUnsafe(RequestJson.write(new Request.Ping()))));
        } catch (SdkException e) {
            return new Outcome.Unanswered(
                    InvocationFailures.outcome(e, function).failure().orHint(InvocationFailures.TRY_AGAIN));
        }
        byte[] payload = response.payload().asByteArrayUnsafe();
        if (response.functionError() != null) {
            return new Outcome.Unanswered(
                    InvocationFailures.functionError(payload).failure().orHint(InvocationFailures.TRY_AGAIN));
        }
        try {
            return new Outcome.Answered(AnswerJson.format(payload));
        } catch (IllegalArgumentException e) {
            return new Outcome.Unanswered(new Failure(
                    "It does not answer as an engine does.", "Name the query function, as duckboard status tells it."));
        }
    }
}
