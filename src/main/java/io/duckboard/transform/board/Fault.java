package io.duckboard.transform.board;

import java.util.Optional;

/**
 * What is wrong, and where.
 *
 * @param place such as {@code models/top.sql:3}
 * @param hint what to do about it; may be empty
 */
public record Fault(Optional<String> place, String message, String hint) {}
