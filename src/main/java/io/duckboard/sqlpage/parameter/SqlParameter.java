package io.duckboard.sqlpage.parameter;

import java.util.Optional;

/**
 * A parameter of a statement.
 *
 * @param name without its {@code $}, as first written
 * @param column what the parameter is compared with, if that is a column
 * @param cast the type that the parameter is cast to directly, as in {@code $from::DATE}
 */
public record SqlParameter(String name, Optional<String> column, Optional<String> cast) {}
