package io.duckboard.engine.bench.peer;

import io.duckboard.engine.local.testing.Caller;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/** A call by the AWS SDK, from the event to the answer. */
final class RoundTrip {

    private RoundTrip() {}

    static Peer.Answered of(Caller caller, String function, String event) {
        long start = System.nanoTime();
        InvokeResponse response = caller.invoke(function, event);
        long end = System.nanoTime();
        String answer = response.payload().asUtf8String();
        if (response.functionError() != null || answer.startsWith("{\"errorMessage\"")) {
            throw new FailedAnswer(answer);
        }
        return new Peer.Answered((end - start) / 1e6, end);
    }
}
