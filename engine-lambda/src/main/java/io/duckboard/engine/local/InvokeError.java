package io.duckboard.engine.local;

import tools.jackson.jr.ob.JSON;

/** A call that was refused before any function ran, with the SDK's name of the reason. */
enum InvokeError {
    FORBIDDEN_HOST(403, "AccessDeniedException", "This host name is not served here."),
    MISSING_SIGNATURE(403, "MissingAuthenticationTokenException", "Missing Authentication Token"),
    INCOMPLETE_SIGNATURE(
            403,
            "IncompleteSignatureException",
            "Expected: Authorization AWS4-HMAC-SHA256 for the service lambda, with Host and all X-Amz headers signed, and"
                    + " X-Amz-Date."),
    WRONG_CREDENTIAL(403, "UnrecognizedClientException", "The security token included in the request is invalid."),
    WRONG_SIGNATURE(
            403,
            "InvalidSignatureException",
            "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key"
                    + " and signing method."),
    EXPIRED_SIGNATURE(
            403,
            "InvalidSignatureException",
            "Signature expired: X-Amz-Date is more than 15 minutes ago by the clock of this machine."),
    EARLY_SIGNATURE(
            403,
            "InvalidSignatureException",
            "Signature not yet current: X-Amz-Date is more than 15 minutes ahead of the clock of this machine."),
    UNKNOWN_PATH(
            404, "ResourceNotFoundException", "Only Invoke is offered: POST /2015-03-31/functions/NAME/invocations."),
    UNKNOWN_FUNCTION(404, "ResourceNotFoundException", "Function not found."),
    UNSUPPORTED_TYPE(
            400,
            "InvalidParameterValueException",
            "InvocationType must be RequestResponse or DryRun; Event is not offered."),
    REQUEST_TOO_LARGE(
            413,
            "RequestTooLargeException",
            "Request must be smaller than " + Payload.MAX_REQUEST + " bytes for the InvokeFunction operation"),
    TOO_MANY_REQUESTS(429, "TooManyRequestsException", "Rate Exceeded."),
    CLOSING(503, "ServiceUnavailableException", "LocalLambda is closing."),
    INTERNAL(500, "ServiceException", "LocalLambda failed; its log says why.");

    private final int status;
    private final String type;
    private final String message;

    InvokeError(int status, String type, String message) {
        this.status = status;
        this.type = type;
        this.message = message;
    }

    int status() {
        return status;
    }

    /** The value of the header x-amzn-ErrorType. */
    String type() {
        return type;
    }

    byte[] json() {
        return JSON.std
                .composeBytes()
                .startObject()
                .put("Type", status < 500 ? "User" : "Service")
                .put("Message", message)
                .end()
                .finish();
    }
}
