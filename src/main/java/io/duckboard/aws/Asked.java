package io.duckboard.aws;

import io.duckboard.engine.failure.AwsRefusal;
import io.duckboard.engine.failure.Failure;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** What AWS was asked for. Each kind of question has words for every refusal there is. */
public sealed interface Asked permits AskedAccount, AskedFunction, AskedStore {

    /** Why there is nothing of what was asked for, and what to do about it. */
    default Failure failure(SdkException failure) {
        return failure instanceof AwsServiceException answer
                ? refused(AwsError.refusal(answer), answer)
                : unanswered(NoAnswer.of(failure));
    }

    Failure refused(AwsRefusal refusal, AwsServiceException answer);

    Failure unanswered(NoAnswer reason);
}
