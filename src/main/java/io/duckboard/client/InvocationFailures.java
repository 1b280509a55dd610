package io.duckboard.client;

import io.duckboard.engine.failure.Failure;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.NothingRanError;
import io.duckboard.engine.protocol.Problem;
import io.duckboard.engine.protocol.Stop;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hc.client5.http.ConnectTimeoutException;
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
            return new Refusals(engine).outcome(refused);
        }
        // Before the next, of which it is one: nothing runs then.
        if (causedBy(failure, ConnectException.class) || causedBy(failure, ConnectTimeoutException.class)) {
            return new QueryOutcome.Unreachable(
                    "Nobody answers where the engine should be (" + engine + ").",
                    "If it runs on this machine, start it again; else check the network. Then try again.");
        }
        if (causedBy(failure, SocketTimeoutException.class)) {
            return failed(
                    ErrorCode.TIMEOUT,
                    "The engine gave no answer in the time a query may take.",
                    "The query may still be running. Ask for less, then try again.");
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
        return withoutCredentials(message, engine).orElseGet(() -> {
            LOG.warn("invoking {} failed: {}", engine, message);
            return new QueryOutcome.Unreachable(
                    "The call to the engine broke off (" + engine + ").", "Try again. Duckboard's log says more.");
        });
    }

    /** @param message of the SDK, which has no classes for these */
    private static Optional<QueryOutcome> withoutCredentials(String message, String engine) {
        if (message.contains("SSO")) {
            return Optional.of(new QueryOutcome.Unreachable(
                    "Nobody is logged in to AWS to call the engine (" + engine + ").",
                    "Log in with aws sso login, for the profile in AWS_PROFILE, then ask again."));
        }
        if (message.contains("sts:AssumeRole")) {
            return Optional.of(new QueryOutcome.Unreachable(
                    "The AWS identity in use may not take the role to call the engine with (" + engine + ").",
                    "Check role_arn of the profile in AWS_PROFILE, and whom the role trusts."));
        }
        if (message.contains("credentials")) {
            return Optional.of(new QueryOutcome.Unreachable(
                    "There are no AWS credentials to call the engine with (" + engine + ").",
                    "Log in to AWS, or set AWS_PROFILE or the access keys where Duckboard is started."));
        }
        return Optional.empty();
    }

    /** @param payload what Lambda puts in the place of an answer when a function crashed */
    static QueryOutcome functionError(byte[] payload) {
        // Its wording is Lambda's and may hold a stack trace, so it is looked at and never shown.
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

    /** @param outcome of a call that had no query to run */
    static Failure failure(QueryOutcome outcome) {
        return switch (outcome) {
            case QueryOutcome.Failed(var problem) -> problem.failure().orHint("Try again.");
            case QueryOutcome.Unreachable(var failure) -> failure;
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
