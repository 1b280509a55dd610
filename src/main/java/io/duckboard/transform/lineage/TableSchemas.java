package io.duckboard.transform.lineage;

import java.util.List;
import java.util.Optional;

/** What is known of the tables that models read. */
@FunctionalInterface
public interface TableSchemas {

    /** @return the table's columns in their order; empty where nobody knows them */
    Optional<List<String>> columnsOf(String table);
}
