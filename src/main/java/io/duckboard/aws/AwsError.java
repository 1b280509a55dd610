package io.duckboard.aws;

import io.duckboard.engine.failure.AwsRefusal;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** What AWS says in the answer that is a refusal. */
public final class AwsError {

    private AwsError() {}

    public static AwsRefusal refusal(AwsServiceException answer) {
        return AwsRefusal.of(code(answer), answer.statusCode());
    }

    /** What AWS calls the refusal; empty if it does not say. */
    public static String code(AwsServiceException answer) {
        return Optional.ofNullable(answer.awsErrorDetails())
                .map(AwsErrorDetails::errorCode)
                .orElse("");
    }

    /** AWS's own sentence, without what the SDK adds to it. */
    public static String sentence(AwsServiceException answer) {
        return Optional.ofNullable(answer.awsErrorDetails())
                .map(AwsErrorDetails::errorMessage)
                .filter(sentence -> !sentence.isBlank())
                .map(String::strip)
                .orElseGet(() -> "status " + answer.statusCode());
    }

    /** The code, or the status of an answer without one. */
    static String named(AwsServiceException answer) {
        String code = code(answer);
        return code.isEmpty() ? "with status " + answer.statusCode() : code;
    }
}
