package io.duckboard.transform.lineage;

import java.util.Optional;

/**
 * A column that a SELECT returns.
 *
 * @param name the column's name; empty if DuckDB makes a name for an expression
 */
public record Output(Optional<String> name, Origin origin) {

    boolean isNamed(String other) {
        return name.filter(other::equalsIgnoreCase).isPresent();
    }
}
