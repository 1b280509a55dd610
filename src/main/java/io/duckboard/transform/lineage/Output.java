package io.duckboard.transform.lineage;

import java.util.Optional;

/**
 * A column of what a SELECT answers.
 *
 * @param name empty where DuckDB makes one of an expression
 */
public record Output(Optional<String> name, Origin origin) {

    boolean isNamed(String other) {
        return name.filter(other::equalsIgnoreCase).isPresent();
    }
}
