package io.duckboard.aws;

import io.duckboard.engine.catalog.LakeLocation;
import io.duckboard.engine.failure.AwsRefusal;
import io.duckboard.engine.failure.Failure;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** A request to a store that implements the S3 API, for something in a lake. */
public record AskedStore(LakeLocation.Bucket lake, String region) implements Asked {

    private static final Pattern EXPECTED_REGION = Pattern.compile("expecting '([a-z0-9-]+)'");

    @Override
    public Failure refused(AwsRefusal refusal, AwsServiceException answer) {
        return regionOf(answer)
                .map(home -> new Failure(
                        "The bucket " + lake.bucket() + " lies in region " + home + ", and " + region + " was asked.",
                        "Set AWS_REGION=" + home + "."))
                .orElseGet(() -> here(refusal, answer));
    }

    private Failure here(AwsRefusal refusal, AwsServiceException answer) {
        return switch (refusal) {
            case EXPIRED ->
                notAccepted(
                        answer,
                        "They have expired: log in again (aws sso login), renew the keys, or choose others with"
                                + " AWS_PROFILE.");
            case UNKNOWN_KEY, WRONG_SIGNATURE -> notAccepted(answer, "Renew them, or choose others with AWS_PROFILE.");
            case WRONG_CLOCK ->
                new Failure(
                        "The store of " + lake + " has another time than this machine.",
                        "Set this machine's clock, then run it again.");
            case NOT_ALLOWED ->
                new Failure(
                        "These AWS credentials have no right to do that in " + lake + ".",
                        "Ask for the right, or choose others with AWS_PROFILE.");
            case NO_SUCH_BUCKET ->
                new Failure(
                        "There is no bucket " + lake.bucket() + ".",
                        "Make it: duckboard lake create --lake " + lake + ".");
            case WRONG_REGION ->
                answer.statusCode() == 301
                        ? new Failure(
                                "The bucket " + lake.bucket() + " lies in another region than " + region + ".",
                                "Set AWS_REGION to the bucket's.")
                        : other(answer);
            case THROTTLED, OTHER -> other(answer);
        };
    }

    @Override
    public Failure unanswered(NoAnswer reason) {
        return switch (reason) {
            case NOT_LOGGED_IN ->
                new Failure(
                        "There is no AWS session for " + lake + ", or it has expired.",
                        "Log in (aws sso login), for the profile in AWS_PROFILE, and run it again.");
            case ROLE_REFUSED ->
                new Failure(
                        "The AWS identity in use may not take the role for " + lake + ".",
                        "Check role_arn of the profile in AWS_PROFILE, and whom the role trusts.");
            case NO_CREDENTIALS ->
                new Failure(
                        "There are no AWS credentials for " + lake + ".",
                        "Set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.");
            case NOT_CONNECTED, TIMED_OUT, UNKNOWN_HOST, GIVEN_UP, BROKEN_OFF ->
                new Failure(
                        "The store of " + lake + " does not answer.",
                        "Check the network, AWS_REGION and AWS_ENDPOINT_URL_S3.");
        };
    }

    /** Returns the bucket's region, if the store says that the bucket is in another one. */
    private Optional<String> regionOf(AwsServiceException answer) {
        if (answer.statusCode() != 301 && answer.statusCode() != 400) {
            return Optional.empty();
        }
        Matcher expected = EXPECTED_REGION.matcher(String.valueOf(answer.getMessage()));
        Optional<String> named = expected.find() ? Optional.of(expected.group(1)) : header(answer);
        return named.filter(name -> !name.equals(region));
    }

    private static Optional<String> header(AwsServiceException answer) {
        return Optional.ofNullable(answer.awsErrorDetails())
                .map(AwsErrorDetails::sdkHttpResponse)
                .flatMap(response -> response.firstMatchingHeader("x-amz-bucket-region"));
    }

    private static Failure notAccepted(AwsServiceException answer, String hint) {
        return new Failure("The store does not accept these AWS credentials (" + AwsError.code(answer) + ").", hint);
    }

    private Failure other(AwsServiceException answer) {
        return new Failure(
                "The store of " + lake + " answered " + AwsError.named(answer) + ".",
                "Run it again; if it stays, look whether the store is well.");
    }
}
