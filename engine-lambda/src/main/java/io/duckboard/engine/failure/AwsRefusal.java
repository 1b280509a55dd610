package io.duckboard.engine.failure;

/**
 * Interprets the error codes of AWS services and S3-compatible stores: the codes that <a
 * href="https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html">all services have</a>, and <a
 * href="https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html">S3's</a>.
 */
public enum AwsRefusal {
    EXPIRED,
    UNKNOWN_KEY,
    WRONG_SIGNATURE,
    WRONG_CLOCK,
    NOT_ALLOWED,
    THROTTLED,
    WRONG_REGION,
    NO_SUCH_BUCKET,
    OTHER;

    /**
     * @param code may be empty: proxies and answers to HEAD requests have none
     * @param status the HTTP status, used if the code says nothing
     */
    public static AwsRefusal of(String code, int status) {
        return switch (code) {
            case "ExpiredToken", "ExpiredTokenException", "RequestExpired", "TokenRefreshRequired" -> EXPIRED;
            case "InvalidClientTokenId",
                    "UnrecognizedClientException",
                    "InvalidAccessKeyId",
                    "InvalidToken",
                    "MissingAuthenticationToken",
                    "AuthFailure" -> UNKNOWN_KEY;
            case "SignatureDoesNotMatch", "InvalidSignatureException" -> WRONG_SIGNATURE;
            case "RequestTimeTooSkewed" -> WRONG_CLOCK;
            case "AccessDenied", "AccessDeniedException", "AllAccessDisabled", "UnauthorizedOperation" -> NOT_ALLOWED;
            case "Throttling", "ThrottlingException", "TooManyRequestsException", "RequestLimitExceeded", "SlowDown" ->
                THROTTLED;
            case "PermanentRedirect",
                    "TemporaryRedirect",
                    "AuthorizationHeaderMalformed",
                    "IllegalLocationConstraint" -> WRONG_REGION;
            case "NoSuchBucket" -> NO_SUCH_BUCKET;
            default -> of(status);
        };
    }

    private static AwsRefusal of(int status) {
        return switch (status) {
            case 301, 302, 303, 307, 308 -> WRONG_REGION;
            case 401, 403 -> NOT_ALLOWED;
            case 429 -> THROTTLED;
            default -> OTHER;
        };
    }
}
