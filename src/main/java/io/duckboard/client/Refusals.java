package io.duckboard.client;

import io.duckboard.aws.AskedFunction;
import io.duckboard.aws.AwsError;
import io.duckboard.engine.failure.AwsRefusal;
import io.duckboard.engine.failure.Failure;
import io.duckboard.engine.protocol.ErrorCode;
import io.duckboard.engine.protocol.Problem;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.lambda.model.ThrottleReason;
import software.amazon.awssdk.services.lambda.model.TooManyRequestsException;

/**
 * Explains in sentences why <a
 * href="https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html#API_Invoke_Errors">Lambda</a> or something in
 * front of it refused a call. It tells the caller what happened, and the operator which command helps. The text that
 * AWS writes is read but not shown, since it names accounts and roles.
 */
record Refusals(String engine) {

    CallFailure outcome(AwsServiceException refusal) {
        String code = AwsError.code(refusal);
        String message = String.valueOf(refusal.getMessage());
        return switch (code) {
            case "RequestTooLargeException",
                    "RequestEntityTooLargeException",
                    "SerializedRequestEntityTooLargeException" ->
                failed(ErrorCode.INVALID_REQUEST, "The query is larger than the engine accepts.", "Shorten it.");
            case "ResourceNotFoundException" ->
                message.contains("not reachable in this region") ? elsewhere() : notFound();
            case "InvalidParameterValueException", "ValidationException" ->
                unreachable(
                        "This is no name of a function: " + engine + ".",
                        "DUCKBOARD_FUNCTION is to be as duckboard status tells it: a name, name:alias or an ARN.");
            case "InvalidSignatureException", "SignatureDoesNotMatch" ->
                message.contains("scoped to a valid region") ? elsewhere() : asked(refusal);
            case "SnapStartNotReadyException", "ResourceConflictException", "ResourceNotReadyException" ->
                unreachable(
                        "The engine is still being made ready (" + engine + ").",
                        "Try again in a minute; duckboard status tells when it is done.");
            case "ServiceUnavailableException" ->
                unreachable(
                        "The engine takes no calls at the moment (" + engine + ").",
                        "It may be starting anew: try again in a few seconds.");
            case "SnapStartTimeoutException", "SnapStartException", "SnapStartRegenerationFailureException" ->
                unreachable(
                        "The engine did not wake up (" + engine + ").",
                        "Try again. If it stays so, duckboard status shows its last errors, and duckboard deploy"
                                + " makes it anew.");
            case "InvalidRuntimeException", "InvalidZipFileException", "InvalidCodeSignatureException" ->
                cannotStart("its package is not accepted", code);
            default -> byPrefix(refusal, code);
        };
    }

    /** These errors come in families, and AWS adds new ones to them. */
    private CallFailure byPrefix(AwsServiceException refusal, String code) {
        if (code.startsWith("KMS")) {
            return cannotStart("its key in AWS KMS cannot be used", code);
        }
        if (code.startsWith("EC2") || code.startsWith("ENI") || code.startsWith("Subnet")) {
            return cannotStart("its network cannot be set up", code);
        }
        if (code.startsWith("EFS") || code.startsWith("S3Files")) {
            return cannotStart("its file system cannot be mounted", code);
        }
        return refusal.statusCode() == 404 ? notFound() : asked(refusal);
    }

    private CallFailure asked(AwsServiceException refusal) {
        Failure failure = new AskedFunction(engine).failure(refusal);
        return AwsError.refusal(refusal) == AwsRefusal.THROTTLED
                ? failed(ErrorCode.BUSY, failure.message(), failure.hint() + raising(refusal))
                : new QueryOutcome.Unreachable(failure);
    }

    private static String raising(AwsServiceException refusal) {
        return refusal instanceof TooManyRequestsException throttled ? raising(throttled.reason()) : "";
    }

    /** @param limit the limit that was reached; LocalLambda has only one, and does not name it */
    private static String raising(@Nullable ThrottleReason limit) {
        return switch (limit) {
            case RESERVED_FUNCTION_CONCURRENT_INVOCATION_LIMIT_EXCEEDED,
                    RESERVED_FUNCTION_INVOCATION_RATE_LIMIT_EXCEEDED ->
                " Its operator can allow more at once: duckboard deploy --concurrency N.";
            case CONCURRENT_INVOCATION_LIMIT_EXCEEDED,
                    FUNCTION_INVOCATION_RATE_LIMIT_EXCEEDED,
                    CALLER_RATE_LIMIT_EXCEEDED,
                    CONCURRENT_SNAPSHOT_CREATE_LIMIT_EXCEEDED ->
                " The limit is the AWS account's, which its operator can have raised in Service Quotas.";
            case null, default -> "";
        };
    }

    private CallFailure notFound() {
        return unreachable(
                "There is no such function: " + engine + ".",
                "Check DUCKBOARD_FUNCTION with its alias, and AWS_REGION; duckboard status tells what is there, and"
                        + " duckboard deploy makes it.");
    }

    private CallFailure elsewhere() {
        return unreachable(
                "The engine is in another region than the one that was asked (" + engine + ").",
                "Set AWS_REGION to the engine's.");
    }

    private CallFailure cannotStart(String why, String code) {
        return unreachable(
                "AWS cannot start the engine: " + why + " (" + engine + ").",
                "AWS says " + code + ". duckboard status tells more; duckboard deploy sets the engine right.");
    }

    private static CallFailure failed(ErrorCode code, String message, String hint) {
        return new QueryOutcome.Failed(Problem.of(code, message, hint));
    }

    private static CallFailure unreachable(String message, String hint) {
        return new QueryOutcome.Unreachable(message, hint);
    }
}
