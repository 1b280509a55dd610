package io.duckboard.aws;

import io.duckboard.engine.failure.AwsRefusal;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Reads the error that AWS returns when it refuses a request. */
public final class AwsError {

    private AwsError() {}

    public static AwsRefusal refusal(AwsServiceException answer) {
        return AwsRefusal.of(code(answer), answer.statusCode());
    }

    /** Returns AWS's error code, or an empty text if there is none. */
    public static String code(AwsServiceException answer) {
        return Optional.ofNullable(answer.awsErrorDetails())
                .map(AwsErrorDetails::errorCode)
                .orElse("");
    }

    /** Returns AWS's own message, without what the SDK adds to it. */
    public static String sentence(AwsServiceException answer) {
        return Optional.ofNullable(answer.awsErrorDetails())
                .map(AwsErrorDetails::errorMessage)
                .filter(sentence -> !sentence.isBlank())
                .map(String::strip)
                .orElseGet(() -> "status " + answer.statusCode());
    }

    /** Returns the error code, or the status if the answer has no code. */
    static String named(AwsServiceException answer) {
        String code = code(answer);
        return code.isEmpty() ? "with status " + answer.statusCode() : code;
    }
}
