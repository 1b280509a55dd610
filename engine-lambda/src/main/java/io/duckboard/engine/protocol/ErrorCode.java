package io.duckboard.engine.protocol;

/** The reason why a request was not answered. Clients branch on the code; people read the message beside it. */
public enum ErrorCode {
    SYNTAX,
    UNKNOWN_NAME,
    NOT_ALLOWED,
    INVALID_REQUEST,
    BUSY,
    TIMEOUT,
    CANCELLED,
    OUT_OF_MEMORY,
    RESULT_TOO_LARGE,
    LAKE_UNAVAILABLE,
    LAKE_DENIED,
    FILE_MISSING,
    FILE_DAMAGED,
    INTERNAL
}
