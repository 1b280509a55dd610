package io.duckboard.aws;

import io.duckboard.engine.failure.AwsRefusal;
import io.duckboard.engine.failure.Failure;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** A request to the services of an account in a region, for the resources of a deployment. */
public record AskedAccount(String region) implements Asked {

    private static final Pattern REFUSED_ACTION = Pattern.compile("not authorized to perform: ?([\\w-]+:\\w+)");

    @Override
    public Failure refused(AwsRefusal refusal, AwsServiceException answer) {
        return switch (refusal) {
            case EXPIRED ->
                new Failure(
                        "The AWS session has expired.",
                        "Log in again (aws sso login), or renew the keys, and run the same command again.");
            case UNKNOWN_KEY, WRONG_SIGNATURE ->
                new Failure(
                        "AWS does not accept these credentials in " + region + " (" + AwsError.code(answer) + ").",
                        "Check the keys or AWS_PROFILE, and that the account has the region enabled.");
            case WRONG_CLOCK ->
                new Failure(
                        "AWS has another time than this machine.",
                        "Set this machine's clock, and run the same command again.");
            case NOT_ALLOWED -> notAllowed(AwsError.sentence(answer));
            case THROTTLED ->
                new Failure(
                        "AWS is asked too much at the moment (" + AwsError.named(answer) + ").",
                        "Run the same command again later.");
            case WRONG_REGION, NO_SUCH_BUCKET, OTHER -> other(answer);
        };
    }

    @Override
    public Failure unanswered(NoAnswer reason) {
        return switch (reason) {
            case UNKNOWN_HOST ->
                new Failure(
                        "AWS is not to be found in region " + region + ".",
                        "Check the spelling of AWS_REGION, and the network.");
            case NOT_LOGGED_IN ->
                new Failure(
                        "There is no AWS session, or it has expired.",
                        "Log in (aws sso login) and run the same command again.");
            case ROLE_REFUSED ->
                new Failure(
                        "The AWS identity in use may not take the role of its profile.",
                        "Check role_arn of the profile in AWS_PROFILE, and whom the role trusts.");
            case NO_CREDENTIALS ->
                new Failure(
                        "There are no AWS credentials.",
                        "Log in (aws sso login) or set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.");
            case NOT_CONNECTED, TIMED_OUT, GIVEN_UP, BROKEN_OFF ->
                new Failure(
                        "AWS does not answer in region " + region + ".",
                        "Check the network and AWS_REGION, and run the same command again.");
        };
    }

    private static Failure notAllowed(String sentence) {
        Matcher action = REFUSED_ACTION.matcher(sentence);
        boolean byOrganisation = sentence.contains("service control policy");
        return new Failure(
                "These AWS credentials have no right to "
                        + (action.find() ? action.group(1) : "do that (" + sentence + ")")
                        + (byOrganisation ? ", by a policy of the organisation." : "."),
                "Ask for the right, or choose others with AWS_PROFILE, and run the same command again.");
    }

    private static Failure other(AwsServiceException answer) {
        String code = AwsError.code(answer);
        return new Failure(
                "AWS answered " + (code.isEmpty() ? "" : code + ": ") + Sentence.of(AwsError.sentence(answer)),
                "Run the same command again; if it stays, duckboard status shows what is there.");
    }
}
