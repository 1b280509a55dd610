package io.duckboard.sqlpage.parameter;

import java.util.Optional;

/**
 * A parameter of a statement.
 *
 * @param name without its {@code $}, as it is written first
 * @param column what it is compared with, if that is a column
 * @param cast the type it is cast to at once, as in {@code $from::DATE}
 */
public record SqlParameter(String name, Optional<String> column, Optional<String> cast) {}
