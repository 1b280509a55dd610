package io.duckboard.query;

import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.Stop;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;

/** Says in sentences what the Invoke API reports in status codes and exceptions. */
final class InvocationFailures {

    private static final Logger LOG = LoggerFactory.getLogger(InvocationFailures.class);

    private InvocationFailures() {}

    static QueryOutcome outcome(SdkException failure, String engine) {
        LOG.debug("invoking {} failed", engine, failure);
        if (failure instanceof AwsServiceException refused) {
            return refused(refused, engine);
        }
        if (causedBy(failure, SocketTimeoutException.class)) {
            return failed(
                    ErrorCode.TIMEOUT,
                    "The engine gave no answer in the time a query may take.",
                    "The query may still be running. Ask for less, then try again.");
        }
        if (causedBy(failure, ConnectException.class)) {
            return new QueryOutcome.Unreachable(
                    "Nobody answers where the engine should be (" + engine + ").",
                    "If it runs on this machine, start it again; else check the network. Then try again.");
        }
        if (causedBy(failure, UnknownHostException.class)) {
            return new QueryOutcome.Unreachable(
                    "The engine's address is not known here (" + engine + ").",
                    "Check AWS_REGION, AWS_ENDPOINT_URL and the network.");
        }
        if (isGivenUp(failure)) {
            return new QueryOutcome.Unreachable("The call was given up.", "Ask again.");
        }
        String message = String.valueOf(failure.getMessage());
        if (message.contains("credentials")) {
            return new QueryOutcome.Unreachable(
                    "There are no AWS credentials to call the engine with (" + engine + ").",
                    "Log in to AWS, or set AWS_PROFILE or the access keys where Duckboard is started.");
        }
        LOG.warn("invoking {} failed: {}", engine, message);
        return new QueryOutcome.Unreachable(
                "The call to the engine broke off (" + engine + ").", "Try again. Duckboard's log says more.");
    }

    private static QueryOutcome refused(AwsServiceException refusal, String engine) {
        return switch (refusal.statusCode()) {
            case 429 ->
                failed(ErrorCode.BUSY, "The engine has as many queries as it can take.", "Try again in a few seconds.");
            case 413 ->
                failed(ErrorCode.INVALID_REQUEST, "The query is larger than the engine accepts.", "Shorten it.");
            case 404 ->
                new QueryOutcome.Unreachable(
                        "There is no such function: " + engine + ".",
                        "Check DUCKBOARD_FUNCTION and AWS_REGION, or deploy the engine.");
            case 401, 403 ->
                new QueryOutcome.Unreachable(
                        "Calling the engine is not allowed: " + engine + ".",
                        "The AWS identity in use needs lambda:InvokeFunction on it.");
            default ->
                new QueryOutcome.Unreachable(
                        "The engine's service answered with status " + refusal.statusCode() + " (" + engine + ").",
                        "Try again in a few seconds.");
        };
    }

    /** @param payload what Lambda puts in the place of an answer when a function crashed */
    static QueryOutcome functionError(byte[] payload) {
        // Its wording is Lambda's and may hold a stack trace, so it is looked at and never shown.
        String text = new String(payload, StandardCharsets.UTF_8);
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
                ErrorCode.INTERNAL, "The engine broke down on this query.", "Try again. The engine's log says more.");
    }

    /** @param outcome of the call that was to cancel a query */
    static CancelOutcome.NotSent notSent(QueryOutcome outcome) {
        return switch (outcome) {
            case QueryOutcome.Failed(var problem) ->
                new CancelOutcome.NotSent(problem.message(), problem.hint().orElse("Try again."));
            case QueryOutcome.Unreachable(var message, var hint) -> new CancelOutcome.NotSent(message, hint);
            case QueryOutcome.Answered _, QueryOutcome.Exported _ ->
                throw new IllegalArgumentException("The call did not fail.");
        };
    }

    private static QueryOutcome failed(ErrorCode code, String message, String hint) {
        return new QueryOutcome.Failed(Problem.of(code, message, hint));
    }

    private static boolean isGivenUp(SdkException failure) {
        return failure instanceof AbortedException
                || causedBy(failure, ClosedByInterruptException.class)
                // What a virtual thread's socket says.
                || String.valueOf(failure.getMessage()).contains("Closed by interrupt");
    }

    private static boolean causedBy(Throwable failure, Class<? extends Throwable> cause) {
        return Stream.iterate(failure, link -> link != null, Throwable::getCause)
                .anyMatch(cause::isInstance);
    }
}
