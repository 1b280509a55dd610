package io.duckboard.lake.trips;

import io.duckboard.engine.catalog.Catalog.Table;

/** Asks whether a table's data may be replaced. */
@FunctionalInterface
public interface Consent {

    /** Agrees to everything. */
    Consent GIVEN = (table, rows) -> true;

    /**
     * @param table the table as it is
     * @param rows the number of rows that would replace the table's own
     */
    boolean toReplace(Table table, long rows);
}
