package io.duckboard.client;

import io.duckboard.engine.protocol.CallerId;
import io.duckboard.engine.protocol.NothingRanError;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/**
 * Calls one function. If a worn process ends before anything has run, the call is made once more.
 *
 * @param caller whose turn the calls use, if callers take turns
 */
record FunctionCalls(LambdaClient client, String function, Optional<CallerId> caller) {

    /** @throws SdkException if the call did not reach the function, or its answer did not come back */
    InvokeResponse invoke(byte[] payload) {
        InvokeResponse first = once(payload);
        return first.functionError() != null
                        && NothingRanError.isIn(first.payload().asByteArrayUnsafe())
                ? once(payload)
                : first;
    }

    private InvokeResponse once(byte[] payload) {
        return client.invoke(call -> {
            call.functionName(function).payload(SdkBytes.fromByteArrayUnsafe(payload));
            caller.map(CallerId::clientContext).ifPresent(call::clientContext);
        });
    }
}
