package io.duckboard.aws;

import io.duckboard.engine.failure.AwsRefusal;
import io.duckboard.engine.failure.Failure;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * A call of the engine, through Lambda or its local stand-in. The text that AWS writes is read but not shown, since it
 * names accounts and roles.
 *
 * @param engine the engine's name as people know it
 */
public record AskedFunction(String engine) implements Asked {

    @Override
    public Failure refused(AwsRefusal refusal, AwsServiceException answer) {
        return switch (refusal) {
            case EXPIRED ->
                new Failure(
                        "The AWS login with which the engine is called has expired (" + engine + ").",
                        "Run aws sso login, or start Duckboard with new access keys.");
            case UNKNOWN_KEY ->
                new Failure(
                        "The access key with which the engine is called is not known there (" + engine + ").",
                        "Check AWS_PROFILE or the access keys, and AWS_REGION; or run aws sso login.");
            case WRONG_SIGNATURE ->
                new Failure(
                        "The signature of the call to the engine is not accepted (" + engine + ").",
                        "The secret key is not the access key's, or this machine's clock is wrong. Check AWS_PROFILE"
                                + " or the access keys, and the time.");
            case WRONG_CLOCK ->
                new Failure(
                        "The engine's service has another time than this machine (" + engine + ").",
                        "Set this machine's clock, then ask again.");
            case NOT_ALLOWED ->
                new Failure(
                        "Calling the engine is not allowed: " + engine + ".",
                        "The AWS identity in use needs lambda:InvokeFunction on it; aws sts get-caller-identity tells"
                                + " which that is. Or choose another with AWS_PROFILE.");
            case THROTTLED ->
                new Failure("The engine has as many queries as it can take.", "Try again in a few seconds.");
            case WRONG_REGION, NO_SUCH_BUCKET, OTHER ->
                new Failure(
                        "The engine's service answered with status " + answer.statusCode() + code(answer) + " ("
                                + engine + ").",
                        "Try again in a few seconds; duckboard status tells how a deployed engine is.");
        };
    }

    @Override
    public Failure unanswered(NoAnswer reason) {
        return switch (reason) {
            case NOT_CONNECTED ->
                new Failure(
                        "Nobody answers where the engine should be (" + engine + ").",
                        "If it runs on this machine, start it again; else check the network. Then try again.");
            case TIMED_OUT ->
                new Failure(
                        "The engine gave no answer in the time a query may take.",
                        "The query may still be running. Ask for less, then try again.");
            case UNKNOWN_HOST ->
                new Failure(
                        "The engine's address is not known here (" + engine + ").",
                        "Check AWS_REGION, AWS_ENDPOINT_URL and the network.");
            case GIVEN_UP -> new Failure("The call was given up.", "Ask again.");
            case NOT_LOGGED_IN ->
                new Failure(
                        "Nobody is logged in to AWS to call the engine (" + engine + ").",
                        "Log in with aws sso login, for the profile in AWS_PROFILE, then ask again.");
            case ROLE_REFUSED ->
                new Failure(
                        "The AWS identity in use may not take the role to call the engine with (" + engine + ").",
                        "Check role_arn of the profile in AWS_PROFILE, and whom the role trusts.");
            case NO_CREDENTIALS ->
                new Failure(
                        "There are no AWS credentials to call the engine with (" + engine + ").",
                        "Log in to AWS, or set AWS_PROFILE or the access keys where Duckboard is started.");
            case BROKEN_OFF ->
                new Failure(
                        "The call to the engine broke off (" + engine + ").", "Try again. Duckboard's log says more.");
        };
    }

    private static String code(AwsServiceException answer) {
        String code = AwsError.code(answer);
        return code.isEmpty() ? "" : ", " + code;
    }
}
