package io.duckboard.deploy.aws;

import io.duckboard.aws.AskedAccount;
import io.duckboard.engine.failure.FailureException;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;

/** Turns AWS's refusals into sentences. */
public final class AwsFailures {

    private AwsFailures() {}

    /** Runs a request to AWS, and throws a failure that explains any refusal. */
    public static <T> T translating(String region, Supplier<T> question) {
        try {
            return question.get();
        } catch (SdkException e) {
            throw new FailureException(new AskedAccount(region).failure(e), e);
        }
    }
}
