package io.duckboard.engine.protocol;

/** Why rows are missing from an answer; in JSON {@code false}, {@code "limit"} or {@code "size"}. */
public enum Truncation {
    NONE,
    /** More rows than the request's limit. */
    LIMIT,
    /** More bytes than Lambda lets a function answer. */
    SIZE
}
