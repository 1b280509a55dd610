package io.duckboard.engine.protocol;

/** The reason why rows are missing from an answer; in JSON {@code false}, {@code "limit"} or {@code "size"}. */
public enum Truncation {
    NONE,
    /** There are more rows than the request's limit. */
    LIMIT,
    /** There are more bytes than Lambda allows in an answer. */
    SIZE
}
