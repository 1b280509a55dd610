package io.duckboard.lake.trips;

import io.duckboard.engine.catalog.Catalog.Table;

/** Somebody who may mind that a table gets other data. */
@FunctionalInterface
public interface Consent {

    /** Minds nothing. */
    Consent GIVEN = (table, rows) -> true;

    /**
     * @param table as it is
     * @param rows that are to take the place of its own
     */
    boolean toReplace(Table table, long rows);
}
