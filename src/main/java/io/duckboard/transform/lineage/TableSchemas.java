package io.duckboard.transform.lineage;

import java.util.List;
import java.util.Optional;

/** The known columns of the tables that models read. */
@FunctionalInterface
public interface TableSchemas {

    /** @return the table's columns in order; empty if they are not known */
    Optional<List<String>> columnsOf(String table);
}
