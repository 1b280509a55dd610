package io.duckboard.aws;

import io.duckboard.engine.failure.AwsRefusal;
import io.duckboard.engine.failure.Failure;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** A request that AWS was asked to fulfil. Each kind of request has its own wording for every refusal. */
public sealed interface Asked permits AskedAccount, AskedFunction, AskedStore {

    /** Says why the request failed, and what to do about it. */
    default Failure failure(SdkException failure) {
        return failure instanceof AwsServiceException answer
                ? refused(AwsError.refusal(answer), answer)
                : unanswered(NoAnswer.of(failure));
    }

    Failure refused(AwsRefusal refusal, AwsServiceException answer);

    Failure unanswered(NoAnswer reason);
}
