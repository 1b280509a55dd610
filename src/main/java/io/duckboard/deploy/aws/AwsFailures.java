package io.duckboard.deploy.aws;

import io.duckboard.engine.failure.FailureException;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/** What AWS says when it refuses, in sentences. */
public final class AwsFailures {

    private static final Pattern REFUSED_ACTION = Pattern.compile("not authorized to perform: ?([\\w-]+:\\w+)");

    private static final Set<String> EXPIRED = Set.of("ExpiredToken", "ExpiredTokenException", "RequestExpired");

    private static final Set<String> NOT_ACCEPTED = Set.of(
            "InvalidClientTokenId",
            "UnrecognizedClientException",
            "SignatureDoesNotMatch",
            "InvalidSignatureException",
            "InvalidAccessKeyId",
            "InvalidToken",
            "MissingAuthenticationToken",
            "AuthFailure");

    private static final Set<String> TOO_FAST =
            Set.of("Throttling", "ThrottlingException", "TooManyRequestsException", "RequestLimitExceeded", "SlowDown");

    private AwsFailures() {}

    /** Asks, or says why not. */
    public static <T> T translating(String region, Supplier<T> question) {
        try {
            return question.get();
        } catch (SdkException e) {
            throw of(region, e);
        }
    }

    static FailureException of(String region, SdkException failure) {
        return switch (failure) {
            case AwsServiceException refusal -> refused(region, refusal);
            default -> notAsked(region, failure);
        };
    }

    /** What AWS calls the refusal; empty if it does not say. */
    public static String code(AwsServiceException refusal) {
        return refusal.awsErrorDetails() == null || refusal.awsErrorDetails().errorCode() == null
                ? ""
                : refusal.awsErrorDetails().errorCode();
    }

    /** AWS's own sentence, without what the SDK adds to it. */
    public static String sentence(AwsServiceException refusal) {
        String sentence = refusal.awsErrorDetails() == null
                ? null
                : refusal.awsErrorDetails().errorMessage();
        return sentence == null || sentence.isBlank() ? "status " + refusal.statusCode() : sentence.strip();
    }

    private static FailureException refused(String region, AwsServiceException refusal) {
        String code = code(refusal);
        if (EXPIRED.contains(code)) {
            return new FailureException(
                    "The AWS session has expired.",
                    "Log in again (aws sso login), or renew the keys, and run the same command again.",
                    refusal);
        }
        if (NOT_ACCEPTED.contains(code)) {
            return new FailureException(
                    "AWS does not accept these credentials in " + region + " (" + code + ").",
                    "Check the keys or AWS_PROFILE, and that the account has the region enabled.",
                    refusal);
        }
        if (TOO_FAST.contains(code)) {
            return new FailureException(
                    "AWS is asked too much at the moment (" + code + ").",
                    "Run the same command again later.",
                    refusal);
        }
        if (refusal.statusCode() == 403 || code.contains("AccessDenied") || code.equals("UnauthorizedOperation")) {
            return notAllowed(refusal);
        }
        return new FailureException(
                "AWS answered " + (code.isEmpty() ? "" : code + ": ") + Sentence.of(sentence(refusal)),
                "Run the same command again; if it stays, duckboard status shows what is there.",
                refusal);
    }

    private static FailureException notAllowed(AwsServiceException refusal) {
        Matcher action = REFUSED_ACTION.matcher(sentence(refusal));
        boolean byOrganisation = sentence(refusal).contains("service control policy");
        return new FailureException(
                "These AWS credentials have no right to "
                        + (action.find() ? action.group(1) : "do that (" + sentence(refusal) + ")")
                        + (byOrganisation ? ", by a policy of the organisation." : "."),
                "Ask for the right, or choose others with AWS_PROFILE, and run the same command again.",
                refusal);
    }

    private static FailureException notAsked(String region, SdkException failure) {
        String message = String.valueOf(failure.getMessage());
        if (causedBy(failure, UnknownHostException.class)) {
            return new FailureException(
                    "AWS is not to be found in region " + region + ".",
                    "Check the spelling of AWS_REGION, and the network.",
                    failure);
        }
        if (message.contains("SSO") || message.contains("sso") || message.contains("Token is expired")) {
            return new FailureException(
                    "There is no AWS session, or it has expired.",
                    "Log in (aws sso login) and run the same command again.",
                    failure);
        }
        if (failure instanceof SdkClientException && message.contains("credentials")) {
            return new FailureException(
                    "There are no AWS credentials.",
                    "Log in (aws sso login) or set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.",
                    failure);
        }
        return new FailureException(
                "AWS does not answer in region " + region + ".",
                "Check the network and AWS_REGION, and run the same command again.",
                failure);
    }

    private static boolean causedBy(Throwable failure, Class<? extends Throwable> cause) {
        return Stream.iterate(failure, link -> link != null, Throwable::getCause)
                .anyMatch(cause::isInstance);
    }
}
