package io.duckboard.client;

import io.duckboard.engine.protocol.AnswerJson;
import io.duckboard.engine.protocol.Request;
import io.duckboard.engine.protocol.RequestJson;
import java.util.UUID;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/** Asks the control function to end running work. */
record ControlCalls(LambdaClient client, String function) {

    CancelOutcome cancel(UUID id) {
        InvokeResponse response;
        try {
            response = client.invoke(invoke -> invoke.functionName(function)
                    .payload(SdkBytes.fromByteArrayUnsafe(RequestJson.write(new Request.Cancel(id)))));
        } catch (SdkException e) {
            return new CancelOutcome.NotSent(
                    InvocationFailures.outcome(e, function).failure().orHint(InvocationFailures.TRY_AGAIN));
        }
        byte[] payload = response.payload().asByteArrayUnsafe();
        if (response.functionError() != null) {
            return new CancelOutcome.NotSent(
                    InvocationFailures.functionError(payload).failure().orHint(InvocationFailures.TRY_AGAIN));
        }
        return AnswerJson.refusal(payload)
                .<CancelOutcome>map(
                        problem -> new CancelOutcome.NotSent(problem.failure().orHint(InvocationFailures.TRY_AGAIN)))
                .orElseGet(CancelOutcome.Accepted::new);
    }
}
