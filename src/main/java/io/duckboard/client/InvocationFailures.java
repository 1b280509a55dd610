package io.duckboard.client;

import io.duckboard.aws.AskedFunction;
import io.duckboard.aws.NoAnswer;
import io.duckboard.engine.failure.Failure;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.NothingRanError;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.Stop;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Turns the status codes and exceptions of the Invoke API into sentences. */
final class InvocationFailures {

    private static final Logger LOG = LoggerFactory.getLogger(InvocationFailures.class);

    /** The hint for a call without a query, if the engine gives no hint. */
    static final String TRY_AGAIN = "Try again.";

    private InvocationFailures() {}

    static CallFailure outcome(SdkException failure, String engine) {
        LOG.debug("invoking {} failed", engine, failure);
        if (failure instanceof AwsServiceException refused) {
            return new Refusals(engine).outcome(refused);
        }
        NoAnswer reason = NoAnswer.of(failure);
        if (reason == NoAnswer.BROKEN_OFF) {
            LOG.warn("invoking {} failed: {}", engine, failure.getMessage());
        }
        Failure said = new AskedFunction(engine).unanswered(reason);
        return reason == NoAnswer.TIMED_OUT
                ? new QueryOutcome.Failed(Problem.of(ErrorCode.TIMEOUT, said))
                : new QueryOutcome.Unreachable(said);
    }

    /** @param payload what Lambda returns in place of an answer when a function crashed */
    static CallFailure functionError(byte[] payload) {
        // The wording is Lambda's and may contain a stack trace, so it is examined and never shown.
        String text = new String(payload, StandardCharsets.UTF_8);
        if (NothingRanError.isIn(payload)) {
            return failed(
                    ErrorCode.BUSY,
                    "The engine had no memory left from earlier queries, and nothing of this one has run.",
                    "Ask again: the next call gets a fresh engine.");
        }
        Optional<Stop> stop = Stop.in(text);
        if (stop.isPresent()) {
            return new QueryOutcome.Failed(stop.get().problem());
        }
        if (text.contains("Task timed out") || text.contains("Sandbox.Timedout")) {
            return new QueryOutcome.Failed(Stop.DEADLINE.problem());
        }
        if (text.contains("Runtime.OutOfMemory")
                || text.contains("java.lang.OutOfMemoryError")
                || text.contains("signal: killed")) {
            return failed(
                    ErrorCode.OUT_OF_MEMORY,
                    "The query needed more memory than the engine has.",
                    "Ask for less: fewer columns or groups.");
        }
        LOG.warn("the function failed: {}", text.substring(0, Math.min(text.length(), 300)));
        return failed(
                ErrorCode.INTERNAL,
                "The engine broke down on this query.",
                "Try again. The engine's log says more: duckboard status shows a deployed one's last errors.");
    }

    private static CallFailure failed(ErrorCode code, String message, String hint) {
        return new QueryOutcome.Failed(Problem.of(code, message, hint));
    }
}
